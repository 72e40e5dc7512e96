import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type { SubjectSight } from '#workflow';
import type { DeadlineFilter } from './deadline.dto.js';
import type { DeadlineRow } from './deadline-row.js';
import { toDeadline } from './deadline.repository.js';
import type { StoredDeadline } from './deadline.repository.js';

export interface DeadlineSearch {
  /** Undefined: all that have not stopped. */
  readonly state: DeadlineFilter | undefined;
  readonly clock: string | undefined;
  /** Clocks that are nobody's business. */
  readonly except: readonly string[];
  /** Exclusive. */
  readonly dueBefore: Date | undefined;
  readonly subjectId: string | undefined;
  readonly after: MomentKey | null;
  readonly limit: number;
  readonly now: number;
  /** Of which subjects the reader may know. */
  readonly sight: SubjectSight;
}

/** Written out, since the partial index on due times is only found by a condition that the planner can read. */
const CONDITIONS: Readonly<Record<DeadlineFilter | 'live', string>> = {
  live: "state <> 'stopped'",
  running: "state = 'running'",
  paused: "state = 'paused'",
  stopped: "state = 'stopped'",
  late: "state = 'running'",
};

/** Deadlines that have a due time, the next due first. Reads one row more than asked, for `pageOf`. */
export async function listDeadlines(tx: Tx, search: DeadlineSearch): Promise<DeadlineRow[]> {
  const parameters: unknown[] = [
    search.clock ?? null,
    search.dueBefore ?? null,
    search.subjectId ?? null,
    search.after?.at ?? null,
    search.after?.id ?? null,
    search.state === 'late' ? new Date(search.now) : null,
    search.except,
    search.limit + 1,
  ];
  const seen = search.sight({ type: 'subject_type', id: 'subject_id' }, binderOf(parameters));
  const rows = await sql<StoredDeadline>(
    tx,
    `SELECT * FROM deadlines
     WHERE ${CONDITIONS[search.state ?? 'live']} AND due_at IS NOT NULL
       AND ($1::text IS NULL OR clock = $1)
       AND ($2::timestamptz IS NULL OR due_at < $2)
       AND ($3::uuid IS NULL OR subject_id = $3)
       AND ($4::timestamptz IS NULL OR (due_at, id) > ($4, $5::uuid))
       AND ($6::timestamptz IS NULL OR due_at <= $6)
       AND clock <> ALL ($7) AND ${seen}
     ORDER BY due_at, id LIMIT $8`,
    parameters,
  );
  return rows.map(toDeadline);
}
