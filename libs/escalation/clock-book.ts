import { Injectable } from '@nestjs/common';
import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { DeadlineBook, DeadlineOrder, LiveClock } from '#workflow';
import { changeDeadlines } from './deadlines/change-deadlines.js';
import { deadlinesOf, saveDeadlines } from './deadlines/deadline.repository.js';
import { changeLadders } from './ladders/change-ladders.js';
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
    const ladders = rows.length > 0 ? await escalationsOf(tx, order.subjectId) : [];
    const context = { policies: this.policies, now: order.now, makeId: newId };
    await saveEscalations(tx, changeLadders(ladders, changed, context));
  }
}
