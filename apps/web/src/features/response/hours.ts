import type { ResponseItem } from '../../api/response';

/** One hour of the day, also when nothing came in it. */
export interface HourBar {
  readonly hour: number;
  readonly item: ResponseItem | null;
  /** Of the longest median of all hours, 0–1. */
  readonly share: number;
}

const HOURS = 24;

export function hourBars(items: readonly ResponseItem[]): HourBar[] {
  const longest = Math.max(0, ...items.map(({ acknowledge }) => acknowledge.p50Ms ?? 0));
  return Array.from({ length: HOURS }, (_, hour) => {
    const item = items.find(({ key }) => Number(key) === hour) ?? null;
    const median = item?.acknowledge.p50Ms ?? 0;
    return { hour, item, share: longest === 0 ? 0 : median / longest };
  });
}
