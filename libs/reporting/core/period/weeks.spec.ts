import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { mondayOf, weekOf, weeksOf } from './weeks.js';
import { periodNamed } from './period.js';

const ZONE = 'Asia/Shanghai';

describe('the weeks of a period', () => {
  it('are all of which it has a part, by their ISO names', () => {
    const quarter = periodNamed('quarterly', '2026Q1', ZONE);
    const weeks = quarter === null ? [] : weeksOf(quarter, ZONE);
    expect(weeks).toHaveLength(14);
    expect([weeks[0], weeks.at(-1)]).toEqual(['2026-W01', '2026-W14']);
  });

  it('of a week is that week alone, also the 53rd and also where a clock changes', () => {
    const last = periodNamed('weekly', '2026W53', ZONE);
    expect(last === null ? [] : weeksOf(last, ZONE)).toEqual(['2026-W53']);
    const changed = periodNamed('weekly', '2026W13', 'Europe/Berlin');
    expect(changed === null ? [] : weeksOf(changed, 'Europe/Berlin')).toEqual(['2026-W13']);
  });

  it('hold the instants of their zone', () => {
    const monday = DateTime.fromISO('2026-03-02T00:30', { zone: ZONE }).toMillis();
    expect(weekOf(monday, ZONE)).toBe('2026-W10');
    expect(weekOf(monday, 'UTC')).toBe('2026-W09');
    expect(mondayOf('2026-W10', 'zh')).toBe('3/2');
    expect(mondayOf('2026-W01', 'en')).toBe('29 Dec');
  });
});
