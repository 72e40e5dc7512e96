import { describe, expect, it } from '@jest/globals';
import { recentPeriods } from './periods';

const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);

describe('the periods that a report can be of', () => {
  it('are the one that runs and those before it, across the year', () => {
    expect(recentPeriods('quarterly', at('2026-04-01')).slice(0, 3)).toEqual([
      ...['2026Q2', '2026Q1', '2025Q4'],
    ]);
    expect(recentPeriods('monthly', at('2026-02-28')).slice(0, 3)).toEqual([
      ...['2026-02', '2026-01', '2025-12'],
    ]);
    expect(recentPeriods('half-year', at('2026-06-30')).slice(0, 2)).toEqual(['2026H1', '2025H2']);
    expect(recentPeriods('annual', at('2026-06-30')).slice(0, 2)).toEqual(['2026', '2025']);
    expect(recentPeriods('scorecard', at('2026-01-01'))[0]).toBe('2026Q1');
  });

  it('are weeks that belong to the year of their Thursday', () => {
    expect(recentPeriods('weekly', at('2027-01-03')).slice(0, 2)).toEqual(['2026W53', '2026W52']);
    expect(recentPeriods('weekly', at('2025-12-29'))[0]).toBe('2026W01');
  });

  it('begin at midnight of the organisation, not of Greenwich', () => {
    expect(recentPeriods('quarterly', Date.parse('2026-03-31T16:00:00Z'))[0]).toBe('2026Q2');
    expect(recentPeriods('quarterly', Date.parse('2026-03-31T15:59:59Z'))[0]).toBe('2026Q1');
  });
});
