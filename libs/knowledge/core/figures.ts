/** Values by kind, as words: `只` → `800只`. */
export type Values = ReadonlyMap<string, ReadonlySet<string>>;

const DIGITS = '零一二三四五六七八九';
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const NUMERAL = String.raw`\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+`;
/** What is counted or measured. Dates and hours are not among them. */
const UNIT =
  '小时|分钟|公里|千米|平方米|毫米|厘米|公斤|千克|毫升|人次|[人例名位只头条艘架辆台套所家户栋起次天周年岁元块米吨斤升度倍级股间枚件%]';
const AMOUNT = new RegExp(`(${NUMERAL})([万亿]?)[多余几]?个?(${UNIT})`, 'gu');
/** 一个, 一名, 两次: words rather than figures. */
const SAYS_LITTLE = 2;

/** 二百三十 → 230, 一九 → 19; null for what is no number by itself (百). */
export function readNumeral(text: string): number | null {
  if (/^\d/u.test(text)) return Number(text);
  let sum = 0;
  let pending: number | null = null;
  for (const character of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const step = STEPS[character];
    if (step === undefined) {
      pending = (pending ?? 0) * 10 + DIGITS.indexOf(character);
    } else {
      if (pending === null && step !== 10) return null;
      sum += (pending ?? 1) * step;
      pending = null;
    }
  }
  return sum + (pending ?? 0);
}

/** The amounts that a text names, by what they count. */
export function amountsOf(text: string): Values {
  const amounts = new Map<string, Set<string>>();
  for (const [, numeral = '', myriad = '', unit = ''] of text.matchAll(AMOUNT)) {
    const value = readNumeral(numeral);
    if (value === null || (value <= SAYS_LITTLE && !/^\d/u.test(numeral))) continue;
    add(amounts, unit, `${String(value * (MYRIADS[myriad] ?? 1))}${unit}`);
  }
  return amounts;
}

const DATE = new RegExp(`(${NUMERAL})月(${NUMERAL})[日号]`, 'gu');
const YEAR = /(20\d{2})年/gu;
const HOUR = /(?<![\d.])(\d{1,2})(?:点(?![\d要建])|:\d{2})/gu;
const WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])/gu;

/** When a text says that it happens, by kind: dates, years, hours, days of the week. */
export function timesOf(text: string): Values {
  const times = new Map<string, Set<string>>();
  for (const [, month = '', day = ''] of text.matchAll(DATE)) {
    const [m, d] = [readNumeral(month), readNumeral(day)];
    if (m !== null && d !== null && m <= 12 && d <= 31) {
      add(times, 'date', `${String(m)}月${String(d)}日`);
    }
  }
  for (const [, year = ''] of text.matchAll(YEAR)) add(times, 'year', `${year}年`);
  for (const [, hour = ''] of text.matchAll(HOUR)) add(times, 'hour', `${String(Number(hour))}点`);
  for (const [, day = ''] of text.matchAll(WEEKDAY)) {
    add(times, 'weekday', `周${day === '天' ? '日' : day}`);
  }
  return times;
}

function add(values: Map<string, Set<string>>, kind: string, value: string): void {
  values.set(kind, (values.get(kind) ?? new Set()).add(value));
}

/** The kinds of which both name values, and not one in common. */
export const kindsApart = (one: Values, other: Values): string[] =>
  [...one].flatMap(([kind, values]) => {
    const there = other.get(kind);
    return there === undefined || [...values].some((value) => there.has(value)) ? [] : [kind];
  });
