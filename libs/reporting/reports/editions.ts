import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { WorkflowRuntime } from '#workflow';
import type { Accepted, Actor } from '#workflow';
import { unsupportedIn } from '../core/index.js';
import { paramsOf } from './draft-report.js';
import { findReport, insertReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { saveDecision } from './save-decision.js';
import { tellPages } from './tell-pages.js';

const SYSTEM: Actor = { kind: 'system', id: null, roles: ['system'], unitId: null };

/** What becomes of an edition by what becomes of the one that is to put it right. */
const DONE_TO_THE_ONE_BEFORE: ReadonlyMap<string, string> = new Map([
  ['report-issued', 'replace'],
  ['report-discarded', 'drop-correction'],
]);

/** 更正: what was issued stays as it is; the next edition says what it changed, and takes its place when it is out. */
@Injectable()
export class Editions {
  constructor(private readonly runtime: WorkflowRuntime) {}

  /** What a command does to the other editions. Answers the id of the one that it opens. */
  async follow(
    tx: Tx,
    row: ReportRow,
    { events: [event] }: Accepted,
    actor: Actor,
    now: number,
  ): Promise<string | null> {
    if (event === undefined) return null;
    const { editionId, reason } = event.params;
    if (typeof editionId === 'string' && typeof reason === 'string')
      return this.open(tx, row, { id: editionId, reason }, actor, now);
    const name = DONE_TO_THE_ONE_BEFORE.get(event.type);
    if (name !== undefined && row.previousId !== null)
      await this.bySystem(tx, row.previousId, name, now);
    return null;
  }

  /** The next edition begins as a copy, with what people have written. */
  private async open(
    tx: Tx,
    before: ReportRow,
    { id, reason }: { readonly id: string; readonly reason: string },
    actor: Actor,
    now: number,
  ): Promise<string> {
    const row: ReportRow = {
      ...{ ...before, id, reason, previousId: before.id, edition: before.edition + 1 },
      ...{ state: 'draft', version: 1, sha256: null, issuedAt: null },
      ...{ draftedAt: new Date(now), draftedBy: actor.id, submittedBy: null, approvedBy: null },
    };
    const unsupported = unsupportedIn(row.content, row.edits, row.language);
    const params = { ...paramsOf(row), unsupported };
    const command = { name: 'create', actor, params, expectedVersion: null };
    const decision = this.runtime.conceive('report', id, command, now);
    if (!decision.ok || !(await insertReport(tx, row)))
      throw new Error(`no edition could be opened after ${before.id}`);
    await this.runtime.begin(tx, 'report', decision, now);
    await tellPages(tx, decision, now);
    return id;
  }

  /** As the program itself. The edition is locked already, since both change in one transaction. */
  private async bySystem(tx: Tx, id: string, name: string, now: number): Promise<void> {
    const loaded = (await this.runtime.lock(tx, [id])).get(id);
    const row = await findReport(tx, id);
    if (loaded === undefined || row === null) throw new Error(`no edition ${id}`);
    const command = { name, actor: SYSTEM, params: {}, expectedVersion: null };
    const decision = this.runtime.decide(loaded, command, now);
    if (!decision.ok) throw new Error(`${name} of ${id} was refused`);
    await this.runtime.persist(tx, loaded, decision, now);
    await saveDecision(tx, row, decision, now);
  }
}
