import type { IsHoliday, Layer, Leave, Override, Plan, Position } from '#duty';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** 2026 in Santiago, where the clocks change on 5 April and 6 September. UTC−3 at both ends. */
export const YEAR = { from: Date.UTC(2026, 0, 1, 3), to: Date.UTC(2027, 0, 1, 3) };

const POSITIONS: readonly Position[] = ['officer', 'deputy', 'leader'];
const PEOPLE = Array.from({ length: 20 }, (_, i) => `person-${i}`);
const HOLIDAYS = new Set(['2026-01-01', '2026-04-03', '2026-05-01', '2026-09-18', '2026-12-25']);

export const isHoliday: IsHoliday = (date) => HOLIDAYS.has(date);

/** The year of goals.md: 3 positions, 3 layers each, 20 people, 200 overrides, a zone with summer time. */
export function aYear(): Plan {
  return {
    versions: [
      {
        effectiveFrom: Date.UTC(2025, 0, 1),
        rules: {
          name: 'A year',
          timeZone: 'America/Santiago',
          positions: POSITIONS.map((position, index) => ({ position, layers: layersOf(index) })),
        },
      },
    ],
    overrides: overrides(),
    leaves: leaves(),
  };
}

/** Day and night in turns; weekends by others; holidays by others again. Each has people of its own to begin with. */
function layersOf(position: number): Layer[] {
  const from = (start: number, count: number): string[] =>
    Array.from(
      { length: count },
      (_, i) => PEOPLE[(position * 5 + start + i) % PEOPLE.length] ?? '',
    );
  const startsOn = '2025-06-02';
  return [
    { name: 'daily', participants: from(0, 8), shift: 'PT12H', handoffAt: '08:00', startsOn },
    {
      name: 'weekend',
      participants: from(8, 6),
      shift: 'P1D',
      handoffAt: '09:00',
      startsOn,
      weekdays: [6, 7],
    },
    {
      name: 'holidays',
      participants: from(14, 4),
      shift: 'PT8H',
      handoffAt: '00:00',
      startsOn,
      holidays: 'only',
    },
  ];
}

/** Spread over the year and the positions, 6 to 30 hours each, and none of them on the hour of a hand-off. */
function overrides(): Override[] {
  return Array.from({ length: 200 }, (_, i) => {
    const from = YEAR.from + Math.floor((i * 365 * DAY_MS) / 200) + (i % 7) * HOUR_MS;
    return {
      id: `override-${i}`,
      position: POSITIONS[i % 3] ?? 'officer',
      from,
      to: from + (6 + (i % 25)) * HOUR_MS,
      userId: PEOPLE[(i * 7) % 20] ?? '',
      via: i % 4 === 0 ? 'swap' : 'override',
    };
  });
}

/** Two weeks for each person. */
const leaves = (): Leave[] =>
  PEOPLE.map((userId, i) => {
    const from = YEAR.from + i * 17 * DAY_MS;
    return { userId, from, to: from + 14 * DAY_MS };
  });
