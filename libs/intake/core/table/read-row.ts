import { LIMITS, SKEW_MS } from '../sighting.js';
import type { RawSighting } from '../sighting.js';
import type { Words } from '../words.js';
import { unguarded } from './csv-writer.js';
import { readCount } from './count.js';
import { FIELD_WORDS } from './fields.js';
import type { ColumnMapping, Field } from './fields.js';
import { readMoment } from './moment.js';

export interface Reading {
  readonly mapping: ColumnMapping;
  /** The zone of times that are written without an offset. */
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type ReadRow =
  | { readonly ok: true; readonly sighting: RawSighting }
  /** Everything that is wrong with it, at once. */
  | { readonly ok: false; readonly reasons: readonly Words[] };

/** Cells that say that there is nothing. */
const NOTHING = new Set(['', '-', '--', '—', '/', 'null', 'none', 'n/a', '无', '暂无']);

/** Reads one row of a file as a sighting. */
export function readRow(values: ReadonlyMap<string, string>, reading: Reading): ReadRow {
  const reasons: Words[] = [];
  const cell = (field: Field): string | null => {
    const column = reading.mapping[field];
    const text = column === undefined ? '' : unguarded((values.get(column) ?? '').trim());
    return NOTHING.has(text.toLowerCase()) ? null : text;
  };
  const refuse = (field: Field, zh: string, en: string): null => {
    const name = FIELD_WORDS[field];
    reasons.push({ zh: `${name.zh}${zh}`, en: `${name.en}: ${en}` });
    return null;
  };
  const words = (field: 'text' | 'source' | 'externalId', most: number): string | null => {
    const text = cell(field);
    if (text === null) return null;
    if (!isText(text)) return refuse(field, '含有乱码字符', 'has characters that are not text');
    if (text.length > most)
      return refuse(field, `超过 ${String(most)} 字`, `is longer than ${String(most)} characters`);
    return text;
  };
  const count = (field: 'rank' | 'views', least: number, most: number): number | null => {
    const text = cell(field);
    if (text === null) return null;
    const value = readCount(text);
    if (value !== null && value >= least && value <= most) return value;
    return refuse(field, `“${shorten(text)}”不是数`, `“${shorten(text)}” is no count`);
  };
  const text =
    cell('text') === null ? refuse('text', '是空的', 'is empty') : words('text', LIMITS.text);
  const seenAt = momentOf(cell('seenAt'), reading, refuse);
  const sighting = {
    outlet: words('source', LIMITS.outlet),
    url: addressOf(cell('url'), refuse),
    externalId: words('externalId', LIMITS.externalId),
    rank: count('rank', 1, LIMITS.rank),
    views: count('views', 0, LIMITS.views),
  };
  return text === null || seenAt === null || reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, sighting: { text, seenAt, ...sighting } };
}

type Refuse = (field: Field, zh: string, en: string) => null;

function momentOf(text: string | null, { zone, now }: Reading, refuse: Refuse): number | null {
  if (text === null) return refuse('seenAt', '是空的', 'is empty');
  const at = readMoment(text, zone);
  if (at === null)
    return refuse(
      'seenAt',
      `“${shorten(text)}”不是时间，请写成 2026-03-02 09:05`,
      `“${shorten(text)}” is no time; write 2026-03-02 09:05`,
    );
  return at > now + SKEW_MS ? refuse('seenAt', '在将来', 'lies in the future') : at;
}

function addressOf(text: string | null, refuse: Refuse): string | null {
  if (text === null) return null;
  if (text.length > LIMITS.url)
    return refuse(
      'url',
      `超过 ${String(LIMITS.url)} 字`,
      `is longer than ${String(LIMITS.url)} characters`,
    );
  if (!/^https?:\/\/\S+$/i.test(text) || !isText(text))
    return refuse('url', '应以 http:// 或 https:// 开头', 'must begin with http:// or https://');
  return text;
}

/** PostgreSQL cannot store NUL, nor UTF-8 half of a surrogate pair; U+FFFD is what a decoder could not read. */
const isText = (text: string): boolean => !/[\0\uFFFD]|\p{Surrogate}/u.test(text);

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
