import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, ProblemError, notFound } from '#platform';
import { refusalProblem } from '#workflow';
import type { Actor } from '#workflow';
import { ActOnReport } from '../act-on-report.js';
import { Papers } from '../papers.js';
import { blockView } from '../present-report.js';
import { findReport } from '../report.repository.js';
import type { ReportRow } from '../report.repository.js';
import { findUpwardLink, spendUpwardLink } from './mail.repository.js';
import type { UpwardLink } from './mail.repository.js';
import type { AnsweredView, ReceivedState, ReceivedView } from './received.dto.js';

/** Whoever holds the link answers for the body above; the program knows no name for them. */
const ABOVE: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

/** Reading and answering a report by the link of its e-mail, once, without an account. */
@Injectable()
export class ReceivedLinks {
  constructor(
    private readonly database: Database,
    private readonly reports: ActOnReport,
    private readonly papers: Papers,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** What would be acknowledged. Nothing happens: programs that look at links before people do may ask. */
  async read(secret: string): Promise<ReceivedView> {
    const tx = this.database.reader;
    const link = await findUpwardLink(tx, secret);
    const report = link === null ? null : await findReport(tx, link.reportId);
    if (link === null || report === null) throw notFound('This link');
    const now = this.clock.now();
    const state = stateOf(link, report, now);
    return {
      state,
      title: report.title,
      sender: report.senderName,
      receiver: report.receiverName ?? '',
      sentAt: (report.sentAt ?? report.createdAt).toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      answeredAt: report.answeredAt?.toISOString() ?? null,
      // A link that has ended opens nothing any more.
      blocks: state === 'valid' ? this.papers.blocks(report, now).map(blockView) : [],
      sha256: state === 'valid' ? report.sha256 : null,
    };
  }

  /**
   * Acknowledges, or returns with a question, and uses the link up, in one transaction: a refusal leaves it as it
   * was. 404 unknown, 410 used or expired, 422 answered already.
   */
  async use(secret: string, question: string | null): Promise<AnsweredView> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const link = await spendUpwardLink(tx, secret, now);
      if (link === null) throw whyNot(await findUpwardLink(tx, secret), now);
      const refusal = await this.reports.answered(tx, link.reportId, ABOVE, question, null, now);
      if (refusal !== null) throw refusalProblem(refusal, 'zh');
    });
    this.nudges.send('stream', 'deadlines', 'outbox');
    return { answeredAt: new Date(now).toISOString() };
  }
}

function stateOf(link: UpwardLink, report: ReportRow, now: number): ReceivedState {
  if (link.usedAt !== null) return 'used';
  if (report.state !== 'sent') return 'over';
  return link.expiresAt.getTime() <= now ? 'expired' : 'valid';
}

function whyNot(link: UpwardLink | null, now: number): ProblemError {
  if (link === null) return notFound('This link');
  return link.usedAt === null && link.expiresAt.getTime() <= now
    ? new ProblemError(410, 'link.expired', 'This link was valid for five days, which are over.')
    : new ProblemError(410, 'link.used', 'This link was used already; it works once.');
}
