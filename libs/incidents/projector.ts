import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted, Facts } from '#workflow';
import { involvedIn } from './core/index.js';
import { projectActions } from './plan/project-actions.js';
import { CLOSED_STATES, SUPERVISED_STATES } from './words.js';

const textFact = (facts: Facts, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
};

/** Brings the columns that lists read up to what the rules have decided. */
export async function project(tx: Tx, decision: Accepted, now: number): Promise<void> {
  const { id, state, version, facts } = decision.subject;
  const involved = involvedIn(facts);
  const closed = CLOSED_STATES.some((final) => final === state);
  await sql(
    tx,
    `UPDATE incidents SET state = $2, version = $3, severity = $4, verdict = $5, unit_id = $6, assignee_id = $7,
       updated_at = $8, closed_at = CASE WHEN $9 THEN coalesce(closed_at, $8) END,
       involved_units = $10, involved_people = $11, kind = coalesce($12, kind), supervised_at = $13
     WHERE id = $1`,
    [
      id,
      state,
      version,
      textFact(facts, 'severity'),
      textFact(facts, 'verdict'),
      textFact(facts, 'unitId'),
      textFact(facts, 'assigneeId'),
      new Date(now),
      closed,
      involved.units,
      involved.people,
      textFact(facts, 'kind'),
      supervisedAt(state, facts),
    ],
  );
  await projectActions(tx, decision);
}

/** Since when a leader supervises it; what is disposed of needs no supervision, unless it comes back. */
function supervisedAt(state: string, { supervisedAt: since }: Facts): Date | null {
  const counts = SUPERVISED_STATES.some((open) => open === state);
  return counts && typeof since === 'number' ? new Date(since) : null;
}
