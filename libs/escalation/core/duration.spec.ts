import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DAY_MS,
  durationSchema,
  elapsedSchema,
  formatDuration,
  parseDuration,
} from './duration.js';
import type { Duration } from './duration.js';

describe('a duration', () => {
  it.each<[string, Duration]>([
    ['PT0S', { ms: 0 }],
    ['PT5M', { ms: 300_000 }],
    ['PT1.5S', { ms: 1_500 }],
    ['PT1.001S', { ms: 1_001 }],
    ['PT90M', { ms: 5_400_000 }],
    ['P3D', { ms: 3 * DAY_MS }],
    ['P1DT12H', { ms: 1.5 * DAY_MS }],
    ['P2W', { ms: 14 * DAY_MS }],
    ['P7WD', { workdays: 7 }],
  ])('%s is read', (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', /not a duration/],
    ['P', /not a duration/],
    ['PT', /not a duration/],
    ['P1DT', /not a duration/],
    ['5 minutes', /not a duration/],
    ['PT5', /not a duration/],
    ['pt5m', /not a duration/],
    ['PT1.5H', /not a duration/],
    ['P7WDT1H', /not a duration/],
    ['PT5M\n', /not a duration/],
    ['-PT5M', /negative/],
    ['PT-5M', /negative/],
    ['P1M', /years or months/],
    ['P1Y', /years or months/],
    ['P0WD', /no time/],
    ['P9999D', /longer than ten years/],
    ['P9999WD', /longer than ten years/],
  ])('%j is refused with a reason', (text, reason) => {
    const parsed = parseDuration(text);
    expect(parsed).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('refuses any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseDuration(text).ok === 'boolean'));
  });

  it('written and read again is the same', () => {
    const durations = fc.oneof(
      fc.record({ ms: fc.integer({ min: 0, max: 3_650 * DAY_MS }) }),
      fc.record({ workdays: fc.integer({ min: 1, max: 3_650 }) }),
    );
    fc.assert(
      fc.property(durations, (value) => {
        expect(parseDuration(formatDuration(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(['PT0S', 'PT5M', 'P2D', 'P1DT1H', 'PT1.5S', 'P7WD'])(
    '%s is already in its shortest form',
    (text) => {
      const parsed = parseDuration(text);
      expect(parsed.ok && formatDuration(parsed.value)).toBe(text);
    },
  );

  it('in a configuration file is an issue with the reason when it is wrong', () => {
    expect(durationSchema.safeParse('P1M').error?.issues[0]?.message).toMatch(/years or months/);
    expect(durationSchema.safeParse(5).success).toBe(false);
    expect(elapsedSchema.parse('PT5M')).toBe(300_000);
    expect(elapsedSchema.safeParse('P1WD').error?.issues[0]?.message).toMatch(
      /work days make no sense/,
    );
    expect(elapsedSchema.safeParse('P1M').error?.issues).toHaveLength(1);
  });
});
