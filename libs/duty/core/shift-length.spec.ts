import { describe, expect, it } from '@jest/globals';
import { parseShiftLength, shiftLength } from './shift-length.js';

const HOUR = 3_600_000;

describe('the length of a shift', () => {
  it.each([
    ['P1D', { kind: 'days', days: 1, ms: 24 * HOUR }],
    ['P7D', { kind: 'days', days: 7, ms: 168 * HOUR }],
    ['P1W', { kind: 'days', days: 7, ms: 168 * HOUR }],
    ['PT24H', { kind: 'days', days: 1, ms: 24 * HOUR }],
    ['PT48H', { kind: 'days', days: 2, ms: 48 * HOUR }],
    ['P62D', { kind: 'days', days: 62, ms: 62 * 24 * HOUR }],
    ['PT8H', { kind: 'parts', perDay: 3, ms: 8 * HOUR }],
    ['PT12H', { kind: 'parts', perDay: 2, ms: 12 * HOUR }],
    ['PT90M', { kind: 'parts', perDay: 16, ms: 1.5 * HOUR }],
    ['PT1H', { kind: 'parts', perDay: 24, ms: HOUR }],
    ['PT7H30M', { kind: 'elapsed', ms: 7.5 * HOUR }],
    ['PT10H', { kind: 'elapsed', ms: 10 * HOUR }],
    ['P1DT12H', { kind: 'elapsed', ms: 36 * HOUR }],
  ])('%s is %j', (text, value) => {
    expect(parseShiftLength(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['PT0S', 'shift-unreadable'],
    ['PT0H', 'shift-too-short'],
    ['P0D', 'shift-too-short'],
    ['PT59M', 'shift-too-short'],
    ['P63D', 'shift-too-long'],
    ['P9W', 'shift-too-long'],
    ['PT99999H', 'shift-too-long'],
    ['P1M', 'shift-unreadable'],
    ['P1Y', 'shift-unreadable'],
    ['-PT8H', 'shift-unreadable'],
    ['PT-8H', 'shift-unreadable'],
    ['P', 'shift-unreadable'],
    ['PT', 'shift-unreadable'],
    ['P1DT', 'shift-unreadable'],
    ['8h', 'shift-unreadable'],
    ['', 'shift-unreadable'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseShiftLength(text)).toMatchObject({ ok: false, code });
    expect(() => shiftLength(text)).toThrow(RangeError);
  });
});
