import type { ChartOption, Json } from './chart.js';

/** What all charts have in common; type of 10.5 points on paper. */
export const TYPE_PX = 14;

export const withCommon = (alt: string, option: ChartOption): ChartOption => ({
  animation: false,
  aria: { enabled: true, label: { description: alt }, decal: { show: true } },
  textStyle: { fontSize: TYPE_PX },
  tooltip: { trigger: 'item' },
  ...option,
});

export const LABEL = { fontSize: TYPE_PX } as const;

/** Names of rows and columns: none is left out, and long ones are cut. */
export const nameAxis = (names: readonly string[], over: ChartOption = {}): Json => ({
  ...{ type: 'category', data: names, axisTick: { show: false } },
  axisLabel: { ...LABEL, interval: 0, width: 150, overflow: 'truncate' },
  ...over,
});

export const countAxis = (over: ChartOption = {}): Json => ({
  ...{ type: 'value', minInterval: 1, axisLabel: LABEL },
  splitLine: { lineStyle: { opacity: 0.4 } },
  ...over,
});
