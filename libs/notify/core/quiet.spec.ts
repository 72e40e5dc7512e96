import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { heldUntil } from './quiet.js';
import { SEVERITIES } from './severity.js';

const SHANGHAI = 'Asia/Shanghai';
const NIGHT = { from: '22:00', to: '07:00' };
const calm = { severity: 'III', atOnce: false } as const;
const at = (text: string, zone = SHANGHAI): number => DateTime.fromISO(text, { zone }).toMillis();

describe('quiet hours', () => {
  it('hold a message until they end in the morning', () => {
    expect(heldUntil(NIGHT, calm, at('2026-03-02T23:30'), SHANGHAI)).toBe(at('2026-03-03T07:00'));
    expect(heldUntil(NIGHT, calm, at('2026-03-03T06:59:59'), SHANGHAI)).toBe(
      at('2026-03-03T07:00'),
    );
  });

  it('begin at their first minute and are over at their last', () => {
    expect(heldUntil(NIGHT, calm, at('2026-03-02T21:59:59'), SHANGHAI)).toBeNull();
    expect(heldUntil(NIGHT, calm, at('2026-03-02T22:00'), SHANGHAI)).toBe(at('2026-03-03T07:00'));
    expect(heldUntil(NIGHT, calm, at('2026-03-03T07:00'), SHANGHAI)).toBeNull();
  });

  it('can lie within a day', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(heldUntil(noon, calm, at('2026-03-02T13:15'), SHANGHAI)).toBe(at('2026-03-02T14:00'));
    expect(heldUntil(noon, calm, at('2026-03-02T14:15'), SHANGHAI)).toBeNull();
  });

  it('let severity I and II through, and what is of no use in the morning', () => {
    const now = at('2026-03-02T23:30');
    const held = SEVERITIES.map(
      (severity) => heldUntil(NIGHT, { severity, atOnce: false }, now, SHANGHAI) !== null,
    );
    expect(held).toEqual([false, false, true, true, true]);
    expect(heldUntil(NIGHT, { severity: 'IV', atOnce: true }, now, SHANGHAI)).toBeNull();
  });

  it('are not there for whoever has none', () => {
    expect(heldUntil(null, calm, at('2026-03-02T23:30'), SHANGHAI)).toBeNull();
  });

  it('end at the time on the wall when clocks change in between', () => {
    const zone = 'America/Santiago';
    // 2026-04-05 00:00 is 23:00 of the 4th again; 2026-09-06 00:00 does not exist.
    expect(heldUntil(NIGHT, calm, at('2026-04-04T22:30', zone), zone)).toBe(
      at('2026-04-05T07:00', zone),
    );
    expect(heldUntil(NIGHT, calm, at('2026-09-05T23:30', zone), zone)).toBe(
      at('2026-09-06T07:00', zone),
    );
  });

  it('end the second time when the clock shows their end twice', () => {
    const zone = 'America/Santiago';
    const quiet = { from: '21:00', to: '23:30' };
    const secondElevenTen = at('2026-04-04T23:10', zone) + 3_600_000;
    expect(heldUntil(quiet, calm, secondElevenTen, zone)).toBe(
      at('2026-04-04T23:30', zone) + 3_600_000,
    );
  });

  it('always end, within a day and an hour, at a moment that is not quiet', () => {
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((minute) =>
        DateTime.fromObject({ hour: Math.floor(minute / 60), minute: minute % 60 }).toFormat(
          'HH:mm',
        ),
      );
    const zone = fc.constantFrom(
      SHANGHAI,
      'America/Santiago',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    );
    const now = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') });
    fc.assert(
      fc.property(time, time, zone, now, (from, to, where, instant) => {
        fc.pre(from !== to);
        const end = heldUntil({ from, to }, calm, instant, where);
        if (end === null) return;
        expect(end).toBeGreaterThan(instant);
        expect(end - instant).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});
