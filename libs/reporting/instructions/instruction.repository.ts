import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Subject } from '#workflow';
import { instructionSight } from './instruction-sight.js';
import type { Reader } from './instruction-sight.js';

export const INSTRUCTION_STATES = ['given', 'done', 'closed', 'withdrawn'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

/** Which ones a list is asked for: those in a state, or `open` for those that are not over. */
export const INSTRUCTION_FILTERS = ['open', ...INSTRUCTION_STATES] as const;
export type InstructionFilter = (typeof INSTRUCTION_FILTERS)[number];

const statesOf = (filter: InstructionFilter | null): readonly InstructionState[] =>
  filter === null ? INSTRUCTION_STATES : filter === 'open' ? ['given', 'done'] : [filter];

/** What is not done yet is sorted by its due time, the first first; all else the newest first. */
const isByDueTime = (filter: InstructionFilter | null): boolean =>
  filter === 'open' || filter === 'given';

export interface InstructionRow {
  readonly id: string;
  readonly reportId: string;
  readonly sectionKey: string | null;
  readonly incidentId: string | null;
  readonly unitId: string;
  readonly givenBy: string;
  readonly text: string;
  readonly dueAt: Date;
  readonly state: InstructionState;
  readonly version: number;
  readonly result: string | null;
  readonly reason: string | null;
  readonly completedBy: string | null;
  readonly completedAt: Date | null;
  readonly closedAt: Date | null;
  readonly createdAt: Date;
}

const COLUMNS = `i.id, i.report_id AS "reportId", i.section_key AS "sectionKey", i.incident_id AS "incidentId",
  i.unit_id AS "unitId", i.given_by AS "givenBy", i.text, i.due_at AS "dueAt", i.state, i.version, i.result, i.reason,
  i.completed_by AS "completedBy", i.completed_at AS "completedAt", i.closed_at AS "closedAt",
  i.created_at AS "createdAt"`;

export async function findInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  const [row] = await sql<InstructionRow>(
    tx,
    `SELECT ${COLUMNS} FROM instructions i WHERE i.id = $1`,
    [id],
  );
  return row ?? null;
}

export interface InstructionSearch {
  readonly state: InstructionFilter | null;
  readonly unitId: string | null;
  readonly reportId: string | null;
  /** Given by this person, or to their unit. */
  readonly mine: boolean;
  readonly reader: Reader & { readonly id: string };
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** By what a page of them is sorted. */
export const sortedBy = (
  { dueAt, createdAt }: InstructionRow,
  filter: InstructionFilter | null,
): Date => (isByDueTime(filter) ? dueAt : createdAt);

/** Reads one row more than asked, for `pageOf`. */
export function listInstructions(tx: Tx, search: InstructionSearch): Promise<InstructionRow[]> {
  const { state, unitId, reportId, mine, reader, after, limit } = search;
  const parameters: unknown[] = [
    ...[statesOf(state), unitId, reportId, mine, reader.id, reader.unitId],
    ...[after?.at ?? null, after?.id ?? null, limit + 1],
  ];
  const sight = instructionSight(reader)?.('i.id', binderOf(parameters)) ?? 'true';
  const [key, order, beyond] = isByDueTime(state)
    ? ['i.due_at', 'ASC', '>']
    : ['i.created_at', 'DESC', '<'];
  return sql<InstructionRow>(
    tx,
    `SELECT ${COLUMNS} FROM instructions i
     WHERE i.state = ANY ($1) AND ($2::uuid IS NULL OR i.unit_id = $2)
       AND ($3::uuid IS NULL OR i.report_id = $3)
       AND (NOT $4::boolean OR i.given_by = $5::uuid OR i.unit_id = $6::uuid)
       AND ($7::timestamptz IS NULL OR (${key}, i.id) ${beyond} ($7, $8::uuid)) AND ${sight}
     ORDER BY ${key} ${order}, i.id ${order} LIMIT $9`,
    parameters,
  );
}

/** What is not a fact of the subject: words, and when things happened. */
export type InstructionWords = Pick<
  InstructionRow,
  'text' | 'result' | 'reason' | 'completedAt' | 'closedAt' | 'createdAt'
>;

/** The columns that lists read, from what the rules have decided. */
export async function saveInstruction(
  tx: Tx,
  { id, state, version, facts }: Subject,
  words: InstructionWords,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO instructions (id, report_id, section_key, incident_id, unit_id, given_by, due_at, state, version,
       completed_by, text, result, reason, completed_at, closed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, state = excluded.state, version = excluded.version,
       completed_by = excluded.completed_by, result = excluded.result, reason = excluded.reason,
       completed_at = excluded.completed_at, closed_at = excluded.closed_at`,
    [
      ...[id, facts['reportId'], facts['sectionKey'], facts['incidentId'], facts['unitId']],
      ...[facts['givenBy'], new Date(Number(facts['dueAt'])), state, version],
      ...[facts['completedBy'], words.text, words.result, words.reason, words.completedAt],
      ...[words.closedAt, words.createdAt],
    ],
  );
}
