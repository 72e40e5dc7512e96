import { isId } from '../core/ids.js';
import { invalid } from './validation.js';

/** One page of a list. `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/**
 * Makes a page of rows read with `LIMIT limit + 1`: the row too many says that there is a next page. A cursor holds
 * the sort key of the last row, so that rows added meanwhile neither repeat nor hide others.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly string[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? writeCursor(keyOf(last)) : null };
}

const writeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, which has `parts` texts; null on the first page. A made-up cursor is a 400. */
export function readCursor(cursor: string | undefined, parts: number): string[] | null {
  if (cursor === undefined) return null;
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  if (isKey(key, parts)) return key;
  throw madeUpCursor();
}

/** The place in a list that is sorted by a moment and then by an id. */
export interface MomentKey {
  readonly at: Date;
  readonly id: string;
}

export const momentKey = (at: Date | number, id: string): [string, string] => [
  new Date(at).toISOString(),
  id,
];

/** What `momentKey` put into a cursor; null on the first page. A made-up cursor is a 400. */
export function readMomentCursor(cursor: string | undefined): MomentKey | null {
  const [text = '', id = ''] = readCursor(cursor, 2) ?? [];
  return cursor === undefined ? null : readMoment(text, id);
}

/** The two parts of such a key. What the database could not read is a 400. */
export function readMoment(text: string, id: string): MomentKey {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw madeUpCursor();
  if (!isYearOfFourDigits(text) || !isId(id)) throw madeUpCursor();
  return { at, id };
}

/** PostgreSQL knows fewer years than JavaScript. */
const isYearOfFourDigits = (iso: string): boolean => /^\d{4}-/.test(iso);

export const madeUpCursor = (): Error =>
  invalid([{ path: 'cursor', message: 'must be the nextCursor of the page before' }]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isKey = (value: unknown, parts: number): value is string[] =>
  Array.isArray(value) &&
  value.length === parts &&
  value.every(
    (part) => typeof part === 'string' && !part.includes('\u0000') && part.isWellFormed(),
  );
