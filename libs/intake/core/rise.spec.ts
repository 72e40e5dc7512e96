import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reach } from './rise.js';
import { riseSchema, risesOf } from './rise.js';

const RULES = riseSchema.parse(undefined);
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T12:00:00+08:00');
const OLD: Reach = {
  ...{ firstSeenAt: NOW - 48 * HOUR, recent: 0, before: 0 },
  ...{ bestRank: null, bestRankBefore: null },
};
const kinds = (reach: Partial<Reach>): string[] =>
  risesOf({ ...OLD, ...reach }, RULES, NOW).map(({ kind }) => kind);

describe('a topic rises', () => {
  it('when it is new, until its two hours are over', () => {
    expect(kinds({ firstSeenAt: NOW })).toEqual(['new']);
    expect(kinds({ firstSeenAt: NOW - 2 * HOUR + 1 })).toEqual(['new']);
    expect(kinds({ firstSeenAt: NOW - 2 * HOUR })).toEqual([]);
  });

  it('when it is seen twice as often as before, and not just a few times', () => {
    expect(kinds({ recent: 6, before: 3 })).toEqual(['doubling']);
    expect(kinds({ recent: 6, before: 0 })).toEqual(['doubling']);
    expect(kinds({ recent: 6, before: 4 })).toEqual([]);
    expect(kinds({ recent: 5, before: 0 })).toEqual([]);
  });

  it('when it comes among the first ten, and was not there before', () => {
    expect(kinds({ bestRank: 10 })).toEqual(['top']);
    expect(kinds({ bestRank: 10, bestRankBefore: 11 })).toEqual(['top']);
    expect(kinds({ bestRank: 1, bestRankBefore: 10 })).toEqual([]);
    expect(kinds({ bestRank: 11 })).toEqual([]);
  });

  it('says the figures by which it does', () => {
    expect(risesOf({ ...OLD, recent: 8, before: 3, bestRank: 4 }, RULES, NOW)).toEqual([
      { kind: 'doubling', hours: 1, recent: 8, before: 3, rank: 4 },
      { kind: 'top', hours: 24, recent: 8, before: 3, rank: 4 },
    ]);
  });

  it('no less when it is seen more often', () => {
    const count = fc.nat({ max: 100 });
    fc.assert(
      fc.property(count, count, count, (recent, before, more) => {
        const less = kinds({ recent, before });
        expect(kinds({ recent: recent + more, before })).toEqual(expect.arrayContaining(less));
      }),
    );
  });
});

describe('the rules', () => {
  it.each([
    { ...RULES, new: { hours: 0 } },
    { ...RULES, doubling: { hours: 1, atLeast: 1 } },
    { ...RULES, top: { rank: 0, hours: 1 } },
    { ...RULES, tell: ['everybody'] },
    { ...RULES, colour: 'red' },
  ])('are refused where they make no sense: %j', (rules) => {
    expect(riseSchema.safeParse(rules).success).toBe(false);
  });
});
