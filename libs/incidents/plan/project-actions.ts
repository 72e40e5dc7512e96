import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

/** Brings the rows that lists of actions read up to what the rules have decided. Most commands leave the plan alone. */
export async function projectActions(tx: Tx, { subject, events }: Accepted): Promise<void> {
  const { id, facts } = subject;
  const touched = ['actions', 'unitId'].some((name) =>
    events.some(({ set }) => Object.hasOwn(set, name)),
  );
  if (!touched) return;
  await sql(
    tx,
    `INSERT INTO incident_actions (incident_id, id, title, kind, unit_id, owner_id, due_at, status)
     SELECT $1, id, title, kind, coalesce("unitId", $3::uuid), "ownerId", to_timestamp("dueAt" / 1000), status
     FROM jsonb_to_recordset($2) AS action (id text, title text, kind text, "unitId" uuid, "ownerId" uuid,
       "dueAt" double precision, status text)
     ON CONFLICT (incident_id, id) DO UPDATE SET unit_id = CASE WHEN excluded.status = 'open'
         THEN excluded.unit_id ELSE coalesce(excluded.unit_id, incident_actions.unit_id) END,
       owner_id = excluded.owner_id, due_at = excluded.due_at, status = excluded.status`,
    [id, JSON.stringify(facts['actions'] ?? []), facts['unitId'] ?? null],
  );
}
