import { Injectable } from '@nestjs/common';
import { readIncident } from '#incidents';
import { addToStream, notFound } from '#platform';
import type { Tx } from '#platform';
import { WorkflowRuntime, withDerived } from '#workflow';
import type { Actor, Decision, Facts, Refusal, Subject } from '#workflow';
import { findReport, saveReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { reportCircles } from './report-sight.js';
import { stateOf } from './report-state.js';

/** A command to a report, with what the rules may look at. */
export interface ReportCommand {
  readonly id: string;
  readonly name: string;
  readonly actor: Actor;
  /** The version that was seen; null where nothing can be overwritten. */
  readonly expectedVersion: number | null;
  readonly params: Facts;
}

export type Given = { readonly ok: true; readonly row: ReportRow } | Refusal;

/** Every change of a report passes here: the rules, its words, its columns and open pages change together. */
@Injectable()
export class ReportCommands {
  constructor(private readonly runtime: WorkflowRuntime) {}

  /**
   * Locks a report together with its incident, in the order of their ids, and reads it. 404 when there is none.
   */
  async lock(tx: Tx, id: string): Promise<ReportRow> {
    const before = await findReport(tx, id);
    if (before === null) throw notFound('This report');
    await this.runtime.lock(tx, [id, before.incidentId]);
    const row = await findReport(tx, id);
    if (row === null) throw notFound('This report');
    return row;
  }

  /** Begins a report. The caller holds the lock of its incident. */
  async create(tx: Tx, row: ReportRow, actor: Actor, params: Facts, now: number): Promise<Given> {
    const command = { name: 'create', actor, params, expectedVersion: null };
    const decision = await this.runtime.create(tx, 'upward-report', row.id, command, now);
    return this.kept(tx, decision, row, now);
  }

  /** In the caller's transaction. A refusal has written nothing. `row` is how the report is to be, if the rules agree. */
  async give(tx: Tx, command: ReportCommand, row: ReportRow, now: number): Promise<Given> {
    const { id, name, actor, params } = command;
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    if (loaded === undefined) throw notFound('This report');
    const withUnit = withDerived(loaded, await derivedFacts(tx, row.incidentId));
    const expectedVersion = command.expectedVersion ?? loaded.subject.version;
    const decision = this.runtime.decide(withUnit, { name, actor, params, expectedVersion }, now);
    if (decision.ok) await this.runtime.persist(tx, withUnit, decision, now);
    return this.kept(tx, decision, row, now);
  }

  private async kept(tx: Tx, decision: Decision, row: ReportRow, now: number): Promise<Given> {
    if (!decision.ok) return decision;
    const saved = asDecided(row, decision.subject, now);
    await saveReport(tx, saved);
    await tellPages(tx, saved, now);
    return { ok: true, row: saved };
  }
}

/** What the rules know of a report beside its own facts: the unit that is responsible for the incident now. */
export async function derivedFacts(tx: Tx, incidentId: string): Promise<Facts> {
  const incident = await readIncident(tx, incidentId);
  return { handlingUnitId: incident?.unitId ?? null };
}

const asDecided = (row: ReportRow, { state, version }: Subject, now: number): ReportRow => ({
  ...row,
  state: stateOf(state),
  version,
  updatedAt: new Date(now),
});

/** Open pages fetch the report again, and the incident's page its section. */
export async function tellPages(
  tx: Tx,
  { id, incidentId }: Pick<ReportRow, 'id' | 'incidentId'>,
  now: number,
): Promise<void> {
  const circle = (await reportCircles(tx, [id])).get(id) ?? [];
  const data = { id, incidentId };
  await addToStream(tx, [{ type: 'upward.changed', userId: null, data, circle }], now);
}
