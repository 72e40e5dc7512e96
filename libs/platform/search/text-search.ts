import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { gramsOfWord } from '../core/search/grams.js';
import { planSearch } from '../core/search/plan.js';
import type { GramShares } from '../core/search/plan.js';
import { likePattern } from '../core/search/words.js';
import type { SearchWords } from '../core/search/words.js';
import { sql } from '../database/tx.js';
import type { Tx } from '../database/tx.js';
import type { MomentKey } from '../http/page.js';
import { readGramShares } from './gram-shares.js';

/** A table whose rows have `id` and `grams`: `search_grams` of a text, indexed with GIN. */
export interface SearchedTable {
  readonly name: string;
  /** The text in small letters, as SQL over the row `t`. */
  readonly text: string;
  /** Where it takes time to make letters small: the text as it is written, for words that have none. */
  readonly written?: string;
  /** The column of time by which its rows stand in order; with the id, an index of its own leads through it. */
  readonly at: string;
  readonly order?: 'ASC' | 'DESC';
}

export interface TextQuery {
  readonly words: SearchWords;
  /** Conditions over the row `t`, whose values `bind` turns into parameters. */
  readonly where: (bind: (value: unknown) => string) => readonly string[];
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The ids of a page, one more than asked for, for `pageOf`. */
export interface Found {
  readonly ids: readonly string[];
  /** The words are too short for the index: there may be more among what is older than the newest so many. */
  readonly onlyNewest: boolean;
}

/** So many of the newest rows are looked through in some ten milliseconds; three tables at once, on few cores. */
const NEWEST = 8_000;
/** How common a gram is changes slowly. */
const GOOD_FOR_MS = 5 * 60_000;

const NO_WORDS: SearchWords = { wanted: [], unwanted: [] };

interface Condition {
  readonly parameters: readonly unknown[];
  readonly rows: string;
  readonly words: string;
  readonly order: string;
}

/**
 * Finds the newest rows that hold words, in a table of a million. A word that is rare is found by its grams; a frequent
 * one is met soon when one goes back in time, and its grams would lead to far more rows than anybody reads.
 */
@Injectable()
export class TextSearch {
  private readonly shares = new Map<string, { readonly at: number; readonly shares: GramShares }>();

  constructor(private readonly clock: Clock) {}

  async find(tx: Tx, table: SearchedTable, query: TextQuery): Promise<Found> {
    const { wanted } = query.words;
    const plan = planSearch(wanted, await this.sharesOf(tx, table.name));
    const condition = conditionOf(table, query);
    if (plan !== 'index') {
      const ids = await lookThroughNewest(tx, table, query, condition);
      if (ids.length > query.limit) return { ids, onlyNewest: false };
      if (plan === 'newest-only') return { ids, onlyNewest: await hasOlder(tx, table, query) };
    }
    const ids = await askIndex(tx, table, query, condition);
    return { ids, onlyNewest: false };
  }

  /** How common each gram is in a table; some minutes old. */
  async sharesOf(tx: Tx, table: string): Promise<GramShares> {
    const now = this.clock.now();
    const kept = this.shares.get(table);
    if (kept !== undefined && now - kept.at < GOOD_FOR_MS) return kept.shares;
    const shares = await readGramShares(tx, table);
    this.shares.set(table, { at: now, shares });
    return shares;
  }
}

function conditionOf({ at, order = 'DESC', ...table }: SearchedTable, query: TextQuery): Condition {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${String(parameters.push(value))}`;
  const { words, after } = query;
  const rows = [...query.where(bind)];
  if (after !== null)
    rows.push(
      `(t.${at}, t.id) ${order === 'DESC' ? '<' : '>'} (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`,
    );
  const grams = [...new Set(words.wanted.flatMap(gramsOfWord))];
  const holds = [
    ...(grams.length > 0 ? [`t.grams @> ${bind(grams)}::integer[]`] : []),
    ...words.wanted.map((word) => `${textFor(word, table)} LIKE ${bind(likePattern(word))}`),
    ...words.unwanted.map((word) => `${textFor(word, table)} NOT LIKE ${bind(likePattern(word))}`),
  ];
  return {
    parameters,
    rows: rows.length > 0 ? rows.join(' AND ') : 'true',
    words: holds.length > 0 ? holds.join(' AND ') : 'true',
    order: `t.${at} ${order}, t.id ${order}`,
  };
}

const textFor = (
  word: string,
  { text, written }: Pick<SearchedTable, 'text' | 'written'>,
): string => (written !== undefined && word.toLowerCase() === word.toUpperCase() ? written : text);

/** Goes through the rows in the order of their index until a page is full, or so many have been looked at. */
async function lookThroughNewest(
  tx: Tx,
  { name }: SearchedTable,
  { limit }: TextQuery,
  { parameters, rows, words, order }: Condition,
): Promise<string[]> {
  const found = await sql<{ id: string }>(
    tx,
    `SELECT t.id FROM (
       SELECT t.* FROM ${name} t WHERE ${rows} ORDER BY ${order} LIMIT ${String(NEWEST)}
     ) t WHERE ${words} ORDER BY ${order} LIMIT ${String(limit + 1)}`,
    parameters,
  );
  return found.map(({ id }) => id);
}

/** Whether there are rows that were not looked through. */
async function hasOlder(tx: Tx, table: SearchedTable, query: TextQuery): Promise<boolean> {
  // Its parameters have to be those of its own conditions: PostgreSQL refuses one that is not used.
  const { parameters, rows } = conditionOf(table, { ...query, words: NO_WORDS });
  const found = await sql(
    tx,
    `SELECT 1 FROM ${table.name} t WHERE ${rows} OFFSET ${String(NEWEST)} LIMIT 1`,
    parameters,
  );
  return found.length > 0;
}

/** Takes all rows that the grams lead to, and sorts those that hold the words. */
async function askIndex(
  tx: Tx,
  { name, at }: SearchedTable,
  { limit }: TextQuery,
  { parameters, rows, words, order }: Condition,
): Promise<string[]> {
  const found = await sql<{ id: string }>(
    tx,
    `WITH t AS MATERIALIZED (
       SELECT t.id, t.${at} FROM ${name} t WHERE ${words} AND ${rows}
     ) SELECT t.id FROM t ORDER BY ${order} LIMIT ${String(limit + 1)}`,
    parameters,
  );
  return found.map(({ id }) => id);
}
