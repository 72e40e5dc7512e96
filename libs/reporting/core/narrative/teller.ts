import { FEWEST_FOR_A_SHARE, change, inDigits, inPercent, inTime } from './numbers.js';
import type { Language } from './numbers.js';
import type { Piece } from './piece.js';

/** What a narrative needs to know of a figure. */
export interface TellableFigure {
  readonly value: number | null;
  readonly previous: number | null;
  readonly yearBefore: number | null;
}

/** Tells figures in a language, and marks each number with the figure that it is. Says nothing that is not a figure. */
export class Teller {
  constructor(
    private readonly figures: ReadonlyMap<string, TellableFigure>,
    readonly language: Language,
  ) {}

  /** A count; 0 for a figure of which there is nothing. */
  value(key: string): number {
    return this.figures.get(key)?.value ?? 0;
  }

  /** The count of an earlier period; null where there is no base. */
  past(key: string, period: 'previous' | 'yearBefore'): number | null {
    return this.figures.get(key)?.[period] ?? null;
  }

  say(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** `12 件`, `1 incident`, `2 incidents`; another noun where it is given. */
  count(key: string, noun: Noun = INCIDENTS): Piece[] {
    const value = this.value(key);
    const unit = this.language === 'zh' ? ` ${noun.zh}` : ` ${value === 1 ? noun.one : noun.many}`;
    return [{ figure: key, text: inDigits(value) }, unit];
  }

  /** The count alone. */
  number(key: string): Piece {
    return { figure: key, text: inDigits(this.value(key)) };
  }

  /** How it compares with the period before and with the year before; what has no base is left out. */
  changes(key: string): Piece[] {
    const figure = this.figures.get(key);
    if (figure === undefined) return [];
    const said = (['previous', 'yearBefore'] as const)
      .map((comparison) => change(figure.value ?? 0, figure[comparison], comparison, this.language))
      .filter((text) => text !== null);
    const comma = this.say('，', ', ');
    return said.flatMap((text) => [comma, { figure: key, text }]);
  }

  /** `占 35.2%` where the whole is large enough for a share, else nothing: the count says it. */
  shareOf(key: string, whole: string): Piece[] {
    const all = this.value(whole);
    if (all < FEWEST_FOR_A_SHARE) return [];
    const share = inPercent(this.value(key) / all);
    return [this.say('，占 ', ', '), { figure: key, text: share }, this.say('', ' of all')];
  }

  /** A share that is a figure, or the two counts where there are too few for one. */
  rate(share: string, kept: string, all: string): Piece[] {
    const few = this.value(all) < FEWEST_FOR_A_SHARE;
    if (!few) return [{ figure: share, text: inPercent(this.value(share)) }];
    return this.language === 'zh'
      ? [this.number(all), ' 次中 ', this.number(kept), ' 次']
      : [this.number(kept), ' of ', this.number(all)];
  }

  /** A time in words; null when there is none. */
  time(key: string): Piece | null {
    const minutes = this.figures.get(key)?.value ?? null;
    return minutes === null ? null : { figure: key, text: inTime(minutes, this.language) };
  }

  /** Members of a family of which there is something, now or before. */
  members(family: string): string[] {
    return [...this.figures.keys()]
      .filter((key) => key.startsWith(`${family}.`))
      .map((key) => key.slice(family.length + 1));
  }

  /** Members of a family of which there is something, the largest first; ties in the order of their names. */
  largest(family: string): string[] {
    return [...this.figures.keys()]
      .filter((key) => key.startsWith(`${family}.`) && this.value(key) > 0)
      .map((key) => key.slice(family.length + 1))
      .sort(
        (a, b) => this.value(`${family}.${b}`) - this.value(`${family}.${a}`) || (a < b ? -1 : 1),
      );
  }
}

/** What is counted: a Chinese measure word, and both English numbers. */
export interface Noun {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

export const INCIDENTS: Noun = { zh: '件', one: 'incident', many: 'incidents' };
export const TIMES: Noun = { zh: '次', one: 'time', many: 'times' };
