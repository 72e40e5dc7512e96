import { describe, expect, it } from '@jest/globals';
import {
  aLayer,
  aLeave,
  aPlan,
  aSchedule,
  anOverride,
  at,
  inForce,
  on,
  readable,
} from '../testing/a-plan.js';
import { shiftsOf, whoIsOnDuty } from './on-duty.js';
import type { IsHoliday, Plan } from './schedule.js';

const noHoliday: IsHoliday = () => false;
/** National Day 2026: 1 to 7 October. */
const nationalDay: IsHoliday = (date) => date >= '2026-10-01' && date <= '2026-10-07';

const shifts = (plan: Plan, from: string, to: string, isHoliday = noHoliday): string[] =>
  readable(shiftsOf(plan, on(from, to), isHoliday));

const daily = aLayer('甲 乙 丙', { startsOn: '2026-11-02' });

describe('rotations', () => {
  it('hand over at eight every morning, in the order of the people', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }));
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-06 08:00')).toEqual([
      'officer 11-02 08:00 – 11-03 08:00 甲',
      'officer 11-03 08:00 – 11-04 08:00 乙',
      'officer 11-04 08:00 – 11-05 08:00 丙',
      'officer 11-05 08:00 – 11-06 08:00 甲',
    ]);
  });

  it('divide a day into day and night', () => {
    const layer = aLayer('甲 乙 丙', { shift: 'PT12H', startsOn: '2026-11-02' });
    expect(
      shifts(aPlan(aSchedule({ deputy: [layer] })), '2026-11-02 08:00', '2026-11-04 08:00'),
    ).toEqual([
      'deputy 11-02 08:00 – 11-02 20:00 甲',
      'deputy 11-02 20:00 – 11-03 08:00 乙',
      'deputy 11-03 08:00 – 11-03 20:00 丙',
      'deputy 11-03 20:00 – 11-04 08:00 甲',
    ]);
  });

  it('change the leader every Monday', () => {
    const layer = aLayer('主任 副主任', { shift: 'P7D', startsOn: '2026-11-02' });
    expect(
      shifts(aPlan(aSchedule({ leader: [layer] })), '2026-11-11 12:00', '2026-11-18 12:00'),
    ).toEqual(['leader 11-09 08:00 – 11-16 08:00 副主任', 'leader 11-16 08:00 – 11-23 08:00 主任']);
  });

  it('count turns over the days that they leave out, so that an edit of these moves nobody’s turn', () => {
    const layer = aLayer('甲 乙', { startsOn: '2026-11-02', weekdays: [1, 2, 3, 4, 5] });
    expect(
      shifts(aPlan(aSchedule({ officer: [layer] })), '2026-11-06 08:00', '2026-11-10 08:00'),
    ).toEqual([
      'officer 11-06 08:00 – 11-07 08:00 甲',
      // Saturday would have been 乙's, Sunday 甲's.
      'officer 11-09 08:00 – 11-10 08:00 乙',
    ]);
  });

  it('move their hand-off when the shift fits neither days nor parts of a day', () => {
    const layer = aLayer('甲 乙', { shift: 'PT10H', startsOn: '2026-11-02' });
    expect(
      shifts(aPlan(aSchedule({ officer: [layer] })), '2026-11-02 08:00', '2026-11-03 14:00'),
    ).toEqual([
      'officer 11-02 08:00 – 11-02 18:00 甲',
      'officer 11-02 18:00 – 11-03 04:00 乙',
      'officer 11-03 04:00 – 11-03 14:00 甲',
    ]);
  });

  it('are within their first and last day, which ends at the hand-off of the day after', () => {
    const layer = aLayer('甲', { startsOn: '2026-11-02', endsOn: '2026-11-03' });
    expect(
      shifts(aPlan(aSchedule({ officer: [layer] })), '2026-10-01 00:00', '2026-12-01 00:00'),
    ).toEqual(['officer 11-02 08:00 – 11-03 08:00 甲', 'officer 11-03 08:00 – 11-04 08:00 甲']);
  });

  it('keep one person for two turns in a row as two shifts', () => {
    const layer = aLayer('甲 甲 乙', { startsOn: '2026-11-02' });
    expect(
      shifts(aPlan(aSchedule({ officer: [layer] })), '2026-11-02 08:00', '2026-11-04 08:00'),
    ).toEqual(['officer 11-02 08:00 – 11-03 08:00 甲', 'officer 11-03 08:00 – 11-04 08:00 甲']);
  });

  it('give 23 and 25 hours where the clocks change, without gap or overlap', () => {
    const zone = 'America/Santiago';
    const night = aLayer('甲 乙', { handoffAt: '00:30', startsOn: '2026-04-01' });
    const plan = aPlan(aSchedule({ officer: [night] }, zone));
    const hours = (from: string, to: string): number[] =>
      shiftsOf(plan, on(from, to, zone), noHoliday).map(
        (shift) => (shift.to - shift.from) / 3_600_000,
      );
    expect(hours('2026-04-03 12:00', '2026-04-06 12:00')).toEqual([24, 25, 24, 24]);
    // On 6 September there is no 00:30: the turn begins at 01:00, the first instant there is.
    expect(hours('2026-09-04 12:00', '2026-09-07 12:00')).toEqual([24, 23.5, 23.5, 24]);
  });
});

