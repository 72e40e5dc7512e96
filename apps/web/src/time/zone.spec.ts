import { describe, expect, it } from '@jest/globals';
import { fromLocalInput, fullTime, instantOf, shortTime, toLocalInput, wallTime } from './zone';

const at = (iso: string) => Date.parse(iso);

describe('wall time of the organisation', () => {
  it('is read in the organisation’s zone, not in the computer’s', () => {
    expect(fullTime(at('2026-03-02T16:30:00Z'))).toBe('2026-03-03 00:30');
    expect(toLocalInput(at('2026-03-02T16:30:00Z'))).toBe('2026-03-03T00:30');
    expect(fromLocalInput('2026-03-03T00:30')).toBe('2026-03-02T16:30:00.000Z');
    expect(fromLocalInput('soon')).toBeNull();
  });

  it.each(['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York'])(
    'goes to an instant and back in %s, through both changes of the clocks',
    (zone) => {
      for (
        let instant = at('2026-01-01T00:00Z');
        instant < at('2027-01-01T00:00Z');
        instant += 36e5 * 7
      ) {
        const wall = wallTime(instant, zone);
        expect(wallTime(instantOf(wall, zone), zone)).toEqual(wall);
      }
    },
  );

  it('says only as much of the date as is needed', () => {
    const now = at('2026-03-02T08:00:00Z');
    expect(shortTime(at('2026-03-02T01:05:00Z'), 'zh', now)).toBe('09:05');
    expect(shortTime(at('2026-02-28T01:05:00Z'), 'zh', now)).toBe('2月28日 09:05');
    expect(shortTime(at('2025-12-31T01:05:00Z'), 'zh', now)).toBe('2025年12月31日 09:05');
    expect(shortTime(at('2026-02-28T01:05:00Z'), 'en', now)).toBe('28 Feb 09:05');
  });
});
