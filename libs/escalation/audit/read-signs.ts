import { lastBeat, oldestMessages, countOutbox, sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant } from '../core/index.js';
import { readLate } from '../engine/engine-figures.js';
import type { EscalationPolicies } from '../policies.js';
import { LATE_GRACE_MS } from './findings.js';
import type { AuditSigns, Stuck } from './findings.js';

/** One thing that is stuck is a mistake of ours; of very many the oldest say enough. */
const AT_MOST = 20;

/**
 * Ladders that nothing will move: no instant to fire at, or another one than their next step or lapse; or standing
 * still while their deadline runs. The first condition is that of the index `escalations_stuck`.
 */
export const STUCK_LADDERS = `
  SELECT id, subject_type, subject_id, clock FROM (
    SELECT id, subject_type, subject_id, clock, started_at FROM escalations
    WHERE ended_at IS NULL AND moving AND (state NOT IN ('active', 'acknowledged') OR fire_at IS NULL
      OR fire_at IS DISTINCT FROM CASE state WHEN 'active' THEN next_step_at ELSE lapses_at END)
    UNION ALL
    SELECT e.id, e.subject_type, e.subject_id, e.clock, e.started_at FROM escalations e
    JOIN deadlines d ON d.id = e.deadline_id
    WHERE e.ended_at IS NULL AND NOT e.moving AND d.state <> 'paused'
  ) stuck ORDER BY started_at, id LIMIT ${String(AT_MOST)}`;

/** Deadlines that run and will not fire when they are due, or are paused and will not run on. */
export const STUCK_DEADLINES = `
  SELECT id, subject_type, subject_id, clock FROM deadlines
  WHERE (state = 'running' AND due_at IS NOT NULL AND breached_at IS NULL
      AND (fire_at IS NULL OR fire_at > due_at))
    OR (state = 'paused' AND resume_by IS NOT NULL AND fire_at IS DISTINCT FROM resume_by)
  ORDER BY due_at, id LIMIT ${String(AT_MOST)}`;

type Clocks = Pick<EscalationPolicies, 'findClock'>;

/** Everything that the database can say of how the engine moves. */
export async function readSigns(
  tx: Tx,
  policies: Clocks,
  now: Instant,
): Promise<Omit<AuditSigns, 'queuesAnswer' | 'channels'>> {
  const late = await readLate(tx, now, LATE_GRACE_MS);
  const count = late.deadlines + late.steps;
  const { undispatched, dispatched } = await oldestMessages(tx);
  return {
    now,
    ladders: await readStuck(tx, STUCK_LADDERS, policies),
    deadlines: await readStuck(tx, STUCK_DEADLINES, policies),
    late: { count, oldest: count === 0 ? null : now - late.worstMs },
    sweptAt: await lastBeat(tx, 'sweep'),
    outbox: {
      unsentSince: undispatched,
      undoneSince: dispatched,
      failed: (await countOutbox(tx)).failed,
    },
  };
}

async function readStuck(tx: Tx, query: string, policies: Clocks): Promise<Stuck[]> {
  const rows = await sql<{
    id: string;
    subject_type: string;
    subject_id: string;
    clock: string;
  }>(tx, query);
  return rows.map(({ id, subject_type, subject_id, clock }) => ({
    id,
    subjectType: subject_type,
    subjectId: subject_id,
    title: policies.findClock(clock)?.title ?? { zh: clock, en: clock },
  }));
}
