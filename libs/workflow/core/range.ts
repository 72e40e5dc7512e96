import type { Words } from './types.js';

export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export function isWithin(size: number, { min, max }: Range): boolean {
  return (min === undefined || size >= min) && (max === undefined || size <= max);
}

/** “在 1 到 5 之间” / “between 1 and 5”, with the unit that is counted. */
export function describeRange({ min, max }: Range, unit: Words): Words {
  const zh = unit.zh === '' ? '' : ` ${unit.zh}`;
  const en = unit.en === '' ? '' : ` ${unit.en}`;
  if (min !== undefined && min !== 0 && max !== undefined) {
    return {
      zh: `在 ${min} 到 ${max}${zh === '' ? ' ' : zh}之间`,
      en: `between ${min} and ${max}${en}`,
    };
  }
  if (max !== undefined) return { zh: `不超过 ${max}${zh}`, en: `at most ${max}${en}` };
  return { zh: `不少于 ${min ?? 0}${zh}`, en: `at least ${min ?? 0}${en}` };
}