describe('layers', () => {
  const holiday = aLayer('己 庚', {
    name: '节假日',
    holidays: 'only',
    startsOn: '2026-10-01',
    shift: 'PT12H',
  });

  it('for holidays take the place of the daily one on National Day, and give it back after', () => {
    const usual = aLayer('甲 乙', { startsOn: '2026-09-28' });
    const plan = aPlan(aSchedule({ officer: [usual, holiday] }));
    expect(shifts(plan, '2026-09-30 08:00', '2026-10-02 08:00', nationalDay)).toEqual([
      'officer 09-30 08:00 – 10-01 08:00 甲',
      'officer 10-01 08:00 – 10-01 20:00 己',
      'officer 10-01 20:00 – 10-02 08:00 庚',
    ]);
    expect(shifts(plan, '2026-10-07 20:00', '2026-10-09 08:00', nationalDay)).toEqual([
      'officer 10-07 20:00 – 10-08 08:00 庚',
      'officer 10-08 08:00 – 10-09 08:00 甲',
    ]);
  });

  it('that leave out holidays leave a gap there', () => {
    const layer = aLayer('甲', { holidays: 'except', startsOn: '2026-09-30' });
    expect(
      shifts(
        aPlan(aSchedule({ officer: [layer] })),
        '2026-09-30 08:00',
        '2026-10-09 08:00',
        nationalDay,
      ),
    ).toEqual(['officer 09-30 08:00 – 10-01 08:00 甲', 'officer 10-08 08:00 – 10-09 08:00 甲']);
  });

  it('with the same person below go on as one shift, unless a turn begins', () => {
    const base = aLayer('甲', { shift: 'P7D', startsOn: '2026-11-02' });
    const tuesdays = aLayer('甲', { name: '周二', weekdays: [2], startsOn: '2026-11-03' });
    expect(
      shifts(
        aPlan(aSchedule({ officer: [base, tuesdays] })),
        '2026-11-02 08:00',
        '2026-11-09 08:00',
      ),
    ).toEqual(['officer 11-02 08:00 – 11-03 08:00 甲', 'officer 11-03 08:00 – 11-09 08:00 甲']);
  });
});

describe('overrides', () => {
  const rules = aSchedule({ officer: [daily] });

  it('take out of a shift what somebody else stands in for', () => {
    const plan = aPlan(rules, {
      overrides: [anOverride('丁', '2026-11-02 18:00', '2026-11-02 22:00')],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-02 18:00 甲',
      'officer 11-02 18:00 – 11-02 22:00 丁 (override)',
      'officer 11-02 22:00 – 11-03 08:00 甲',
    ]);
  });

  it('win over earlier ones', () => {
    const plan = aPlan(rules, {
      overrides: [
        anOverride('丁', '2026-11-02 08:00', '2026-11-03 08:00'),
        anOverride('戊', '2026-11-02 12:00', '2026-11-02 14:00', { via: 'swap' }),
      ],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-02 12:00 丁 (override)',
      'officer 11-02 12:00 – 11-02 14:00 戊 (swap)',
      'officer 11-02 14:00 – 11-03 08:00 丁 (override)',
    ]);
  });

  it('without any time left change nothing', () => {
    const plan = aPlan(rules, {
      overrides: [anOverride('丁', '2026-11-02 18:00', '2026-11-02 18:00')],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-03 08:00 甲',
    ]);
  });
});

