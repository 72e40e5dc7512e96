import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { readIncident } from '#incidents';
import type { IncidentReading } from '#incidents';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, actorOf, refusalProblem } from '#workflow';
import { draftFields, titleOf } from './core/index.js';
import type { ReportContent, ReportFields, ReportType } from './core/index.js';
import { cleanFields } from './clean-fields.js';
import { Receivers, dutyOffice } from './receivers.js';
import type { Receiver } from './receivers.js';
import { RecordReader } from './read-record.js';
import { ReportCommands } from './report-commands.js';
import type { DraftReportBody } from './report.dto.js';
import { draftingProblems } from './drafting-problems.js';
import { BOTH, reportProblem } from './report-problems.js';
import type { ReportProblem } from './report-problems.js';
import { reportsOf } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { UpwardConfig } from './upward-config.js';

/** 起草: a report begins with what the record says, and with what the one before it said. */
@Injectable()
export class DraftReport {
  constructor(
    private readonly database: Database,
    private readonly runtime: WorkflowRuntime,
    private readonly commands: ReportCommands,
    private readonly records: RecordReader,
    private readonly receivers: Receivers,
    private readonly config: UpwardConfig,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id. 404, 403, 422 with every reason. */
  async run(incidentId: string, body: DraftReportBody, user: RequestActor): Promise<string> {
    const id = await this.database.transaction((tx) =>
      this.within(tx, incidentId, body, user, this.clock.now()),
    );
    this.nudges.send('stream', 'outbox');
    return id;
  }

  private async within(
    tx: Tx,
    incidentId: string,
    body: DraftReportBody,
    user: RequestActor,
    now: number,
  ): Promise<string> {
    // Two people who begin the same report meet here, and the second is told of the first.
    await this.runtime.lock(tx, [incidentId]);
    const incident = await readIncident(tx, incidentId);
    if (incident === null) throw notFound('This incident');
    const before = await reportsOf(tx, incidentId);
    const receiver = await this.receiverOf(tx, body);
    const problems: ReportProblem[] = [
      ...draftingProblems(incident, body.type, before, user),
      ...(body.body !== undefined && body.fields !== undefined ? [BOTH] : []),
      ...(receiver !== null && 'message' in receiver ? [receiver] : []),
    ];
    if (problems.length > 0) throw reportProblem(problems, user.locale);
    const content = await this.contentOf(tx, incident, body, before, now);
    const row = await this.rowOf(tx, incident, { body, user, before, now });
    const chosen = receiver === null || 'message' in receiver ? null : receiver;
    const unitId = chosen?.unitId ?? null;
    const params = {
      ...{ incidentId, type: body.type, severity: incident.severity },
      ...(unitId !== null && { receiverUnitId: unitId }),
    };
    const whole = { ...row, ...content, ...receiverColumns(chosen) };
    const given = await this.commands.create(tx, whole, actorOf(user), params, now);
    if (!given.ok) throw refusalProblem(given, user.locale);
    return row.id;
  }

  private async receiverOf(
    tx: Tx,
    { receiverUnitId, receiverCode }: DraftReportBody,
  ): Promise<Receiver | ReportProblem | null> {
    if (receiverUnitId === undefined && receiverCode === undefined)
      return this.receivers.likeliest(tx);
    return this.receivers.wanted(tx, {
      ...(receiverUnitId !== undefined && { receiverUnitId }),
      ...(receiverCode !== undefined && { receiverCode }),
    });
  }

  private async contentOf(
    tx: Tx,
    incident: IncidentReading,
    body: DraftReportBody,
    before: readonly ReportRow[],
    now: number,
  ): Promise<ReportContent> {
    if (body.body !== undefined) return { fields: null, body: this.redactor.clean(body.body) };
    if (body.fields !== undefined)
      return { fields: cleanFields(body.fields, this.redactor.clean), body: null };
    const record = await this.records.read(tx, incident, now);
    const zone = this.config.timeZone;
    return { fields: draftFields(record, { now, zone, before: lastFields(before) }), body: null };
  }

  private async rowOf(
    tx: Tx,
    incident: IncidentReading,
    { body: { type }, user, before, now }: Beginning,
  ): Promise<
    Omit<ReportRow, 'fields' | 'body' | 'receiverUnitId' | 'receiverCode' | 'receiverName'>
  > {
    const office = await dutyOffice(tx);
    const number = type === 'follow-up' ? nextNumber(before) : null;
    const at = new Date(now);
    return {
      ...{ id: newId(), incidentId: incident.id, type, number, state: 'draft', version: 1 },
      ...{ senderName: office?.name ?? '', title: titleOf(incident.title, type, number) },
      ...{ draftedBy: user.id, createdAt: at, updatedAt: at },
      ...{ sentText: null, sha256: null, question: null },
      ...{ sentBy: null, answeredBy: null, sentAt: null, answeredAt: null },
    };
  }
}

interface Beginning {
  readonly body: { readonly type: ReportType };
  readonly user: RequestActor;
  readonly before: readonly ReportRow[];
  readonly now: number;
}

/** Of the last report that went up and was written field by field. */
const lastFields = (before: readonly ReportRow[]): ReportFields | null =>
  before.findLast(({ sentAt, fields }) => sentAt !== null && fields !== null)?.fields ?? null;

const nextNumber = (before: readonly ReportRow[]): number =>
  Math.max(0, ...before.map(({ number }) => number ?? 0)) + 1;

export const receiverColumns = (
  receiver: Receiver | null,
): Pick<ReportRow, 'receiverUnitId' | 'receiverCode' | 'receiverName'> => ({
  receiverUnitId: receiver?.unitId ?? null,
  receiverCode: receiver?.code ?? null,
  receiverName: receiver?.name ?? null,
});
