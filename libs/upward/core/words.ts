import { DateTime } from 'luxon';

/** The words of official Chinese for the codes of the domain (domain.md). */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  rumour: '谣言传言',
  'hot-topic': '热点',
  complaint: '群众诉求',
  emergency: '突发事件',
};

export const SEVERITY_WORDS: Readonly<Record<string, string>> = {
  I: '特别重大（Ⅰ级）',
  II: '重大（Ⅱ级）',
  III: '较大（Ⅲ级）',
  IV: '一般（Ⅳ级）',
};

export const VERDICT_WORDS: Readonly<Record<string, string>> = {
  true: '经核查，情况属实',
  'partly-true': '经核查，情况部分属实',
  false: '经核查，情况不属实',
  unverifiable: '经核查，暂无法证实',
};

/** 2026年3月2日9时05分, on the wall clock of the organisation. */
export const fullMoment = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy年M月d日H时mm分');

/** 3月2日9时05分: within a report the year is known. */
export const shortMoment = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('M月d日H时mm分');

export const dayInWords = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy年M月d日');

/** 12.3 万: figures above ten thousand are read, not counted. */
export function amount(value: number): string {
  if (value < 10_000) return String(value);
  if (value < 100_000_000) return `${trimmed(value / 10_000)}万`;
  return `${trimmed(value / 100_000_000)}亿`;
}

/** One decimal, cut and not rounded: 9,999.96万 must not become 10,000万, nor a report claim more than there was. */
const trimmed = (value: number): string => String(Math.floor(value * 10 + 1e-9) / 10);

/** The same text with exactly one full stop at its end. */
export const sentence = (text: string): string =>
  `${text.trim().replace(/[。；;.,，、\s]+$/u, '')}。`;
