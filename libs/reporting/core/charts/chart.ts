/** Plain data: what can be sent, kept and hashed. A chart has no functions in it. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What ECharts draws, on the web and in documents alike. Colours of text and of the ground are left to whoever draws, who
 * knows whether it is night. A datum that is a figure has its key in `figure`.
 */
export type ChartOption = Readonly<Record<string, Json>>;

export interface BriefChart {
  readonly key: ChartKey;
  readonly title: string;
  /** What is to be seen, in words, for those who do not see it. */
  readonly alt: string;
  /** In pixels, where the chart is `CHART_WIDTH` wide. */
  readonly height: number;
  readonly option: ChartOption;
}

export const CHART_KEYS = [
  ...(['weekly', 'severity', 'kinds', 'ladder', 'onTime', 'heat', 'risks', 'course'] as const),
] as const;
export type ChartKey = (typeof CHART_KEYS)[number];

/** As many pixels as make type of 14 pixels 10.5 points high across a line of 156 mm. */
export const CHART_WIDTH = 590;
