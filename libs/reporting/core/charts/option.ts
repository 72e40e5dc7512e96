import type { ChartOption, Json } from './chart.js';

/** Type of 10.5 points on paper. */
export const LABEL = { fontSize: 14 } as const;

/** What all charts have in common. */
export const withCommon = (alt: string, option: ChartOption): ChartOption => ({
  animation: false,
  aria: { enabled: true, label: { description: alt }, decal: { show: true } },
  textStyle: LABEL,
  tooltip: { trigger: 'item' },
  ...option,
});

export const legend = (): Json => ({
  ...{ top: 0, left: 'center', selectedMode: false, textStyle: LABEL },
  ...{ itemWidth: 22, itemHeight: 14, itemGap: 16 },
});

/** On a phone, names of rows are given less room. */
export const onPhones = (option: ChartOption): ChartOption => ({
  media: [{ query: { maxWidth: 480 }, option }],
});

/** Five entries fit on one line of a phone. */
export const NARROW_LEGEND: Json = { itemGap: 8, itemWidth: 14, textStyle: { fontSize: 12 } };

/** Names of rows, from above; none is left out, and a long one is cut. */
export const rowAxis = (names: readonly string[], width = 150): Json => ({
  ...{ type: 'category', data: names, inverse: true },
  ...{ axisTick: { show: false }, axisLine: { show: false } },
  axisLabel: { ...LABEL, interval: 0, width, overflow: 'truncate' },
});

export const countAxis = (over: ChartOption = {}): Json => ({
  ...{ type: 'value', minInterval: 1, axisLabel: LABEL },
  splitLine: { lineStyle: { opacity: 0.4 } },
  ...over,
});

/** Ⅰ级 of Ⅰ级（特别重大）: a legend has room for five. */
export const shortName = (name: string): string => name.replace(/\s*[（(].*$/u, '');

/** ① to ⑳: the number of something in a list beside the chart. */
export const circled = (place: number): string => String.fromCodePoint(0x2460 + place - 1);
