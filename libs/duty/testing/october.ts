import type { Instant, Interval, IsHoliday, ScheduleRules } from '../core/schedule.js';
import type { Desk, Fate } from './desk.js';

/** October 2026: the National Day holiday, from the 1st to the 7th, and the weeks after it. */
export const at = (text: string): Instant => Date.parse(`2026-${text}:00+08:00`);

export const BEGIN = at('09-30T09:00');
export const MONTH: Interval = { from: at('10-01T00:00'), to: at('11-01T00:00') };
/** When the hand-overs of the last morning are done. */
export const END = at('11-01T12:00');

export const isHoliday: IsHoliday = (date) => date >= '2026-10-01' && date <= '2026-10-07';

interface Staff {
  readonly officer: readonly string[];
  readonly deputy: readonly string[];
  readonly leader: readonly string[];
}

/** Officers have 24 hours each, leaders a week each, and in the holiday a day each in another order. */
export function rulesFor({ officer, deputy, leader }: Staff, deputyShift: string) {
  const daily = { shift: 'PT24H', handoffAt: '08:00', startsOn: '2026-09-28' };
  const [first = '', second = '', third = '', fourth = ''] = leader;
  const holiday = { ...daily, startsOn: '2026-10-01', holidays: 'only' as const };
  const holidayLeaders = [third, first, fourth, second];
  return {
    ...{ name: '网信值班室', timeZone: 'Asia/Shanghai', swapNeedsApproval: false },
    positions: [
      {
        position: 'officer' as const,
        layers: [{ ...daily, name: '值班员', participants: [...officer] }],
      },
      {
        position: 'deputy' as const,
        layers: [{ ...daily, name: '副班', shift: deputyShift, participants: [...deputy] }],
      },
      {
        position: 'leader' as const,
        layers: [
          { ...daily, name: '带班', shift: 'P7D', participants: [...leader] },
          { ...holiday, name: '节假日', participants: holidayLeaders },
        ],
      },
    ],
  } satisfies ScheduleRules;
}

const INCIDENTS = 40;

const APPOINTED: readonly (readonly [time: string, fate: Fate])[] = [
  // On an evening of the holiday, and while its leaders change.
  ['10-03T19:40', 'by-leader'],
  ['10-05T07:57', 'by-leader'],
  // Before the officers' gap begins, and in the middle of it.
  ['10-12T17:51', 'never'],
  ['10-12T23:10', 'by-leader'],
  // In a gap of the deputies.
  ['10-23T11:00', 'late'],
  // Eight minutes before the officer falls ill.
  ['10-27T14:22', 'by-leader'],
];

/** Days on which something arrives while the shifts change. */
export const HANDOVERS = ['10-02', '10-09', '10-14', '10-20', '10-21', '10-28'] as const;

const FATES: readonly Fate[] = ['soon', 'late', 'soon', 'by-leader', 'never'];

/** Forty incidents: some when it matters, most at any time. */
export function expectIncidents(desk: Desk, whole: (from: number, to: number) => number): void {
  for (const [time, fate] of APPOINTED) desk.expect(at(time) + whole(1, 59_999), fate);
  for (const [index, day] of HANDOVERS.entries())
    desk.expect(at(`${day}T07:48`) + whole(0, 16 * 60_000), index === 0 ? 'never' : 'by-leader');
  for (let made = APPOINTED.length + HANDOVERS.length; made < INCIDENTS; made += 1)
    desk.expect(whole(at('10-01T10:00'), at('10-30T10:00')), FATES[made % FATES.length] ?? 'soon');
}
