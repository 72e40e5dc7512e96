import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobHandlers } from '#platform';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ActOnReport } from '../act-on-report.js';
import { DraftReport } from '../draft-report.js';
import { mailReport } from '../mail/mail-report.job.js';
import type { DraftReportBody } from '../report.dto.js';
import { findReport } from '../report.repository.js';
import type { ReportRow } from '../report.repository.js';
import { as } from './as.js';
import { Mailbox } from './mailbox.js';

/** An office below a city office that has people here, and a body above that is written to by e-mail. */
export class UpwardOffice {
  readonly mailbox = new Mailbox();
  office: TestOffice;
  monitor: TestUser;
  officer: TestUser;
  analyst: TestUser;
  leader: TestUser;
  /** Of the water office, which the incidents are judged to. */
  handler: TestUser;
  /** Of the unit above. */
  above: TestUser;
  private readonly configDir = mkdtempSync(join(tmpdir(), 'mingbian-upward-'));

  static async open(): Promise<UpwardOffice> {
    const room = new UpwardOffice();
    await room.begin();
    return room;
  }

  private async begin(): Promise<void> {
    cpSync('config', this.configDir, { recursive: true });
    const file = join(this.configDir, 'organisation.yaml');
    const superiors =
      'superiors: [{ code: city-duty, name: 市委总值班室, email: duty@city.example }]';
    writeFileSync(file, readFileSync(file, 'utf8').replace('superiors: []', superiors));
    const { channels } = this.mailbox;
    this.office = await TestOffice.open({ configDir: this.configDir, channels });
    this.monitor = await this.office.hire('monitor', ['monitor']);
    this.officer = await this.office.hire('officer', ['officer'], 'cyberspace');
    this.analyst = await this.office.hire('analyst', ['analyst'], 'cyberspace');
    this.leader = await this.office.hire('leader', ['leader'], 'cyberspace');
    this.handler = await this.office.hire('handler', ['handler'], 'water');
    this.above = await this.office.hire('above', ['handler'], 'city-cyberspace');
  }

  async close(): Promise<void> {
    await this.office.close();
    rmSync(this.configDir, { recursive: true, force: true });
  }

  /** An incident of severity II that a leader has concurred with: an initial report is owed. */
  async judged(): Promise<string> {
    const id = await this.office.log(this.monitor);
    await this.office.must(id, 'report', this.monitor, { severity: 'II' });
    await this.office.must(id, 'acknowledge', this.officer);
    await this.office.must(id, 'judge', this.analyst, {
      likelihood: { spread: 4, believability: 4, timing: 4 },
      consequence: { safety: 3, livelihood: 3, disruption: 3, trust: 3 },
      ...{ severity: 'II', decision: 'dispose', unitId: await this.office.unitId('water') },
    });
    await this.office.must(id, 'concur', this.leader);
    return id;
  }

  draft(incidentId: string, body: DraftReportBody, by = this.officer): Promise<string> {
    return this.office.app.get(DraftReport, { strict: false }).run(incidentId, body, as(by));
  }

  get acts(): ActOnReport {
    return this.office.app.get(ActOnReport, { strict: false });
  }

  async sent(incidentId: string, body: DraftReportBody): Promise<string> {
    const id = await this.draft(incidentId, body);
    await this.acts.send(id, {}, as(this.leader));
    return id;
  }

  /** Does what the outbox holds for the mail of a report, as a worker would. */
  async mail(reportId: string): Promise<void> {
    const handlers = this.office.app.get(JobHandlers, { strict: false });
    await this.office.database.transaction((tx) =>
      handlers.run(mailReport.name, { reportId }, { tx, jobId: reportId }),
    );
  }

  async report(id: string): Promise<ReportRow> {
    const row = await findReport(this.office.database.reader, id);
    if (row === null) throw new Error('no such report');
    return row;
  }

  /** How the clocks of a subject stand. */
  clocks(subjectId: string) {
    return this.office.select<{ clock: string; state: string; stopped_by: string | null }>(
      'SELECT clock, state, stopped_by FROM deadlines WHERE subject_id = $1 ORDER BY clock, started_at',
      [subjectId],
    );
  }
}
