import { Injectable } from '@nestjs/common';
import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { DeadlineBook, DeadlineOrder, LiveClock } from '#workflow';
import { changeDeadlines } from './deadlines/change-deadlines.js';
import type { ChangedDeadlines } from './deadlines/change-deadlines.js';
import type { DeadlineRow } from './deadlines/deadline-row.js';
import { deadlinesOf, saveDeadlines } from './deadlines/deadline.repository.js';
import { changeLadders, mayHaveLadder, take } from './ladders/change-ladders.js';
import type { EscalationRow } from './ladders/escalation-row.js';
import { escalationsOf, saveEscalations } from './ladders/escalation.repository.js';
import { EscalationPolicies } from './policies.js';

/** Keeps the deadlines of every subject, and the ladders that hang on them. */
@Injectable()
export class ClockBook implements DeadlineBook {
  constructor(private readonly policies: EscalationPolicies) {}

  async liveClocks(tx: Tx, subjectId: string): Promise<LiveClock[]> {
    return sql<LiveClock>(
      tx,
      "SELECT clock, state FROM deadlines WHERE subject_id = $1 AND state <> 'stopped' ORDER BY clock",
      [subjectId],
    );
  }

  async apply(tx: Tx, order: DeadlineOrder): Promise<void> {
    const rows = await deadlinesOf(tx, order.subjectId);
    const changed = changeDeadlines(rows, order, this.policies, newId);
    await saveDeadlines(tx, changed.changed);
    const ladders = this.mayTouchLadders(rows, changed, order)
      ? await escalationsOf(tx, order.subjectId)
      : [];
    const taken = takenBy(order, ladders);
    const current = ladders.map((row) => taken.find(({ id }) => id === row.id) ?? row);
    const context = { policies: this.policies, now: order.now, makeId: newId };
    const moved = changeLadders(current, changed, context);
    await saveEscalations(tx, [
      ...taken.filter(({ id }) => moved.every((row) => row.id !== id)),
      ...moved,
    ]);
  }

  /** Most deadlines stop before their ladder has begun; then there is none to look for. */
  private mayTouchLadders(
    rows: readonly DeadlineRow[],
    { stopped, paused, resumed, continued }: ChangedDeadlines,
    { acknowledgedBy }: DeadlineOrder,
  ): boolean {
    const touched = [...stopped, ...paused, ...resumed, ...continued];
    return (
      (rows.length > 0 && acknowledgedBy !== null) ||
      touched.some((row) => mayHaveLadder(row, this.policies))
    );
  }
}

/** The climbing ladders, taken by whom the order names. */
const takenBy = (
  { acknowledgedBy, now }: DeadlineOrder,
  ladders: readonly EscalationRow[],
): EscalationRow[] =>
  acknowledgedBy === null
    ? []
    : ladders
        .filter(({ state }) => state === 'active')
        .map((row) => take(row, acknowledgedBy, now));