describe('leave', () => {
  it('lets the layer below take over, and leaves a gap where there is none', () => {
    const leave = [aLeave('甲', '2026-11-02 12:00', '2026-11-02 18:00')];
    const below = aLayer('候补', { name: '备班', startsOn: '2026-11-02' });
    const alone = aPlan(aSchedule({ officer: [daily] }), { leaves: leave });
    const backed = aPlan(aSchedule({ officer: [below, daily] }), { leaves: leave });
    expect(shifts(alone, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-02 12:00 甲',
      'officer 11-02 18:00 – 11-03 08:00 甲',
    ]);
    expect(shifts(backed, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-02 12:00 甲',
      'officer 11-02 12:00 – 11-02 18:00 候补',
      'officer 11-02 18:00 – 11-03 08:00 甲',
    ]);
  });

  it('does not move the turns of the others', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }), {
      leaves: [aLeave('乙', '2026-11-03 00:00', '2026-11-05 00:00')],
    });
    expect(shifts(plan, '2026-11-04 08:00', '2026-11-05 08:00')).toEqual([
      'officer 11-04 08:00 – 11-05 08:00 丙',
    ]);
  });

  it('of somebody who stands in by an override is no reason not to', () => {
    const plan = aPlan(aSchedule({ officer: [daily] }), {
      overrides: [anOverride('丁', '2026-11-02 08:00', '2026-11-03 08:00')],
      leaves: [aLeave('丁', '2026-11-01 00:00', '2026-11-05 00:00')],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-03 08:00 丁 (override)',
    ]);
  });
});

describe('an edit of the rules', () => {
  const before = aSchedule({ officer: [daily] });

  it('leaves what was before it, and a running shift of the same person is not cut in two', () => {
    const later = aSchedule({ officer: [{ ...daily, name: '新', handoffAt: '09:00' }] });
    const plan = aPlan(before, {
      versions: [inForce('2026-01-01 00:00', before), inForce('2026-11-03 15:00', later)],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-05 09:00')).toEqual([
      'officer 11-02 08:00 – 11-03 08:00 甲',
      'officer 11-03 08:00 – 11-04 09:00 乙',
      'officer 11-04 09:00 – 11-05 09:00 丙',
    ]);
  });

  it('that is replaced at the same instant was never in force', () => {
    const never = aSchedule({ officer: [aLayer('误')] });
    const plan = aPlan(before, {
      versions: [
        inForce('2026-01-01 00:00', before),
        inForce('2026-11-02 12:00', never),
        inForce('2026-11-02 12:00', before),
      ],
      overrides: [anOverride('丁', '2026-11-02 10:00', '2026-11-02 14:00')],
    });
    expect(shifts(plan, '2026-11-02 08:00', '2026-11-03 08:00')).toEqual([
      'officer 11-02 08:00 – 11-02 10:00 甲',
      'officer 11-02 10:00 – 11-02 14:00 丁 (override)',
      'officer 11-02 14:00 – 11-03 08:00 甲',
    ]);
  });

  it('begins duty where there was none: the first shift begins when the schedule does', () => {
    const plan = aPlan(before, { versions: [inForce('2026-11-02 10:30', before)] });
    expect(shifts(plan, '2026-11-01 00:00', '2026-11-03 00:00')).toEqual([
      'officer 11-02 10:30 – 11-03 08:00 甲',
    ]);
  });
});

describe('whoever is on duty', () => {
  const plan = aPlan(aSchedule({ officer: [daily] }));

  it('is so until the very instant of the hand-off, and no longer', () => {
    const handoff = at('2026-11-03 08:00');
    expect(whoIsOnDuty(plan, 'officer', handoff - 1, noHoliday)?.userId).toBe('甲');
    expect(whoIsOnDuty(plan, 'officer', handoff, noHoliday)?.userId).toBe('乙');
  });

  it('has the whole shift told, with the layer that it comes from', () => {
    expect(whoIsOnDuty(plan, 'officer', at('2026-11-02 20:00'), noHoliday)).toEqual({
      position: 'officer',
      ...on('2026-11-02 08:00', '2026-11-03 08:00'),
      userId: '甲',
      via: 'layer',
      layer: '日常',
    });
  });

  it('is nobody in a position that the schedule does not have', () => {
    expect(whoIsOnDuty(plan, 'leader', at('2026-11-02 20:00'), noHoliday)).toBeNull();
  });
});

it('is not asked about no time at all', () => {
  const plan = aPlan(aSchedule({ officer: [daily] }));
  expect(shifts(plan, '2026-11-03 08:00', '2026-11-03 08:00')).toEqual([]);
  expect(shifts(plan, '2026-11-04 08:00', '2026-11-03 08:00')).toEqual([]);
});
