import type { Head, Tx } from '#platform';
import { sql } from '#platform';
import type { CompiledDefinition, Facts, Subject } from '../core/index.js';
import type { DeadlineBook } from './deadline-book.js';
import type { Definitions } from './definitions.js';

/** A subject locked for one transaction, with all that deciding and persisting need. */
export interface Loaded {
  readonly type: string;
  readonly subject: Subject;
  readonly definition: CompiledDefinition;
  readonly head: Head;
}

interface SubjectRow {
  readonly id: string;
  readonly type: string;
  readonly workflow_version: number;
  readonly state: string;
  readonly version: number;
  readonly facts: Facts;
  readonly seq: number;
  readonly hash: string;
}

/**
 * Locks subjects by their timeline heads, in the order of their ids, and loads them. Those that do not exist are
 * missing from the answer. The subjects are locked as well: whoever had to wait is given the newest version of the
 * rows that a statement locks, and of all others the one from before the wait.
 */
export async function lockSubjects(
  tx: Tx,
  ids: readonly string[],
  definitions: Definitions,
  book: DeadlineBook,
): Promise<Map<string, Loaded>> {
  const rows = await sql<SubjectRow>(
    tx,
    `SELECT s.id, s.type, s.workflow_version, s.state, s.version, s.facts, h.seq, h.hash
     FROM timeline_heads h JOIN subjects s ON s.id = h.subject_id
     WHERE h.subject_id = ANY($1) ORDER BY h.subject_id FOR UPDATE OF h, s`,
    [ids],
  );
  const loaded = new Map<string, Loaded>();
  for (const row of rows) {
    loaded.set(row.id, {
      type: row.type,
      definition: definitions.at(row.type, row.workflow_version),
      head: { seq: row.seq, hash: row.hash },
      subject: { ...pickSubject(row), clocks: await book.liveClocks(tx, row.id) },
    });
  }
  return loaded;
}

/** A subject as lists and pages need it: not locked, for reading only. */
export async function readSubject(
  tx: Tx,
  id: string,
  definitions: Definitions,
  book: DeadlineBook,
): Promise<Omit<Loaded, 'head'> | null> {
  const [row] = await sql<Omit<SubjectRow, 'seq' | 'hash'>>(
    tx,
    'SELECT id, type, workflow_version, state, version, facts FROM subjects WHERE id = $1',
    [id],
  );
  if (row === undefined) return null;
  return {
    type: row.type,
    definition: definitions.at(row.type, row.workflow_version),
    subject: { ...pickSubject(row), clocks: await book.liveClocks(tx, id) },
  };
}

const pickSubject = ({
  id,
  state,
  version,
  facts,
}: Omit<SubjectRow, 'seq' | 'hash'>): Omit<Subject, 'clocks'> => ({
  id,
  state,
  version,
  facts,
});

/** Adds the facts that the domain supplies at every load (declared `derived`). */
export const withDerived = (loaded: Loaded, derived: Facts): Loaded => ({
  ...loaded,
  subject: { ...loaded.subject, facts: { ...loaded.subject.facts, ...derived } },
});

/**
 * Many subjects at once, without their clocks: for overviews that ask what could be done. Needs that look at clocks
 * (pausing, resuming) do not hold for them.
 */
export async function readSubjects(
  tx: Tx,
  ids: readonly string[],
  definitions: Definitions,
): Promise<Omit<Loaded, 'head'>[]> {
  const rows = await sql<Omit<SubjectRow, 'seq' | 'hash'>>(
    tx,
    'SELECT id, type, workflow_version, state, version, facts FROM subjects WHERE id = ANY($1)',
    [ids],
  );
  return rows.map((row) => ({
    type: row.type,
    definition: definitions.at(row.type, row.workflow_version),
    subject: { ...pickSubject(row), clocks: [] },
  }));
}
