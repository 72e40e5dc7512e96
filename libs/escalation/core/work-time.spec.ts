import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from './calendar.js';
import { DAY_MS } from './duration.js';
import { addTime, timeBetween } from './work-time.js';

const china = workCalendar('Asia/Shanghai');
const at = (local: string): number => Date.parse(`${local}+08:00`);
const HOUR = 3_600_000;

const instants = fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2026-12-31T00:00:00') });
const lengths = fc.integer({ min: 0, max: 20 * DAY_MS });

describe('work time', () => {
  it('passes over a weekend', () => {
    expect(addTime(at('2026-03-06T22:00:00'), 4 * HOUR, 'workdays', china)).toBe(
      at('2026-03-09T02:00:00'),
    );
  });

  it('begins with the next work day when it starts on a holiday', () => {
    expect(addTime(at('2026-02-17T10:00:00'), HOUR, 'workdays', china)).toBe(
      at('2026-02-24T01:00:00'),
    );
  });

  it('runs on a make-up Saturday', () => {
    expect(addTime(at('2026-02-14T10:00:00'), HOUR, 'workdays', china)).toBe(
      at('2026-02-14T11:00:00'),
    );
  });

  it('that fills a day ends at its 24:00, not when the next work day begins', () => {
    expect(addTime(at('2026-03-06T00:00:00'), 24 * HOUR, 'workdays', china)).toBe(
      at('2026-03-07T00:00:00'),
    );
  });

  it('does not pass on holidays', () => {
    expect(
      timeBetween(at('2026-02-15T00:00:00'), at('2026-02-24T00:00:00'), 'workdays', china),
    ).toBe(0);
    expect(
      timeBetween(at('2026-02-14T23:00:00'), at('2026-02-24T01:00:00'), 'workdays', china),
    ).toBe(2 * HOUR);
  });

  it('does not run backwards', () => {
    expect(
      timeBetween(at('2026-03-06T10:00:00'), at('2026-03-05T10:00:00'), 'workdays', china),
    ).toBe(0);
    expect(
      timeBetween(at('2026-03-06T10:00:00'), at('2026-03-05T10:00:00'), 'continuous', china),
    ).toBe(0);
  });

  it('added is the time that has passed', () => {
    fc.assert(
      fc.property(instants, lengths, (from, ms) => {
        expect(timeBetween(from, addTime(from, ms, 'workdays', china), 'workdays', china)).toBe(ms);
      }),
    );
  });

  it('added in two parts is added once', () => {
    fc.assert(
      fc.property(instants, lengths, lengths, (from, a, b) => {
        const twice = addTime(addTime(from, a, 'workdays', china), b, 'workdays', china);
        expect(twice).toBe(addTime(from, a + b, 'workdays', china));
      }),
    );
  });

  it('is never longer than the time on the wall', () => {
    fc.assert(
      fc.property(instants, lengths, (from, ms) => {
        expect(timeBetween(from, from + ms, 'workdays', china)).toBeLessThanOrEqual(ms);
      }),
    );
  });
});
