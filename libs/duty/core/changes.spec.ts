import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLayer, aPlan, aSchedule, anOverride, on } from '../testing/a-plan.js';
import { cases } from '../testing/plans.js';
import { changesBetween } from './changes.js';
import { coverageOf } from './coverage.js';
import { cutOut, timeInBoth } from './intervals.js';
import type { Plan, Segment } from './schedule.js';

const segments = (plan: Plan): readonly Segment[] =>
  coverageOf(plan, on('2026-11-02 08:00', '2026-11-06 08:00'), () => false).segments;

const daily = aLayer('甲 乙', { startsOn: '2026-11-02' });
const rules = aSchedule({ officer: [daily] });

describe('what an edit changes', () => {
  it('is nothing where nothing changes', () => {
    expect(changesBetween(segments(aPlan(rules)), segments(aPlan(rules)))).toEqual([]);
  });

  it('is who takes over from whom, and where a gap comes or goes', () => {
    const overridden = aPlan(rules, {
      overrides: [
        anOverride('丙', '2026-11-03 20:00', '2026-11-05 08:00'),
        anOverride('丁', '2026-11-03 08:00', '2026-11-03 20:00', { position: 'leader' }),
      ],
    });
    expect(changesBetween(segments(aPlan(rules)), segments(overridden))).toEqual([
      {
        position: 'officer',
        ...on('2026-11-03 20:00', '2026-11-04 08:00'),
        before: '乙',
        after: '丙',
      },
      {
        position: 'officer',
        ...on('2026-11-04 08:00', '2026-11-05 08:00'),
        before: '甲',
        after: '丙',
      },
    ]);
    const ended = aPlan(aSchedule({ officer: [{ ...daily, endsOn: '2026-11-04' }] }));
    expect(changesBetween(segments(aPlan(rules)), segments(ended))).toEqual([
      {
        position: 'officer',
        ...on('2026-11-05 08:00', '2026-11-06 08:00'),
        before: '乙',
        after: null,
      },
    ]);
    expect(changesBetween(segments(ended), segments(aPlan(rules)))).toEqual([
      {
        position: 'officer',
        ...on('2026-11-05 08:00', '2026-11-06 08:00'),
        before: null,
        after: '乙',
      },
    ]);
  });

  it('is one change over shifts that follow each other', () => {
    const one = aPlan(aSchedule({ officer: [aLayer('甲')] }));
    const other = aPlan(aSchedule({ officer: [aLayer('丙', { shift: 'PT12H' })] }));
    expect(changesBetween(segments(one), segments(other))).toEqual([
      {
        position: 'officer',
        ...on('2026-11-02 08:00', '2026-11-06 08:00'),
        before: '甲',
        after: '丙',
      },
    ]);
  });

  it('leaves the same people on duty outside of it, for any two rotas', () => {
    fc.assert(
      fc.property(cases, cases, ({ plan, window, isHoliday }, { plan: other }) => {
        const before = coverageOf(plan, window, isHoliday).segments;
        const after = coverageOf({ ...other, versions: plan.versions }, window, isHoliday).segments;
        const changes = changesBetween(before, after);
        for (const was of before) {
          const here = changes.filter(({ position }) => position === was.position);
          for (const kept of cutOut([was], here)) {
            const same = after.filter(
              ({ position, userId }) => position === was.position && userId === was.userId,
            );
            const time = same.reduce((sum, segment) => sum + timeInBoth(segment, kept), 0);
            expect(time).toBe(kept.to - kept.from);
          }
        }
        expect(changes.every(({ before: was, after: is }) => was !== is)).toBe(true);
      }),
    );
  });
});
