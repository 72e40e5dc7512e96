import fc from 'fast-check';
import { DateTime } from 'luxon';
import { POSITIONS } from '../core/schedule.js';
import type {
  Instant,
  Interval,
  IsHoliday,
  Layer,
  Leave,
  Override,
  Plan,
  ScheduleRules,
} from '../core/schedule.js';
import { GRID_MS } from './slow-on-duty.js';

/** A plan, a window of a few days around a change of the clocks (where the zone changes them), and its holidays. */
export interface Case {
  readonly plan: Plan;
  readonly window: Interval;
  readonly isHoliday: IsHoliday;
}

const DAY_MS = 86_400_000;

/** Days on which clocks change in 2026, and for zones without, any days. Casablanca goes back for Ramadan. */
const TURNING_DAYS: Readonly<Record<string, readonly string[]>> = {
  'Asia/Shanghai': ['2026-02-14', '2026-10-01'],
  'America/Santiago': ['2026-04-04', '2026-09-06'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'Africa/Casablanca': ['2026-02-15', '2026-03-22'],
  UTC: ['2026-05-01', '2026-12-31'],
};

export const ZONES: readonly string[] = Object.keys(TURNING_DAYS);

/** Times in the gaps and folds of those zones (00:00–01:00, 23:00–24:00, 01:30–02:30, 02:00–03:00), and usual ones. */
const HANDOFFS = [
  '08:00',
  '00:00',
  '00:30',
  '23:30',
  '01:30',
  '01:45',
  '02:00',
  '02:15',
  '02:30',
  '20:00',
];
const SHIFTS = ['PT8H', 'PT12H', 'PT90M', 'PT24H', 'P1D', 'P2D', 'P1W', 'PT10H', 'P1DT12H', 'PT7H'];

export const PEOPLE = ['甲', '乙', '丙', '丁', '戊'] as const;
const people = fc.constantFrom(...PEOPLE);

const dateNear = (turning: string, earliest: number, latest: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: earliest, max: latest })
    .map((days) =>
      DateTime.fromISO(turning, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'),
    );

const layers = (turning: string): fc.Arbitrary<Layer> =>
  fc.record(
    {
      name: fc.constantFrom('日常', '夜间', '节假日'),
      participants: fc.array(people, { minLength: 1, maxLength: 4 }),
      shift: fc.constantFrom(...SHIFTS),
      handoffAt: fc.constantFrom(...HANDOFFS),
      startsOn: dateNear(turning, -16, 1),
      endsOn: dateNear(turning, 1, 4),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 6 }),
      holidays: fc.constantFrom('only' as const, 'except' as const),
    },
    { requiredKeys: ['name', 'participants', 'shift', 'handoffAt', 'startsOn'] },
  );

/** Rules of a zone, around a day. */
export const rules = (timeZone: string, turning: string): fc.Arbitrary<ScheduleRules> =>
  fc
    .subarray([...POSITIONS], { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((position) =>
          fc.record({
            position: fc.constant(position),
            layers: fc.array(layers(turning), { minLength: 1, maxLength: 3 }),
          }),
        ),
      ),
    )
    .map((positions) => ({ name: '总值班室', timeZone, positions }));

/** On the grid of the slow function, so that every change falls between two of its steps. */
const instants = (middle: Instant, days: number): fc.Arbitrary<Instant> => {
  const steps = (days * DAY_MS) / GRID_MS;
  return fc.integer({ min: -steps, max: steps }).map((step) => middle + step * GRID_MS);
};

/** Also empty ones: an override cancelled at the moment it began has no time left. */
const intervals = (middle: Instant, days: number, longestDays: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(instants(middle, days), fc.integer({ min: 0, max: (longestDays * DAY_MS) / GRID_MS }))
    .map(([from, steps]) => ({ from, to: from + steps * GRID_MS }));

const overrides = (middle: Instant): fc.Arbitrary<Override[]> =>
  fc
    .array(
      fc.tuple(
        intervals(middle, 4, 2),
        fc.record({
          position: fc.constantFrom(...POSITIONS),
          userId: people,
          via: fc.constantFrom('override' as const, 'swap' as const),
        }),
      ),
      { maxLength: 6 },
    )
    .map((list) =>
      list.map(([interval, rest], index) => ({ id: String(index), ...interval, ...rest })),
    );

const leaves = (middle: Instant): fc.Arbitrary<Leave[]> =>
  fc.array(
    fc
      .tuple(intervals(middle, 4, 3), people)
      .map(([interval, userId]) => ({ ...interval, userId })),
    { maxLength: 4 },
  );

export const cases: fc.Arbitrary<Case> = fc.constantFrom(...ZONES).chain((timeZone) =>
  fc.constantFrom(...(TURNING_DAYS[timeZone] ?? [])).chain((turning) => {
    const middle = DateTime.fromISO(turning, { zone: timeZone }).startOf('day').toMillis();
    return fc.record({
      plan: fc
        .record({
          first: rules(timeZone, turning),
          since: instants(middle - 3 * DAY_MS, 2),
          edits: fc.array(
            fc.record({ effectiveFrom: instants(middle, 2), rules: rules(timeZone, turning) }),
            { maxLength: 2 },
          ),
          overrides: overrides(middle),
          leaves: leaves(middle),
        })
        .map(({ first, since, edits, ...rest }) => ({
          ...rest,
          versions: [{ effectiveFrom: since, rules: first }, ...edits].sort(
            (a, b) => a.effectiveFrom - b.effectiveFrom,
          ),
        })),
      window: intervals(middle - DAY_MS, 1, 4).filter(({ from, to }) => from < to),
      isHoliday: fc.uniqueArray(dateNear(turning, -4, 4), { maxLength: 3 }).map(
        (dates): IsHoliday =>
          (date) =>
            dates.includes(date),
      ),
    });
  }),
);
