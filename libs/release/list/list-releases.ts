import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor } from '#workflow';
import { RELEASE_COLUMNS } from '../texts/release-row.js';
import type { ReleaseRow } from '../texts/release-row.js';
import { sightOf } from '../sight.js';

export interface ReleaseSearch {
  /** Null: of every state. */
  readonly states: readonly string[] | null;
  readonly incidentId: string | null;
  /** Only those that wait for this person. */
  readonly waiting: boolean | null;
  /** Only those that this person wrote. */
  readonly mine: boolean;
  readonly after: MomentKey | null;
  readonly limit: number;
}

export type ListedRelease = ReleaseRow & { readonly waits: boolean };

/** The last changed first. Reads one more than asked, for `pageOf`. */
export function listReleases(
  tx: Tx,
  search: ReleaseSearch,
  reader: Actor,
): Promise<ListedRelease[]> {
  const parameters: unknown[] = [];
  const bind = binderOf(parameters);
  const sight = sightOf(reader);
  const waits = waitsFor(reader, bind);
  const conditions = [
    ...(sight === null ? [] : [sight('r.id', bind)]),
    ...(search.states === null ? [] : [`r.state = ANY(${bind(search.states)}::text[])`]),
    ...(search.incidentId === null ? [] : [`r.incident_id = ${bind(search.incidentId)}::uuid`]),
    ...(search.waiting === null ? [] : [search.waiting ? waits : `NOT ${waits}`]),
    ...(search.mine ? [`r.drafted_by = ${bind(reader.id)}::uuid`] : []),
    ...(search.after === null
      ? []
      : [
          `(r.updated_at, r.id) < (${bind(search.after.at)}::timestamptz, ${bind(search.after.id)}::uuid)`,
        ]),
  ];
  return sql<ListedRelease>(
    tx,
    `SELECT ${RELEASE_COLUMNS}, ${waits} AS waits FROM releases r
     WHERE ${conditions.join(' AND ') || 'true'}
     ORDER BY r.updated_at DESC, r.id DESC LIMIT ${bind(search.limit + 1)}`,
    parameters,
  );
}

/** One of them, if this reader may know of it. */
export async function findListed(tx: Tx, id: string, reader: Actor): Promise<ListedRelease | null> {
  const parameters: unknown[] = [];
  const bind = binderOf(parameters);
  const waits = waitsFor(reader, bind);
  const sight = sightOf(reader)?.('r.id', bind) ?? 'true';
  const [row] = await sql<ListedRelease>(
    tx,
    `SELECT ${RELEASE_COLUMNS}, ${waits} AS waits FROM releases r WHERE r.id = ${bind(id)}::uuid AND ${sight}`,
    parameters,
  );
  return row ?? null;
}

/** Under which a release waits for this person: the same that the workflow lets them do (config/workflows/release.yaml). */
function waitsFor(reader: Actor, bind: (value: unknown) => string): string {
  const me = `${bind(reader.id)}::uuid`;
  const unit = `${bind(reader.unitId)}::uuid`;
  const reviews = reader.roles.includes('reviewer');
  const leads = reader.roles.includes('leader');
  // Every value is named in the statement whatever the roles are: of one that is not, PostgreSQL cannot tell the type.
  const ofUnit = `coalesce(r.unit_id = ${unit}, false)`;
  const ofPublicity = `coalesce(r.publicity_unit_id = ${unit}, false)`;
  const first = `(${String(reviews || leads)} AND ${ofUnit})`;
  const second = `(${String(leads)} OR (${String(reviews)} AND ${ofPublicity}))`;
  const publishes = `(${String(reviews)} AND ${ofPublicity})`;
  const wrote = `EXISTS (SELECT 1 FROM release_versions v WHERE v.release_id = r.id AND v.written_by = ${me})`;
  return `((NOT ${wrote} AND ${me} IS DISTINCT FROM r.first_approved_by AND ${me} IS DISTINCT FROM r.second_approved_by
      AND ((r.state IN ('unit-review', 'urgent-review') AND ${first})
        OR (r.state IN ('publicity-review', 'urgent-review') AND ${second})))
    OR (r.state = 'draft' AND r.drafted_by = ${me})
    OR (r.state = 'approved' AND (r.drafted_by = ${me} OR ${publishes})))`;
}
