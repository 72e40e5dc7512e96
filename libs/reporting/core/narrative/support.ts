import { FEWEST_FOR_A_SHARE, change, inDigits, inPercent, inTime } from './numbers.js';
import type { Language } from './numbers.js';
import type { TellableFigure } from './teller.js';

/** A number in a text, and the figures that it may be; none: nothing supports it. Half-open, in UTF-16 units. */
export interface NumberInText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figures: readonly string[];
}

/** Figures as texts that stand for them, by those texts. */
export type Sayings = ReadonlyMap<string, readonly string[]>;

/** A figure with its unit: a time is told in words, a share in per cent. */
export interface SayableFigure extends TellableFigure {
  readonly unit: 'incidents' | 'times' | 'share' | 'minutes';
}

/** Every way in which a number of a brief may be written, with the figures that are written so. */
export function sayingsOf(
  figures: ReadonlyMap<string, SayableFigure>,
  language: Language,
): Sayings {
  const sayings = new Map<string, string[]>();
  const logged = figures.get('logged')?.value ?? 0;
  for (const [key, figure] of figures) {
    for (const said of waysToSay(figure, logged, language)) {
      const known = sayings.get(said) ?? [];
      if (!known.includes(key)) sayings.set(said, [...known, key]);
    }
  }
  return sayings;
}

function waysToSay(figure: SayableFigure, logged: number, language: Language): string[] {
  const { unit, value, previous, yearBefore } = figure;
  const values = [value, previous, yearBefore].filter((one) => one !== null);
  switch (unit) {
    case 'share':
      return values.map(inPercent);
    case 'minutes':
      return values.map((minutes) => inTime(minutes, language));
    case 'incidents':
    case 'times': {
      const share =
        value !== null && logged >= FEWEST_FOR_A_SHARE ? [inPercent(value / logged)] : [];
      const changes = (['previous', 'yearBefore'] as const).flatMap((comparison) =>
        numbersOf(change(value ?? 0, figure[comparison], comparison, language) ?? ''),
      );
      return [...values.map(inDigits), ...share, ...changes];
    }
  }
}

/** Digits with their separators, a point and a per cent sign; full-width ones are read as well. */
const NUMBER = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?\s?[%％]?/gu;

const numbersOf = (text: string): string[] =>
  [...text.matchAll(NUMBER)].map(([found]) => plain(found));

/** As this program would write it. */
function plain(found: string): string {
  const narrow = found.normalize('NFKC').replaceAll(/[,\s]/gu, '');
  const isShare = narrow.endsWith('%');
  const value = Number(isShare ? narrow.slice(0, -1) : narrow);
  return isShare
    ? `${value.toString()}%`
    : Number.isInteger(value)
      ? inDigits(value)
      : value.toString();
}

/** What stands around a number that counts nothing: years, months, times of day, ordinals, numbers of documents. */
const BEFORE = /(?:第|〔|No\. ?|Q|H|-)$/u;
const AFTER = /^(?:年|月|号|点|:|：|〕|季度|月份|-|–)/u;

/** 30日 is a date only behind its month or another day of it, and 9时 behind a day: elsewhere they may be durations. */
const DAY_FOLLOWS = /(?:(?<!个)月|[0-9０-９]日[至到和及、—～])$/u;
const HOUR_FOLLOWS = /(?:日|凌晨|[上中下]午|[早晚]上?|[0-9０-９]时[至到和及、—～])$/u;

/** Whether a number counts nothing where it stands. */
function isLabel(before: string, number: string, after: string): boolean {
  if (BEFORE.test(before) || AFTER.test(after)) return true;
  const value = Number(plain(number));
  if (after.startsWith('日')) return DAY_FOLLOWS.test(before) && isWithin(value, 1, 31);
  return after.startsWith('时') && HOUR_FOLLOWS.test(before) && isWithin(value, 0, 24);
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** The numbers of a text that tell how many or how much, each with the figures that it may be. */
export function numbersIn(text: string, sayings: Sayings): NumberInText[] {
  const phrases = phrasesIn(text, sayings);
  const alone = [...text.matchAll(NUMBER)].flatMap((match): NumberInText[] => {
    const found = match[0].trimEnd();
    const [start, end] = [match.index, match.index + found.length];
    if (phrases.some((phrase) => start < phrase.end && phrase.start < end)) return [];
    if (isLabel(text.slice(0, start), found, text.slice(end))) return [];
    return [{ start, end, text: found, figures: sayings.get(plain(found)) ?? [] }];
  });
  return [...phrases, ...alone].sort((a, b) => a.start - b.start);
}

/** What makes the digits behind it the end of a larger number: 1.5 小时 is not 5 小时. */
const WITHIN_A_NUMBER = /(?:[0-9０-９][,，]?|[.．])$/u;

/** Times are told in several words: they are found whole, the longest first. */
function phrasesIn(text: string, sayings: Sayings): NumberInText[] {
  const found: NumberInText[] = [];
  const phrases = [...sayings.keys()].filter((said) => said.includes(' '));
  for (const said of phrases.sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(said); start >= 0; start = text.indexOf(said, start + 1)) {
      const end = start + said.length;
      if (WITHIN_A_NUMBER.test(text.slice(0, start))) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, text: said, figures: sayings.get(said) ?? [] });
    }
  }
  return found;
}
