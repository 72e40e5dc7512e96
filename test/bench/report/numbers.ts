/** The value below which a share of the values lies (nearest rank). Throws RangeError for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Lateness in milliseconds, summed up. */
export interface Lateness {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export const latenessOf = (values: readonly number[]): Lateness => ({
  count: values.length,
  p50: percentile(values, 0.5),
  p99: percentile(values, 0.99),
  max: percentile(values, 1),
});

export const describeLateness = ({ p50, p99, max }: Lateness): string =>
  `p50 ${duration(p50)}, p99 ${duration(p99)}, max ${duration(max)}`;

/** Milliseconds below a second, seconds above. */
export const duration = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;

export const perSecond = (rate: number): string => `${rate.toFixed(0)}/s`;

export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;

export const count = (value: number): string => value.toLocaleString('en');
