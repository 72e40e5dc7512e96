import { describe, expect, it } from '@jest/globals';
import { aLayer, aPlan, aSchedule, anOverride, inForce, on } from '../testing/a-plan.js';
import { coverageOf } from './coverage.js';
import { fairnessOf, membersOf } from './fairness.js';
import type { Fairness } from './fairness.js';
import type { Interval, Plan } from './schedule.js';

const CHINA = 'Asia/Shanghai';
const newYear = (date: string): boolean => date === '2026-01-01';

const fairness = (plan: Plan, window: Interval, zone = CHINA): Fairness =>
  fairnessOf(
    coverageOf(plan, window, newYear).segments,
    window,
    zone,
    newYear,
    membersOf(plan, window),
  );

describe('how duty is shared out', () => {
  it('counts shifts, hours, nights, week-ends and holidays against the mean', () => {
    // Thursday 1 January 2026 is a holiday; 3 and 4 January are Saturday and Sunday.
    const plan = aPlan(aSchedule({ officer: [aLayer('甲 乙 丙')] }));
    const { people, mean } = fairness(plan, on('2026-01-01 08:00', '2026-01-05 08:00'));
    expect(people).toEqual([
      {
        ...{ position: 'officer', userId: '甲' },
        // 1 January and 4 January, and the first hours of the 2nd and the 5th, which are working days.
        ...{ shifts: 2, hours: 48, nights: 2, weekends: 1, holidays: 1 },
        versusMean: { shifts: 0.67, hours: 16, nights: 0.67, weekends: -0.33, holidays: 0.67 },
      },
      {
        ...{ position: 'officer', userId: '乙' },
        // From Friday to Saturday at eight: the night, and eight hours of Saturday.
        ...{ shifts: 1, hours: 24, nights: 1, weekends: 1, holidays: 0 },
        versusMean: { shifts: -0.33, hours: -8, nights: -0.33, weekends: -0.33, holidays: -0.33 },
      },
      {
        ...{ position: 'officer', userId: '丙' },
        ...{ shifts: 1, hours: 24, nights: 1, weekends: 2, holidays: 0 },
        versusMean: { shifts: -0.33, hours: -8, nights: -0.33, weekends: 0.67, holidays: -0.33 },
      },
    ]);
    expect(mean).toEqual([
      {
        position: 'officer',
        shifts: 1.33,
        hours: 32,
        nights: 1.33,
        weekends: 1.33,
        holidays: 0.33,
      },
    ]);
  });

  it('does not count a night or a day of less than four hours', () => {
    const rules = aSchedule({ officer: [aLayer('甲', { endsOn: '2026-01-01' })] });
    const plan = aPlan(rules, {
      overrides: [anOverride('乙', '2026-01-02 02:01', '2026-01-02 08:00')],
    });
    const nights = (window: Interval): number[] =>
      fairness(plan, window).people.map((p) => p.nights);
    // 乙 has 02:01–06:00 of the night.
    expect(nights(on('2026-01-01 08:00', '2026-01-02 08:00'))).toEqual([1, 0]);
    expect(nights(on('2026-01-02 02:01', '2026-01-02 08:00'))).toEqual([0, 0]);
  });

  it('adds up the pieces of a night', () => {
    const rules = aSchedule({ officer: [aLayer('甲', { startsOn: '2026-01-05' })] });
    const plan = aPlan(rules, {
      overrides: [anOverride('乙', '2026-01-06 00:00', '2026-01-06 04:00')],
    });
    // 22:00–24:00 and 04:00–06:00 are four hours for 甲, and so are 00:00–04:00 for 乙.
    const { people } = fairness(plan, on('2026-01-05 08:00', '2026-01-06 08:00'));
    expect(people.map(({ userId, nights }) => [userId, nights])).toEqual([
      ['甲', 1],
      ['乙', 1],
    ]);
  });

  it('counts the hours that a day has where the clocks change', () => {
    const zone = 'America/Santiago';
    const plan = aPlan(aSchedule({ officer: [aLayer('甲', { handoffAt: '00:00' })] }, zone));
    const hours = (from: string, to: string): number | undefined =>
      fairness(plan, on(from, to, zone), zone).people[0]?.hours;
    expect(hours('2026-04-04 12:00', '2026-04-05 12:00')).toBe(25);
    expect(hours('2026-09-05 12:00', '2026-09-06 12:00')).toBe(23);
  });

  it('counts each position by itself, and people who had no duty at all', () => {
    const plan = aPlan(
      aSchedule({ officer: [aLayer('甲 乙')], leader: [aLayer('甲', { shift: 'P7D' })] }),
    );
    const { people, mean } = fairness(plan, on('2026-01-01 08:00', '2026-01-02 08:00'));
    expect(people.map(({ position, userId, hours }) => [position, userId, hours])).toEqual([
      ['officer', '甲', 24],
      ['officer', '乙', 0],
      ['leader', '甲', 24],
    ]);
    expect(mean.map(({ position, hours }) => [position, hours])).toEqual([
      ['officer', 12],
      ['leader', 24],
    ]);
  });
});

describe('the people of a position', () => {
  it('are those of the rules that were in force at some time of it, each once', () => {
    const before = aSchedule({ officer: [aLayer('甲 乙 甲')] });
    const after = aSchedule({ officer: [aLayer('乙 丙')], deputy: [aLayer('丙')] });
    const plan = aPlan(before, {
      versions: [inForce('2026-01-01 00:00', before), inForce('2026-02-01 00:00', after)],
    });
    const names = (window: Interval): string[] =>
      membersOf(plan, window).map(({ position, userId }) => `${position} ${userId}`);
    expect(names(on('2026-01-10 00:00', '2026-02-10 00:00'))).toEqual([
      'officer 甲',
      'officer 乙',
      'officer 丙',
      'deputy 丙',
    ]);
    expect(names(on('2026-01-10 00:00', '2026-02-01 00:00'))).toEqual(['officer 甲', 'officer 乙']);
  });
});
