import type { Language } from '../core/index.js';

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** 一, 二 …; the notes on the data stand behind them all, as 附. */
export function sectionNumber(key: string, index: number, language: Language): string {
  if (key === 'notes') return language === 'zh' ? '附' : 'Note';
  const count = String(index + 1);
  return language === 'zh' ? (NUMBERS[index] ?? count) : count;
}
