import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../testing/plans.js';
import { GRID_MS, slowCoverage, slowOnDuty } from '../testing/slow-on-duty.js';
import { coverageOf } from './coverage.js';
import { clip, cutOut, meets, timeInBoth, union } from './intervals.js';
import { shiftsOf, whoIsOnDuty } from './on-duty.js';
import { POSITIONS } from './schedule.js';

/** Raise it for a long look: 10,000 take some minutes. */
const RUNS = 120;

const DAY_MS = 86_400_000;

describe('any rota', () => {
  it('has on duty whom a walk over its turns, quarter by quarter, finds on duty', () => {
    fc.assert(
      fc.property(cases, ({ plan, window, isHoliday }) => {
        const { segments, gaps } = coverageOf(plan, window, isHoliday);
        const bare = segments.map(({ position, from, to, userId, via }) => ({
          ...{ position, from, to, userId, via },
        }));
        expect({ segments: bare, gaps }).toEqual(slowCoverage(plan, window, isHoliday));
      }),
      { numRuns: RUNS },
    );
  });

  it('pages whom the calendar shows', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 999 }), ({ plan, window, isHoliday }, permille) => {
        const at = window.from + Math.floor(((window.to - window.from) * permille) / 1000);
        const grid = Math.floor(at / GRID_MS) * GRID_MS;
        const shown = shiftsOf(plan, window, isHoliday);
        for (const position of POSITIONS) {
          const paged = whoIsOnDuty(plan, position, at, isHoliday);
          const inCalendar = shown.find(
            (shift) => shift.position === position && shift.from <= at && at < shift.to,
          );
          expect(paged).toEqual(inCalendar ?? null);
          expect(paged?.userId).toBe(slowOnDuty(plan, position, grid, isHoliday)?.userId);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('looks the same through a small window as in a large one', () => {
    fc.assert(
      fc.property(cases, ({ plan, window, isHoliday }) => {
        const large = { from: window.from - 20 * DAY_MS, to: window.to + 20 * DAY_MS };
        const whole = shiftsOf(plan, large, isHoliday);
        // Shifts are whole, however little of them the window shows.
        expect(shiftsOf(plan, window, isHoliday)).toEqual(
          whole.filter((shift) => meets(shift, window)),
        );
        expect(coverageOf(plan, window, isHoliday).segments).toEqual(clip(whole, window));
        expect(clip(coverageOf(plan, large, isHoliday).gaps, window)).toEqual(
          coverageOf(plan, window, isHoliday).gaps,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('fills the window with shifts and gaps, and nobody shares a position', () => {
    fc.assert(
      fc.property(cases, ({ plan, window: { from, to }, isHoliday }) => {
        // From when the schedule exists on, as positions that are there from the first version to the last.
        const window = { from: Math.max(from, plan.versions[0]!.effectiveFrom), to };
        fc.pre(window.from < window.to);
        const { segments, gaps } = coverageOf(plan, window, isHoliday);
        for (const position of POSITIONS) {
          const always = plan.versions.every(({ rules }) =>
            rules.positions.some((of) => of.position === position),
          );
          const tiles = [...segments, ...gaps]
            .filter((tile) => tile.position === position)
            .sort((a, b) => a.from - b.from);
          const overlapping = tiles.some((tile, i) => tile.from < (tiles[i - 1]?.to ?? -Infinity));
          expect(overlapping).toBe(false);
          if (always) expect(union(tiles)).toEqual([window]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has nobody on duty on leave, but by an override, and says so then', () => {
    fc.assert(
      fc.property(cases, ({ plan, window, isHoliday }) => {
        const { segments, conflicts } = coverageOf(plan, window, isHoliday);
        for (const segment of segments) {
          const leaves = union(plan.leaves.filter(({ userId }) => userId === segment.userId));
          const onLeave = leaves.reduce((sum, leave) => sum + timeInBoth(leave, segment), 0);
          if (segment.via === 'layer') expect(onLeave).toBe(0);
          const told = conflicts.filter(
            ({ kind, position, userId }) =>
              kind === 'on-leave' && position === segment.position && userId === segment.userId,
          );
          const untold = cutOut([segment], told);
          for (const rest of untold) {
            if (rest.via !== 'layer') {
              expect(leaves.every((leave) => timeInBoth(leave, rest) === 0)).toBe(true);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
