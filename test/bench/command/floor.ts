import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#platform';
import type { Actor } from '#workflow';
import type { Turn } from './clients.js';
import { COMMANDS } from './ours.js';

/** A deadline that a command starts: when it warns and when it is due, in minutes from now; null: it is dormant. */
type NewDeadline = readonly [clock: string, warnMinutes: number | null, dueMinutes: number | null];

/** Which rows the use case writes for a command, besides those that every command writes. */
interface Writes {
  readonly event: string;
  readonly state: string;
  readonly stops?: string;
  readonly starts?: readonly NewDeadline[];
  readonly ladder?: 'begins' | 'is taken';
}

const WRITES: Readonly<Record<string, Writes>> = {
  report: {
    event: 'reported',
    state: 'reported',
    stops: 'report',
    starts: [
      ['acknowledge', 24, 30],
      ['judge', 192, 240],
      ['first-response', 2304, 2880],
      ['press-conference', null, null],
    ],
    ladder: 'begins',
  },
  acknowledge: {
    event: 'acknowledged',
    state: 'reported',
    stops: 'acknowledge',
    ladder: 'is taken',
  },
  note: { event: 'noted', state: 'reported' },
};

/**
 * The floor: what somebody would write who has `pg` and knows beforehand what is to be stored. One transaction, the
 * same rows in the same tables, one statement for each table; no rules, no redaction, no canonical JSON.
 */
export function floorTurn(pool: pg.Pool, actor: Actor): Turn {
  return async (incidentId) => {
    for (const [name, body] of COMMANDS) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await write(client, incidentId, name, body, actor);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    }
    return COMMANDS.length;
  };
}

async function write(
  client: pg.PoolClient,
  id: string,
  name: string,
  body: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<void> {
  const { event, state, stops, starts, ladder } = WRITES[name] ?? {
    event: name,
    state: 'reported',
  };
  const now = new Date();
  const { rows } = await client.query<{
    seq: number;
    hash: string;
    version: number;
    facts: object;
  }>(
    `SELECT h.seq, h.hash, s.version, s.facts FROM timeline_heads h JOIN subjects s ON s.id = h.subject_id
     WHERE h.subject_id = $1 FOR UPDATE OF h`,
    [id],
  );
  const [head = { seq: 0, hash: '', version: 0, facts: {} }] = rows;
  const version = head.version + 1;
  await client.query('UPDATE subjects SET state = $2, version = $3, facts = $4 WHERE id = $1', [
    id,
    state,
    version,
    JSON.stringify({ ...head.facts, severity: 'III' }),
  ]);
  const data = JSON.stringify({ command: name, params: body });
  const hash = createHash('sha256').update(head.hash).update(data).digest('hex');
  await client.query(
    `INSERT INTO timeline (subject_id, seq, subject_type, at, actor_kind, actor_id, type, data, prev_hash, hash)
     VALUES ($1, $2, 'incident', $3, 'user', $4, $5, $6, $7, $8)`,
    [id, head.seq + 1, now, actor.id, event, data, head.hash, hash],
  );
  await client.query('UPDATE timeline_heads SET seq = $2, hash = $3 WHERE subject_id = $1', [
    id,
    head.seq + 1,
    hash,
  ]);
  if (ladder === 'is taken') await takeLadder(client, id, actor, now);
  if (stops !== undefined) await stopDeadline(client, id, stops, event, now);
  if (starts !== undefined) await startDeadlines(client, id, starts, now);
  await client.query(
    'UPDATE incidents SET state = $2, version = $3, severity = $4, updated_at = $5 WHERE id = $1',
    [id, state, version, 'III', now],
  );
  await client.query(
    "INSERT INTO stream_events (type, user_id, data, at) VALUES ('incident.changed', NULL, $1, $2)",
    [JSON.stringify({ id, version, state }), now],
  );
}

async function stopDeadline(
  client: pg.PoolClient,
  id: string,
  clock: string,
  by: string,
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE deadlines SET state = 'stopped', version = version + 1, stopped_at = $3, stopped_by = $4, fire_at = NULL,
       fire_kind = NULL WHERE subject_id = $1 AND clock = $2 AND state <> 'stopped'`,
    [id, clock, now, by],
  );
}

/** All in one statement, and the ladder that begins with the first of them. */
async function startDeadlines(
  client: pg.PoolClient,
  id: string,
  starts: readonly NewDeadline[],
  now: Date,
): Promise<void> {
  const ids = starts.map(() => newId());
  const later = (minutes: number | null): Date | null =>
    minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
  await client.query(
    `INSERT INTO deadlines (id, subject_type, subject_id, clock, grade, state, started_at, due_at, due_set_at, warn_at, fire_at, fire_kind)
     SELECT id, 'incident', $1, clock, 'III', CASE WHEN due_at IS NULL THEN 'dormant' ELSE 'running' END,
       $2, due_at, $2, warn_at, warn_at, CASE WHEN due_at IS NULL THEN NULL ELSE 'warn' END
     FROM unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[]) AS d (id, clock, warn_at, due_at)`,
    [
      id,
      now,
      ids,
      starts.map(([clock]) => clock),
      starts.map(([, minutes]) => later(minutes)),
      starts.map(([, , minutes]) => later(minutes)),
    ],
  );
  await client.query(
    `INSERT INTO escalations (id, subject_type, subject_id, clock, deadline_id, ladder, policy, state, next_round,
       next_step, next_step_at, started_at, fire_at)
     VALUES ($1, 'incident', $2, 'acknowledge', $3, 'duty', $4, 'active', 1, 1, $5, $5, $5)`,
    [newId(), id, ids[0], POLICY, now],
  );
}

const STEPS = [
  { waitMs: 0, notify: ['on-duty:officer', 'on-duty:deputy'], channels: ['app'] },
  { waitMs: 300_000, notify: ['on-duty:leader'], channels: ['app'] },
  { waitMs: 300_000, notify: ['role:leader'], channels: ['app'] },
  { waitMs: 300_000, notify: ['unit:all'], channels: ['app'] },
];

/** About as long as the ladder that the use case keeps with each escalation. */
const POLICY = JSON.stringify({ name: 'duty', repeat: 2, ackHoldsMs: 1_800_000, steps: STEPS });

async function takeLadder(
  client: pg.PoolClient,
  id: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE escalations SET state = 'acknowledged', acknowledged_by = $2, acknowledged_at = $3, ended_at = $3,
       fire_at = NULL WHERE subject_id = $1 AND ended_at IS NULL`,
    [id, actor.id, now],
  );
}
