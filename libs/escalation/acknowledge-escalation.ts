import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import {
  Clock,
  Database,
  Nudges,
  ProblemError,
  addToStream,
  appendToTimeline,
  lockHeads,
  notFound,
  sql,
} from '#platform';
import type { NewEntry, Tx } from '#platform';
import { SubjectDoors } from '#workflow';
import type { Actor } from '#workflow';
import { take } from './ladders/change-ladders.js';
import { escalationsOf, reachedBy, saveEscalations } from './ladders/escalation.repository.js';
import type { EscalationRow } from './ladders/escalation-row.js';

/** Somebody takes what a ladder is about: 签收. */
@Injectable()
export class AcknowledgeEscalation {
  constructor(
    private readonly database: Database,
    private readonly doors: SubjectDoors,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
    private readonly redactor: Redactor,
  ) {}

  /**
   * Stops the ladder. If the subject itself still waits to be acknowledged, it is, in the same transaction. Taking
   * what one has taken already changes nothing. 404 unknown, 403 neither officer nor reached, 422 over or taken.
   */
  async run(
    escalationId: string,
    actor: Actor & { readonly id: string },
    typed: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const note = typed === null ? null : this.redactor.clean(typed);
    await this.database.transaction((tx) => this.within(tx, escalationId, actor, note, now));
    this.nudges.send('stream', 'deadlines');
  }

  /** The same in the caller's transaction, with a note that is clean. */
  async within(
    tx: Tx,
    escalationId: string,
    actor: Actor & { readonly id: string },
    note: string | null,
    now: number,
  ): Promise<void> {
    const subjectId = await subjectOf(tx, escalationId);
    const heads = await lockHeads(tx, [subjectId]);
    const rows = await escalationsOf(tx, subjectId);
    const row = rows.find(({ id }) => id === escalationId);
    if (row === undefined) throw notFound('This escalation');
    if (row.state === 'acknowledged' && row.acknowledgedBy === actor.id) return;
    refuseUnlessOpen(row);
    await refuseUnlessReached(tx, row, actor);
    const entry = entryOf(row, actor, note, now);
    await appendToTimeline(tx, [entry], heads);
    await saveEscalations(tx, [take(row, actor.id, now)]);
    const data = { id: row.id, subjectId, state: 'acknowledged' };
    const circle = (await this.doors.circlesOf(tx, [row])).get(subjectId) ?? null;
    await addToStream(tx, [{ type: 'escalation.changed', userId: null, data, circle }], now);
    await this.doors.of(row.subjectType)?.acknowledgeIfWaiting?.(tx, subjectId, actor, note, now);
  }
}

async function subjectOf(tx: Tx, escalationId: string): Promise<string> {
  const [row] = await sql<{ subject_id: string }>(
    tx,
    'SELECT subject_id FROM escalations WHERE id = $1',
    [escalationId],
  );
  if (row === undefined) throw notFound('This escalation');
  return row.subject_id;
}

function refuseUnlessOpen(row: EscalationRow): void {
  if (row.endedAt === null && row.state === 'active') return;
  throw new ProblemError(
    422,
    'escalation.not-active',
    'This escalation is over, or somebody has taken it.',
    {
      reasons: [{ code: `escalation.${row.state}`, message: `The escalation is ${row.state}.` }],
    },
  );
}

async function refuseUnlessReached(
  tx: Tx,
  row: EscalationRow,
  actor: Actor & { readonly id: string },
): Promise<void> {
  if (actor.roles.includes('officer')) return;
  const reached = await reachedBy(tx, row.subjectId);
  if (reached.includes(actor.id)) return;
  throw new ProblemError(
    403,
    'escalation.not-reached',
    'Officers, and people whom the ladder has reached, acknowledge.',
  );
}

const entryOf = (row: EscalationRow, actor: Actor, note: string | null, now: number): NewEntry => ({
  subjectId: row.subjectId,
  subjectType: row.subjectType,
  at: now,
  actor: { kind: actor.kind, id: actor.id },
  type: 'escalation-acknowledged',
  data: { escalationId: row.id, clock: row.clock, ladder: row.ladder, note },
});
