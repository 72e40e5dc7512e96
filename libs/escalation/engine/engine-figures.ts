import { sql } from '#platform';
import type { Tx } from '#platform';

const DAY_MS = 24 * 3_600_000;
/** Nothing may fire later than this (goals.md: "max ≤ 2 s"); what has not fired by then is late. */
export const LATE_AFTER_MS = 2_000;

/** Milliseconds. Null while nothing fired. */
export interface Lag {
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** How the engine does, in numbers. */
export interface EngineFigures {
  /** What should have fired and has not: deadlines, and steps of ladders. */
  readonly late: { readonly deadlines: number; readonly steps: number; readonly worstMs: number };
  /** What will fire. `next` is an instant. */
  readonly armed: { readonly deadlines: number; readonly next: number | null };
  readonly ladders: {
    readonly active: number;
    readonly acknowledged: number;
    readonly exhausted24h: number;
  };
  /** From the due instant to the firing, over all that fired in the last 24 hours. */
  readonly lag24h: Lag;
}

export async function readEngineFigures(tx: Tx, now: number): Promise<EngineFigures> {
  return {
    late: await readLate(tx, now, LATE_AFTER_MS),
    armed: await readArmed(tx),
    ladders: await readLadders(tx, now),
    lag24h: await readLag(tx, now),
  };
}

/** What should have fired before `now` by more than the grace. */
export async function readLate(
  tx: Tx,
  now: number,
  graceMs: number,
): Promise<EngineFigures['late']> {
  const [row] = await sql<{ deadlines: number; steps: number; oldest: Date | null }>(
    tx,
    `SELECT d.count AS deadlines, e.count AS steps, least(d.oldest, e.oldest) AS oldest
     FROM (SELECT count(*)::int AS count, min(fire_at) AS oldest FROM deadlines WHERE fire_at < $1) d,
          (SELECT count(*)::int AS count, min(fire_at) AS oldest FROM escalations WHERE fire_at < $1) e`,
    [new Date(now - graceMs)],
  );
  const oldest = row?.oldest?.getTime() ?? now;
  return { deadlines: row?.deadlines ?? 0, steps: row?.steps ?? 0, worstMs: now - oldest };
}

async function readArmed(tx: Tx): Promise<EngineFigures['armed']> {
  const [row] = await sql<{ deadlines: number; next: Date | null }>(
    tx,
    `SELECT (SELECT count(*)::int FROM deadlines WHERE fire_at IS NOT NULL) AS deadlines,
       least((SELECT min(fire_at) FROM deadlines), (SELECT min(fire_at) FROM escalations)) AS next`,
  );
  return { deadlines: row?.deadlines ?? 0, next: row?.next?.getTime() ?? null };
}

async function readLadders(tx: Tx, now: number): Promise<EngineFigures['ladders']> {
  const [row] = await sql<EngineFigures['ladders']>(
    tx,
    `SELECT count(*) FILTER (WHERE state = 'active')::int AS active,
       count(*) FILTER (WHERE state = 'acknowledged')::int AS acknowledged,
       (SELECT count(*)::int FROM escalations
        WHERE state = 'exhausted' AND ended_at >= $1) AS "exhausted24h"
     FROM escalations WHERE ended_at IS NULL`,
    [new Date(now - DAY_MS)],
  );
  return row ?? { active: 0, acknowledged: 0, exhausted24h: 0 };
}

/** A due time that a regrade moved into the past counts from the moment of the regrade: nobody could be earlier. */
async function readLag(tx: Tx, now: number): Promise<Lag> {
  const [row] = await sql<{ shares: number[] | null; max: number | null }>(
    tx,
    `SELECT percentile_disc(ARRAY[0.5, 0.99]) WITHIN GROUP (ORDER BY lag) AS shares, max(lag) AS max
     FROM (
       SELECT extract(epoch FROM at - due_at)::float8 * 1000 AS lag FROM escalation_steps
       WHERE at >= $1
       UNION ALL
       SELECT extract(epoch FROM breached_at - greatest(due_at, due_set_at))::float8 * 1000
       FROM deadlines
       WHERE breached_at >= $1 AND due_at IS NOT NULL
     ) fired`,
    [new Date(now - DAY_MS)],
  );
  const [p50 = null, p99 = null] = row?.shares ?? [];
  return { p50: rounded(p50), p99: rounded(p99), max: rounded(row?.max ?? null) };
}

const rounded = (ms: number | null): number | null => (ms === null ? null : Math.round(ms));
