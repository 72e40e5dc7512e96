import type { Language } from '../../settings/settings';
import { LANGUAGE_TAG } from '../../settings/language-tag';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1024;

/** `1536` → "1.5 KB". Powers of 1,024, as disks are told on servers. */
export function bytesWords(bytes: number, language: Language): string {
  let unit = 0;
  let amount = bytes;
  while (amount >= STEP && unit < UNITS.length - 1) {
    amount /= STEP;
    unit += 1;
  }
  const digits = amount < 10 && unit > 0 ? 1 : 0;
  const number = amount.toLocaleString(LANGUAGE_TAG[language], { maximumFractionDigits: digits });
  return `${number} ${UNITS[unit] ?? 'B'}`;
}

/** Milliseconds of lateness as short as they are telling: "40 ms", "1.2 s". */
export function lagWords(ms: number): string {
  return ms < 1000 ? `${String(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}
