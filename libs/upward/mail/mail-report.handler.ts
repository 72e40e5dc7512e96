import { Injectable } from '@nestjs/common';
import { readIncident } from '#incidents';
import { ChannelSetup } from '#notify';
import { Clock, Database, HandlesJob, Nudges } from '#platform';
import type { JobHandler } from '#platform';
import { Receivers } from '../receivers.js';
import { tellPages } from '../report-commands.js';
import { findReport } from '../report.repository.js';
import type { ReportRow } from '../report.repository.js';
import { mailReport } from './mail-report.job.js';
import { mailOf } from './mail-words.js';
import { claimMail, giveUpLost, settleMail } from './mail.repository.js';
import type { MailState } from './mail.repository.js';

interface Outcome {
  readonly state: MailState;
  readonly reason: string | null;
}

/**
 * Sends a report by e-mail. The claim is committed before anything is sent: should this process die, the mail is in
 * doubt and never repeated by itself. Only what surely did not arrive is tried again, by the outbox.
 */
@Injectable()
@HandlesJob(mailReport)
export class MailReportHandler implements JobHandler<{ reportId: string }> {
  constructor(
    private readonly database: Database,
    private readonly setup: ChannelSetup,
    private readonly receivers: Receivers,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async handle({ reportId }: { reportId: string }): Promise<void> {
    const claimed = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      if (await giveUpLost(tx, reportId, now)) return null;
      const secret = await claimMail(tx, reportId, now);
      const report = await findReport(tx, reportId);
      if (secret === null || report === null) return null;
      const incident = await readIncident(tx, report.incidentId);
      return { secret, report, number: incident?.number ?? '' };
    });
    if (claimed === null) return;
    const { report, secret, number } = claimed;
    const outcome = await this.send(report, number, secret);
    await this.settle(report, outcome);
    if (outcome.state === 'queued')
      throw new Error(`the e-mail of a report: ${outcome.reason ?? ''}`);
  }

  private async send(report: ReportRow, number: string, secret: string): Promise<Outcome> {
    const channel = this.setup.channels.get('email');
    const to = report.receiverCode === null ? null : this.receivers.addressOf(report.receiverCode);
    if (channel === undefined || to === null)
      return { state: 'failed', reason: 'e-mail is not set up, or the body is no longer named' };
    const message = mailOf(report, number, secret, this.setup.address);
    const context = { now: this.clock.now(), deliveryId: report.id };
    const result = await channel.send(to, message, context);
    switch (result.state) {
      case 'delivered':
        return { state: 'delivered', reason: null };
      case 'in-doubt':
        return { state: 'in-doubt', reason: result.reason };
      case 'failed':
        return { state: result.retry ? 'queued' : 'failed', reason: result.reason };
    }
  }

  private async settle({ id, incidentId }: ReportRow, { state, reason }: Outcome): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await settleMail(tx, id, state, reason, now);
      await tellPages(tx, { id, incidentId }, now);
    });
    this.nudges.send('stream');
  }
}
