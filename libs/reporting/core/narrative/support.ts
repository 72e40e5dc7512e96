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

/** What stands around a number that counts nothing: years, days, times of day, paragraphs, numbers of documents. */
const BEFORE = /(?:第|〔|No\. ?|Q|H|-)$/u;
const AFTER = /^(?:年|月|日|号|时|点|:|：|〕|季度|期|章|条|款|月份|-|–)/u;

/** The numbers of a text that tell how many or how much, each with the figures that it may be. */
export function numbersIn(text: string, sayings: Sayings): NumberInText[] {
  const phrases = phrasesIn(text, sayings);
  const alone = [...text.matchAll(NUMBER)].flatMap((match): NumberInText[] => {
    const found = match[0].trimEnd();
    const [start, end] = [match.index, match.index + found.length];
    if (phrases.some((phrase) => start < phrase.end && phrase.start < end)) return [];
    if (BEFORE.test(text.slice(0, start)) || AFTER.test(text.slice(end))) return [];
    return [{ start, end, text: found, figures: sayings.get(plain(found)) ?? [] }];
  });
  return [...phrases, ...alone].sort((a, b) => a.start - b.start);
}

/** Times are told in several words: they are found whole, the longest first. */
function phrasesIn(text: string, sayings: Sayings): NumberInText[] {
  const found: NumberInText[] = [];
  const phrases = [...sayings.keys()].filter((said) => said.includes(' '));
  for (const said of phrases.sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(said); start >= 0; start = text.indexOf(said, start + 1)) {
      const end = start + said.length;
      if (/[0-9]/u.test(text.charAt(start - 1))) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, text: said, figures: sayings.get(said) ?? [] });
    }
  }
  return found;
}
