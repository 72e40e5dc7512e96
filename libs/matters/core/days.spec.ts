import { describe, expect, it } from '@jest/globals';
import { daysOf } from './days.js';

const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`);
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const days = (startsAt: string, endsAt: string) =>
  daysOf({ startsAt: at(startsAt), endsAt: at(endsAt) }, MARCH, 'Asia/Shanghai');

describe('the days of a matter', () => {
  it.each([
    ['03-02T09:00', '03-02T10:00', ['2026-03-02']],
    ['03-02T22:00', '03-03T02:00', ['2026-03-02', '2026-03-03']],
    ['03-02T22:00', '03-03T00:00', ['2026-03-02']],
    ['02-27T09:00', '03-02T10:00', ['2026-03-01', '2026-03-02']],
    ['03-31T09:00', '04-02T10:00', ['2026-03-31']],
    ['04-01T00:00', '04-02T10:00', []],
  ])('from %s to %s within March', (from, to, expected) => {
    expect(days(from, to)).toEqual(expected);
  });
});
