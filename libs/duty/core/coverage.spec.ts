import { describe, expect, it } from '@jest/globals';
import { aLayer, aLeave, aPlan, aSchedule, anOverride, inForce, on } from '../testing/a-plan.js';
import { coverageOf } from './coverage.js';

const noHoliday = (): boolean => false;
const daily = aLayer('甲 乙', { startsOn: '2026-11-02' });

describe('a window of duty', () => {
  it('is cut at its edges', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }));
    const { segments, gaps, conflicts } = coverageOf(
      plan,
      on('2026-11-02 12:00', '2026-11-03 12:00'),
      noHoliday,
    );
    expect(segments).toMatchObject([
      { userId: '甲', ...on('2026-11-02 12:00', '2026-11-03 08:00') },
      { userId: '乙', ...on('2026-11-03 08:00', '2026-11-03 12:00') },
    ]);
    expect({ gaps, conflicts }).toEqual({ gaps: [], conflicts: [] });
  });

  it('shows gaps of the positions that the schedule has, from when it has them', () => {
    const officer = aSchedule({ officer: [{ ...daily, weekdays: [1, 3] }] });
    const both = aSchedule({
      officer: [{ ...daily, weekdays: [1, 3] }],
      leader: [aLayer('丙', { startsOn: '2026-11-04' })],
    });
    const plan = aPlan(officer, {
      versions: [inForce('2026-11-02 10:00', officer), inForce('2026-11-03 12:00', both)],
    });
    const { gaps } = coverageOf(plan, on('2026-11-01 00:00', '2026-11-05 08:00'), noHoliday);
    expect(gaps).toEqual([
      { position: 'officer', ...on('2026-11-03 08:00', '2026-11-04 08:00') },
      { position: 'leader', ...on('2026-11-03 12:00', '2026-11-04 08:00') },
    ]);
  });

  it('names the override that somebody is on duty by', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }), {
      overrides: [anOverride('丁', '2026-11-02 08:00', '2026-11-03 08:00', { id: 'o-1' })],
    });
    const { segments } = coverageOf(plan, on('2026-11-02 08:00', '2026-11-03 08:00'), noHoliday);
    expect(segments).toEqual([
      {
        position: 'officer',
        ...on('2026-11-02 08:00', '2026-11-03 08:00'),
        userId: '丁',
        via: 'override',
        overrideId: 'o-1',
      },
    ]);
  });
});

describe('conflicts', () => {
  it('tell who would be in two places at once, once for shifts that follow each other', () => {
    const plan = aPlan(
      aSchedule({ officer: [aLayer('甲')], leader: [aLayer('甲', { shift: 'P7D' })] }),
    );
    const { conflicts } = coverageOf(plan, on('2026-11-02 00:00', '2026-11-09 00:00'), noHoliday);
    expect(conflicts).toEqual([
      {
        kind: 'double-booked',
        position: 'officer',
        alsoAs: 'leader',
        userId: '甲',
        ...on('2026-11-02 00:00', '2026-11-09 00:00'),
        message: {
          zh: '同一时间既是值班员又是带班领导',
          en: 'On duty as officer and as leader at once',
        },
      },
    ]);
  });

  it('tell who is on duty by an override in their leave, and for how much of it', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }), {
      overrides: [anOverride('丁', '2026-11-02 08:00', '2026-11-03 08:00')],
      leaves: [
        aLeave('丁', '2026-11-02 20:00', '2026-11-04 00:00'),
        aLeave('甲', '2026-11-02 08:00', '2026-11-03 08:00'),
      ],
    });
    const { conflicts } = coverageOf(plan, on('2026-11-02 08:00', '2026-11-05 08:00'), noHoliday);
    expect(conflicts).toEqual([
      {
        kind: 'on-leave',
        position: 'officer',
        userId: '丁',
        ...on('2026-11-02 20:00', '2026-11-03 08:00'),
        message: {
          zh: '请假期间被安排为值班员',
          en: 'On leave, and yet on duty as officer',
        },
      },
    ]);
  });
});
