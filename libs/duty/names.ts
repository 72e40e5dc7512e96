import { sql } from '#platform';
import type { Tx } from '#platform';
import type { SubjectName } from '#workflow';

/** Where each kind is kept (as `s`, with its schedule_id), whose it is, and the moment by which it goes. */
const KINDS = {
  shift: { from: 'shifts s JOIN users u ON u.id = s.user_id', who: 'u.name', at: 's.starts_at' },
  swap: { from: 'swaps s JOIN users u ON u.id = s.offered_by', who: 'u.name', at: 's.starts_at' },
  handover: {
    from: `(SELECT h.id, o.schedule_id, o.ends_at, o.user_id AS outgoing, n.user_id AS incoming FROM handovers h
       JOIN shifts o ON o.id = h.shift_id JOIN shifts n ON n.id = h.next_shift_id) s
       JOIN users a ON a.id = s.outgoing JOIN users b ON b.id = s.incoming`,
    who: "a.name || ' → ' || b.name",
    at: 's.ends_at',
  },
} as const;

/** What people call things of the rota: the schedule, then who and when, on the schedule's wall clock. */
export async function dutyNames(
  tx: Tx,
  kind: keyof typeof KINDS,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectName>> {
  const { from, who, at } = KINDS[kind];
  const rows = await sql<SubjectName & { id: string }>(
    tx,
    `SELECT s.id, c.name AS number,
       ${who} || ' ' || to_char(${at} AT TIME ZONE (v.rules->>'timeZone'), 'YYYY-MM-DD HH24:MI') AS title
     FROM ${from} JOIN schedules c ON c.id = s.schedule_id
       JOIN schedule_versions v ON v.schedule_id = c.id AND v.version = c.version
     WHERE s.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
}
