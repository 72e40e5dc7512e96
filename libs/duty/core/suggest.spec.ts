import { describe, expect, it } from '@jest/globals';
import { aLayer, aLeave, aPlan, aSchedule, anOverride, on } from '../testing/a-plan.js';
import type { IsHoliday, Plan, Position, Segment } from './schedule.js';
import { suggestFor } from './suggest.js';

const noHoliday: IsHoliday = () => false;

/** November: 2–5 甲乙丙丁, 9–12 丁甲乙丙 (turns go on over the days between). Nobody from Friday 13 on. */
const layer = aLayer('甲 乙 丙 丁', {
  startsOn: '2026-11-02',
  endsOn: '2026-11-12',
  weekdays: [1, 2, 3, 4],
});
const friday = on('2026-11-13 08:00', '2026-11-14 08:00');

interface Asked {
  readonly change?: Partial<Plan>;
  readonly isHoliday?: IsHoliday;
  readonly elsewhere?: readonly Segment[];
  readonly position?: Position;
}

const suggest = ({
  change = {},
  isHoliday = noHoliday,
  elsewhere = [],
  position = 'officer',
}: Asked) =>
  suggestFor(
    { position, ...friday },
    aPlan(aSchedule({ officer: [layer] }), change),
    isHoliday,
    elsewhere,
  );

const people = (asked: Asked = {}): string =>
  suggest(asked)
    .map(({ userId }) => userId)
    .join(' ');

/** 甲 has stood in for 丁, both times. */
const stoodIn = [
  anOverride('甲', '2026-11-05 08:00', '2026-11-06 08:00'),
  anOverride('甲', '2026-11-09 08:00', '2026-11-10 08:00'),
];

describe('a gap', () => {
  it('goes last to whoever has just come off duty, or is about to begin', () => {
    expect(people()).toBe('甲 乙 丁 丙');
    const after = [anOverride('甲', '2026-11-14 18:00', '2026-11-14 22:00')];
    expect(people({ change: { overrides: after } })).toBe('乙 丁 丙 甲');
  });

  it('goes first to whoever has had least duty that month', () => {
    expect(people({ change: { overrides: stoodIn } })).toBe('丁 乙 甲 丙');
  });

  it('on a holiday goes to those who had none, at equal hours', () => {
    const isHoliday: IsHoliday = (date) => ['2026-11-02', '2026-11-13'].includes(date);
    expect(people({ isHoliday })).toBe('乙 丁 甲 丙');
  });

  it('goes to nobody who is on leave at any time of it', () => {
    const leaves = [aLeave('乙', '2026-11-14 07:00', '2026-11-20 00:00')];
    expect(people({ change: { leaves } })).toBe('甲 丁 丙');
  });

  it('goes to nobody who is on duty then, in another position or another schedule', () => {
    const asLeader = aPlan(
      aSchedule({ officer: [layer], leader: [aLayer('甲', { startsOn: '2026-11-13' })] }),
    );
    expect(people({ change: asLeader })).toBe('乙 丁 丙');
    const elsewhere: Segment[] = [{ position: 'officer', userId: '丁', via: 'layer', ...friday }];
    expect(people({ elsewhere })).toBe('甲 乙 丙');
  });

  it('goes to people of that position only', () => {
    expect(people({ position: 'leader' })).toBe('');
  });

  it('says why, in words', () => {
    expect(suggest({ change: { overrides: stoodIn } })).toEqual([
      {
        userId: '丁',
        score: 100,
        reason: {
          zh: '当月 0 班，比平均少 2 班；夜班 0 夜，比平均少 2 夜；前后各休息 3 天以上',
          en: '0 shifts that month, 2 fewer than average; 0 nights, 2 fewer than average; more than 3 days of rest before and after',
        },
      },
      {
        userId: '乙',
        // Half the hours and half the nights of 甲, and no weekend days, as everybody.
        score: 83,
        reason: {
          zh: '当月 2 班，与平均持平；此前休息 24 小时，此后休息 3 天以上',
          en: '2 shifts that month, as many as average; 24 h of rest before and more than 3 days after',
        },
      },
      {
        userId: '甲',
        score: 67,
        reason: {
          zh: '当月 4 班，比平均多 2 班；夜班 4 夜，比平均多 2 夜；此前休息 48 小时，此后休息 3 天以上',
          en: '4 shifts that month, 2 more than average; 4 nights, 2 more than average; 48 h of rest before and more than 3 days after',
        },
      },
      {
        userId: '丙',
        score: 33,
        reason: {
          zh: '当月 2 班，与平均持平；此前休息 0 小时（不足 11 小时），此后休息 3 天以上',
          en: '2 shifts that month, as many as average; 0 h (less than 11) of rest before and more than 3 days after',
        },
      },
    ]);
  });
});
