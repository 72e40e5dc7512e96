import { readMoment, unguarded } from '#intake';
import { isStorableText } from '#platform';
import type { Words } from '#platform';
import type { Finding } from '../clarifications/clarification.js';
import { COLUMN_WORDS } from './columns.js';
import type { Column } from './columns.js';

/** An answer as a row of a file tells it; not yet redacted. */
export interface ReadAnswer {
  readonly claim: string;
  readonly title: string | null;
  readonly place: string | null;
  readonly verdict: Finding;
  readonly answer: string;
  /** What the evidence says; the address itself, where nothing is said. */
  readonly evidence: string;
  readonly evidenceUrl: string;
  readonly url: string | null;
  readonly issuedBy: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

export interface AnswerReading {
  readonly columns: Partial<Record<Column, string>>;
  readonly zone: string;
  readonly now: number;
}

export type Read =
  | { readonly ok: true; readonly answer: ReadAnswer }
  /** Everything that is wrong with it, at once. */
  | { readonly ok: false; readonly reasons: readonly Words[] };

/** The limits of an answer that is typed. */
const LONGEST: Readonly<Partial<Record<Column, number>>> = {
  ...{ claim: 1000, answer: 5000, evidence: 2000, evidenceUrl: 2000 },
  ...{ url: 2000, issuedBy: 200, place: 200, title: 200 },
};
const SKEW_MS = 5 * 60_000;

/** What findings are called where answers are collected. */
const VERDICTS: Readonly<Record<string, Finding>> = {
  ...{ false: 'false', 不实: 'false', 虚假: 'false', 谣言: 'false', 假: 'false', 不属实: 'false' },
  ...{ 'partly-true': 'partly-true', 部分属实: 'partly-true', 部分不实: 'partly-true' },
  ...{ true: 'true', 属实: 'true', 真: 'true', 真实: 'true' },
  ...{ unverifiable: 'unverifiable', 无法核实: 'unverifiable', 存疑: 'unverifiable' },
};

export function readAnswer(values: ReadonlyMap<string, string>, reading: AnswerReading): Read {
  const reasons: Words[] = [];
  const refuse = (column: Column, zh: string, en: string): null => {
    const name = COLUMN_WORDS[column];
    reasons.push({ zh: `${name.zh}${zh}`, en: `${name.en} ${en}` });
    return null;
  };
  const text = (column: Column): string | null => {
    const name = reading.columns[column];
    const cell = name === undefined ? '' : unguarded((values.get(name) ?? '').trim());
    if (cell === '') return null;
    const most = LONGEST[column] ?? 200;
    if (!isStorableText(cell) || cell.includes('\uFFFD'))
      return refuse(column, '含有乱码字符', 'has characters that are not text');
    if (cell.length > most)
      return refuse(column, `超过 ${String(most)} 字`, `is longer than ${String(most)} characters`);
    return cell;
  };
  const needed = (column: Column): string | null => {
    const before = reasons.length;
    const cell = text(column);
    return cell === null && reasons.length === before ? refuse(column, '是空的', 'is empty') : cell;
  };
  const link = (column: Column, cell: string | null): string | null =>
    cell === null || isWebAddress(cell)
      ? cell
      : refuse(column, '应以 http:// 或 https:// 开头', 'must begin with http:// or https://');

  const claim = needed('claim');
  const verdict = verdictOf(needed('verdict'), refuse);
  const answer = needed('answer');
  const evidenceUrl = link('evidenceUrl', needed('evidenceUrl'));
  const publishedAt = momentOf(needed('publishedAt'), reading, refuse);
  const url = link('url', text('url'));
  const evidence = text('evidence') ?? evidenceUrl;
  const [issuedBy, place, title] = [text('issuedBy'), text('place'), text('title')];
  if (reasons.length > 0 || claim === null || verdict === null || answer === null)
    return { ok: false, reasons };
  if (evidenceUrl === null || evidence === null || publishedAt === null)
    return { ok: false, reasons };
  return {
    ok: true,
    answer: {
      ...{ claim, title, place, verdict, answer, evidence, evidenceUrl, url, publishedAt },
      // Whose answer it is has to be said; where it stands says it too.
      issuedBy: issuedBy ?? new URL(url ?? evidenceUrl).hostname,
    },
  };
}

type Refuse = (column: Column, zh: string, en: string) => null;

function verdictOf(cell: string | null, refuse: Refuse): Finding | null {
  if (cell === null) return null;
  const verdict = VERDICTS[cell.toLowerCase().replaceAll(' ', '-')];
  return (
    verdict ??
    refuse(
      'verdict',
      `“${cell.slice(0, 20)}”应为不实、部分属实、属实或无法核实`,
      `“${cell.slice(0, 20)}” must be false, partly-true, true or unverifiable`,
    )
  );
}

function momentOf(
  cell: string | null,
  { zone, now }: AnswerReading,
  refuse: Refuse,
): number | null {
  if (cell === null) return null;
  const at = readMoment(cell, zone);
  if (at === null)
    return refuse(
      'publishedAt',
      '不是时间，请写成 2026-03-02 09:05',
      'is no time; write 2026-03-02 09:05',
    );
  return at > now + SKEW_MS ? refuse('publishedAt', '在将来', 'lies in the future') : at;
}

const isWebAddress = (text: string): boolean =>
  /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
