import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import { Directory } from '#identity';
import { readIncident } from '#incidents';
import { Clock, Database, Nudges, newId } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import type { Actor, Facts, Refusal } from '#workflow';
import { periodName, reportTitle, spanAsked } from '../core/index.js';
import type { AskedProblem, Language, ReportState, ReportType, Span } from '../core/index.js';
import { CountReport } from './count-report.js';
import { isProvisional } from './provisional.js';
import {
  NOT_ON_ONE,
  NOT_ON_UNIT,
  NO_INCIDENT,
  NO_UNIT,
  UNKNOWN_INCIDENT,
  UNKNOWN_UNIT,
} from './report-problems.js';
import { findAbout, insertReport, lockAbout } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { tellPages } from './tell-pages.js';

export interface NewReport {
  readonly type: ReportType;
  /** A period by its name, such as `2026Q1`, or from and to. */
  readonly period: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** Now, when left out. */
  readonly asOf: number | null;
  readonly language: Language;
  /** Of a special report. */
  readonly incidentId: string | null;
  /** Of a scorecard. */
  readonly unitId: string | null;
}

export type Drafted =
  | { readonly ok: true; readonly id: string }
  /** What was asked for makes no sense. */
  | { readonly ok: false; readonly problems: readonly AskedProblem[] }
  /** There is one about the same thing: being drafted, or issued. */
  | { readonly ok: false; readonly existing: { readonly id: string; readonly state: ReportState } }
  | Refusal;

/** What a report is about: on whom, and what that is called. */
interface Subject {
  readonly incidentId: string | null;
  readonly unitId: string | null;
  readonly name: string;
  readonly loggedAt: number | null;
}

/** 起草: counted, told, and put where people go on writing. Also for the program itself, on time. */
@Injectable()
export class DraftReport {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly count: CountReport,
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(asked: NewReport, actor: Actor): Promise<Drafted> {
    const now = this.clock.now();
    const zone = this.policies.calendar.timeZone;
    const { subject, problems } = await this.subjectOf(this.database.reader, asked);
    const answer = spanAsked({ ...asked, loggedAt: subject.loggedAt }, now, zone);
    if (!answer.ok || problems.length > 0)
      return { ok: false, problems: [...problems, ...(answer.ok ? [] : answer.problems)] };
    const row = this.rowOf(asked, subject, answer.span, actor, now);
    // Nobody is made to wait for a count that leads to nothing.
    const existing = await findAbout(this.database.reader, row.about);
    if (existing !== null) return { ok: false, existing };
    const content = await this.count.run({ ...asked, span: answer.span });
    const drafted = await this.database.transaction((tx) =>
      this.begin(tx, { ...row, content }, actor, now),
    );
    if (drafted.ok) this.nudges.send('stream', 'outbox');
    return drafted;
  }

  /** Of two who begin at once, the second waits for the first, and then sees it. */
  private async begin(tx: Tx, row: ReportRow, actor: Actor, now: number): Promise<Drafted> {
    const command = { name: 'create', actor, params: paramsOf(row), expectedVersion: null };
    const decision = this.runtime.conceive('report', row.id, command, now);
    if (!decision.ok) return decision;
    const before = await lockAbout(tx, row.about);
    const existing =
      before ?? ((await insertReport(tx, row)) ? null : await findAbout(tx, row.about));
    if (existing !== null) return { ok: false, existing };
    await this.runtime.begin(tx, 'report', decision, now);
    await tellPages(tx, decision, now);
    return { ok: true, id: row.id };
  }

  private rowOf(
    { type, language }: NewReport,
    { incidentId, unitId, name }: Subject,
    span: Span,
    actor: Actor,
    now: number,
  ): ReportRow {
    const period = periodName(span, this.policies.calendar.timeZone, language);
    return {
      ...{ id: newId(), type, language, incidentId, unitId, periodName: period },
      about: aboutOf(type, span, incidentId ?? unitId),
      ...{ from: new Date(span.from), to: new Date(span.to), asOf: new Date(span.asOf) },
      title: reportTitle(type, period, name, language),
      ...{ edition: 1, previousId: null, reason: null, state: 'draft', version: 1 },
      ...{ content: { figures: {}, sections: [] }, edits: {}, sha256: null },
      ...{ draftedAt: new Date(now), draftedBy: actor.id },
      ...{ submittedBy: null, approvedBy: null, issuedAt: null },
    };
  }

  private async subjectOf(
    tx: Tx,
    { type, incidentId, unitId }: NewReport,
  ): Promise<{ readonly subject: Subject; readonly problems: readonly AskedProblem[] }> {
    const nobody = { incidentId: null, unitId: null, name: '', loggedAt: null };
    const stray = [
      ...(incidentId !== null && type !== 'special' ? [NOT_ON_ONE] : []),
      ...(unitId !== null && type !== 'scorecard' ? [NOT_ON_UNIT] : []),
    ];
    if (type === 'special') {
      const incident = incidentId === null ? null : await readIncident(tx, incidentId);
      if (incident === null)
        return {
          subject: nobody,
          problems: [...stray, incidentId === null ? NO_INCIDENT : UNKNOWN_INCIDENT],
        };
      const subject = {
        ...nobody,
        incidentId,
        name: incident.title,
        loggedAt: incident.detectedAt,
      };
      return { subject, problems: stray };
    }
    if (type !== 'scorecard') return { subject: nobody, problems: stray };
    const name =
      unitId === null ? null : (await this.directory.unitNames(tx, [unitId])).get(unitId);
    if (name === null || name === undefined)
      return { subject: nobody, problems: [...stray, unitId === null ? NO_UNIT : UNKNOWN_UNIT] };
    return { subject: { ...nobody, unitId, name }, problems: stray };
  }
}

/** Of an incident there is one at a time whatever its span; of a unit one for each period. */
function aboutOf(type: ReportType, { from, to }: Span, whom: string | null): string {
  if (type === 'special') return `special ${whom ?? ''}`;
  const period = `${new Date(from).toISOString()} ${new Date(to).toISOString()}`;
  return [type, period, ...(whom === null ? [] : [whom])].join(' ');
}

/** What the rules are told of a new report. */
export const paramsOf = (row: ReportRow): Facts => ({
  ...{ type: row.type, language: row.language, edition: row.edition },
  ...{ from: row.from.getTime(), to: row.to.getTime(), asOf: row.asOf.getTime() },
  ...{ isProvisional: isProvisional(row), unsupported: 0 },
  ...(row.incidentId !== null && { incidentId: row.incidentId }),
  ...(row.unitId !== null && { aboutUnitId: row.unitId }),
  ...(row.previousId !== null && { previousId: row.previousId }),
  ...(row.reason !== null && { reason: row.reason }),
});
