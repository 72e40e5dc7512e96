import { describe, expect, it } from '@jest/globals';
import { PERIODS, periodOf, spanBefore, spanOf, type PeriodName } from './period';

/** A Monday, in Shanghai. */
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const days = ({ from, to }: ReturnType<typeof spanOf>) =>
  [from, to].map((iso) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16));

const SPANS: readonly [PeriodName, string, string, string][] = [
  ['week', '2026-02-24', '2026-03-03', '2026-02-17'],
  ['month', '2026-03-01', '2026-04-01', '2026-02-01'],
  ['quarter', '2026-01-01', '2026-04-01', '2025-10-01'],
  ['last-quarter', '2025-10-01', '2026-01-01', '2025-07-01'],
  ['year', '2026-01-01', '2027-01-01', '2025-01-01'],
];

describe('a period', () => {
  it.each(SPANS)('%s runs from midnight %s up to midnight %s', (name, from, to, before) => {
    expect(days(spanOf(name, NOW))).toEqual([`${from}T00:00`, `${to}T00:00`]);
    expect(days(spanBefore(name, NOW))).toEqual([`${before}T00:00`, `${from}T00:00`]);
  });

  it('has a case here, each of them', () => {
    expect(SPANS.map(([name]) => name)).toEqual(PERIODS);
  });

  it('crosses the year: the last quarter of January is that of October', () => {
    const january = Date.parse('2026-01-15T00:00:00+08:00');
    expect(days(spanOf('last-quarter', january))).toEqual(['2025-10-01T00:00', '2026-01-01T00:00']);
    expect(days(spanBefore('month', january))).toEqual(['2025-12-01T00:00', '2026-01-01T00:00']);
  });

  it('is this quarter unless the address names one that is known', () => {
    const named = (text: string) => periodOf(new URLSearchParams(text));
    expect([named(''), named('period=decade'), named('period=year')]).toEqual([
      'quarter',
      'quarter',
      'year',
    ]);
  });
});
