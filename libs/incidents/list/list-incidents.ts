import { In } from 'typeorm';
import { readMoment, readSearchWords, sql } from '#platform';
import type { MomentKey, SearchedTable, TextSearch, Tx } from '#platform';
import { IncidentEntity } from '../incident.entity.js';
import type { Reader } from '../sight/sight.js';
import { conditionsOf } from './conditions.js';
import type { IncidentQuery, Sort } from './incident-query.dto.js';

const DEFAULT_LIMIT = 50;

export interface IncidentPage {
  readonly rows: readonly IncidentEntity[];
  readonly nextCursor: string | null;
}

/** One page of incidents. Pages follow each other by key, so that new rows neither repeat nor hide any. */
export async function listIncidents(
  tx: Tx,
  texts: TextSearch,
  query: IncidentQuery,
  reader: Reader,
): Promise<IncidentPage> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const sort = query.sort ?? '-detectedAt';
  const page = {
    ...{ where: conditionsOf(query, reader), after: afterOf(query.cursor), limit },
    words: readSearchWords(query.q ?? ''),
  };
  const table = incidentsBy(sort);
  const ids =
    query.q === undefined
      ? await nextIds(tx, table, page)
      : (await texts.find(tx, table, page)).ids;
  const rows = await readIncidents(tx, ids.slice(0, limit));
  const last = rows.at(-1);
  return {
    rows,
    nextCursor: ids.length > limit && last !== undefined ? cursorOf(last, sort) : null,
  };
}

/** Number, title, claim and place: `search` and `grams` are columns that PostgreSQL keeps. */
export const incidentsBy = (sort: Sort): SearchedTable => ({
  ...{ name: 'incidents', text: 't.search' },
  at: columnOf(sort) === 'detectedAt' ? 'detected_at' : 'updated_at',
  order: sort.startsWith('-') ? 'DESC' : 'ASC',
});

/** In the order of the ids. */
export async function readIncidents(tx: Tx, ids: readonly string[]): Promise<IncidentEntity[]> {
  const rows = await tx.getRepository(IncidentEntity).findBy({ id: In([...ids]) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface Next {
  readonly where: (bind: (value: unknown) => string) => readonly string[];
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** One more than asked for. */
async function nextIds(
  tx: Tx,
  { name, at, order = 'DESC' }: SearchedTable,
  { where, after, limit }: Next,
): Promise<string[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${String(parameters.push(value))}`;
  const conditions = ['true', ...where(bind)];
  if (after !== null)
    conditions.push(
      `(t.${at}, t.id) ${order === 'DESC' ? '<' : '>'} (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`,
    );
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT t.id FROM ${name} t WHERE ${conditions.join(' AND ')}
     ORDER BY t.${at} ${order}, t.id ${order} LIMIT ${bind(limit + 1)}`,
    parameters,
  );
  return rows.map(({ id }) => id);
}

function afterOf(cursor: string | undefined): MomentKey | null {
  const [at, id] = cursor?.split('_') ?? [];
  return at === undefined || id === undefined
    ? null
    : readMoment(new Date(Number(at)).toISOString(), id);
}

const columnOf = (sort: Sort): 'detectedAt' | 'updatedAt' =>
  sort.endsWith('updatedAt') ? 'updatedAt' : 'detectedAt';

const cursorOf = (row: IncidentEntity, sort: Sort): string =>
  `${String(row[columnOf(sort)].getTime())}_${row.id}`;
