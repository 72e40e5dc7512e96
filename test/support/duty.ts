import type { Person } from './people.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai, which has no summer time. */
const OFFSET_MS = 8 * HOUR_MS;

export const iso = (at: number): string => new Date(at).toISOString();

/** Clock and calendar on the wall in Shanghai. */
const wallOf = (at: number): { readonly date: string; readonly time: string } => {
  const text = iso(at + OFFSET_MS);
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
};

interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** The parts of a shift's page that tests read. */
export interface ShiftPage {
  readonly id: string;
  readonly user: PersonView;
  readonly from: string;
  readonly to: string;
  readonly via: string;
  readonly state: string;
  readonly version: number;
  readonly late: boolean;
  readonly allowed: readonly string[];
  readonly log: readonly { readonly id: string; readonly text: string; readonly open: boolean }[];
  readonly checks: readonly { readonly answeredAt: string | null }[];
}

export interface SchedulePage {
  readonly id: string;
  readonly version: number;
}

export interface CoveragePage {
  readonly segments: readonly {
    readonly position: string;
    readonly userId: string;
    readonly shift?: { readonly id: string };
  }[];
  readonly gaps: readonly { readonly position: string; readonly from: string }[];
  readonly conflicts: readonly unknown[];
  readonly days: readonly { readonly date: string; readonly kind: string }[];
  readonly changes?: readonly Readonly<Record<string, unknown>>[];
}

export interface SwapPage {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly takenBy: PersonView | null;
  readonly allowed: readonly string[];
}

/** Taken once, so that the same layer is the same when a minute ends between the two times it is asked for. */
const BEGUN_AT = Date.now() - 6 * HOUR_MS;

/** A layer in which people take turns of a day; the first turn began six hours ago. `changes` replaces fields. */
export function aLayer(
  people: readonly Person[],
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { date, time } = wallOf(BEGUN_AT);
  return {
    name: '轮值',
    participants: people.map(({ id }) => id),
    shift: 'P1D',
    handoffAt: time,
    startsOn: date,
    ...changes,
  };
}

/** The rota of a duty office; `changes` replaces fields. */
export const aSchedule = (
  officers: readonly Person[],
  leaders: readonly Person[],
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  name: '网信值班室',
  timeZone: 'Asia/Shanghai',
  positions: [
    { position: 'officer', layers: [aLayer(officers)] },
    { position: 'leader', layers: [aLayer(leaders, { shift: 'P7D' })] },
  ],
  ...changes,
});

/** The shift of a position that runs at an instant. Throws when there is none. */
export async function shiftAt(by: Person, position: string, at: number): Promise<ShiftPage> {
  const query = `from=${iso(at)}&to=${iso(at + 1)}&position=${position}`;
  const { items } = (await by.get(`/shifts?${query}`)) as { items: ShiftPage[] };
  const [only] = items;
  if (only === undefined) throw new Error(`nobody is ${position} at ${iso(at)}`);
  return only;
}
