import { Brackets } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type { Tx } from '#platform';
import { IncidentEntity } from '../incident.entity.js';
import { CLOSED_STATES, STATES } from '../words.js';
import { filterBySight } from '../sight/filter-by-sight.js';
import type { Reader } from '../sight/sight.js';
import type { IncidentQuery, Sort } from './incident-query.dto.js';

const DEFAULT_LIMIT = 50;

export interface IncidentPage {
  readonly rows: readonly IncidentEntity[];
  readonly nextCursor: string | null;
}

type Query = SelectQueryBuilder<IncidentEntity>;

/** One page of incidents. Pages follow each other by key, so that new rows neither repeat nor hide any. */
export async function listIncidents(
  tx: Tx,
  query: IncidentQuery,
  reader: Reader,
): Promise<IncidentPage> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const sort = query.sort ?? '-detectedAt';
  const builder = tx.getRepository(IncidentEntity).createQueryBuilder('i');
  filterBySight(builder, reader);
  filterByLists(builder, query);
  filterByRange(builder, query);
  filterByWords(builder, query.q);
  pageFrom(builder, sort, query.cursor);
  const rows = await builder.take(limit + 1).getMany();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last, sort) : null,
  };
}

function filterByLists(builder: Query, query: IncidentQuery): void {
  const open = STATES.filter((state) => CLOSED_STATES.every((closed) => closed !== state));
  const states = query.state?.flatMap((state) => (state === 'open' ? open : [state]));
  const lists = {
    state: states,
    severity: query.severity,
    kind: query.kind,
    category: query.category,
    verdict: query.verdict,
  };
  for (const [column, values] of Object.entries(lists)) {
    if (values !== undefined)
      builder.andWhere(`i.${column} IN (:...${column})`, { [column]: values });
  }
  if (query.unitId !== undefined) builder.andWhere('i.unitId = :unitId', { unitId: query.unitId });
  if (query.supervised !== undefined)
    builder.andWhere(`i.supervisedAt IS ${query.supervised ? 'NOT NULL' : 'NULL'}`);
  if (query.overdue !== undefined) {
    const late =
      "SELECT 1 FROM deadlines d WHERE d.subject_id = i.id AND d.state <> 'stopped' AND d.breached_at IS NOT NULL";
    builder.andWhere(query.overdue ? `EXISTS (${late})` : `NOT EXISTS (${late})`);
  }
}

function filterByRange(builder: Query, { from, to }: IncidentQuery): void {
  if (from !== undefined) builder.andWhere('i.detectedAt >= :from', { from: new Date(from) });
  if (to !== undefined) builder.andWhere('i.detectedAt < :to', { to: new Date(to) });
}

/** Every word must occur somewhere; the trigram index serves words of three characters and more. */
function filterByWords(builder: Query, q: string | undefined): void {
  const words =
    q
      ?.toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '') ?? [];
  words.forEach((word, index) => {
    const name = `word${String(index)}`;
    builder.andWhere(`i.search LIKE :${name}`, {
      [name]: `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`,
    });
  });
}

function pageFrom(builder: Query, sort: Sort, cursor: string | undefined): void {
  const descending = sort.startsWith('-');
  const column = columnOf(sort);
  const direction = descending ? 'DESC' : 'ASC';
  builder.orderBy(`i.${column}`, direction).addOrderBy('i.id', direction);
  const [at, id] = cursor?.split('_') ?? [];
  if (at === undefined || id === undefined) return;
  builder.andWhere(
    new Brackets((where) => {
      where.where(`(i.${column}, i.id) ${descending ? '<' : '>'} (:at, :id)`, {
        at: new Date(Number(at)),
        id,
      });
    }),
  );
}

const columnOf = (sort: Sort): 'detectedAt' | 'updatedAt' =>
  sort.endsWith('updatedAt') ? 'updatedAt' : 'detectedAt';

const cursorOf = (row: IncidentEntity, sort: Sort): string =>
  `${String(row[columnOf(sort)].getTime())}_${row.id}`;
