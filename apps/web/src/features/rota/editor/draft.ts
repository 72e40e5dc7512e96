import { POSITIONS, type Layer, type Schedule, type ScheduleRules } from '../../../api/rota-types';
import type { Position } from '../../../api/types';
import { dutyDateAt, mondayOf, type LocalDate } from '../days';

/** A layer as it stands in the form: what is not set is empty. */
export interface LayerDraft {
  readonly name: string;
  readonly participants: readonly string[];
  readonly shift: string;
  readonly handoffAt: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: readonly number[];
  readonly holidays: '' | 'only' | 'except';
}

export interface PositionDraft {
  readonly position: Position;
  readonly layers: readonly LayerDraft[];
}

export interface ScheduleDraft {
  /** What the changes were made on; 0 for a new schedule. */
  readonly baseVersion: number;
  readonly name: string;
  readonly timeZone: string;
  readonly swapNeedsApproval: boolean;
  readonly positions: readonly PositionDraft[];
}

const ALL_DAYS = 7;

export function draftOf(schedule: Schedule): ScheduleDraft {
  const { version, name, timeZone, swapNeedsApproval, positions } = schedule;
  return {
    baseVersion: version,
    name,
    timeZone,
    swapNeedsApproval,
    positions: positions.map(({ position, layers }) => ({
      position,
      layers: layers.map((layer) => ({
        name: layer.name,
        participants: layer.participants,
        shift: layer.shift,
        handoffAt: layer.handoffAt,
        startsOn: layer.startsOn,
        endsOn: layer.endsOn ?? '',
        weekdays: layer.weekdays ?? [],
        holidays: layer.holidays ?? '',
      })),
    })),
  };
}

function layerOf({ endsOn, weekdays, holidays, ...layer }: LayerDraft): Layer {
  return {
    ...layer,
    name: layer.name.trim(),
    ...(endsOn === '' ? {} : { endsOn }),
    ...(weekdays.length === 0 || weekdays.length === ALL_DAYS ? {} : { weekdays }),
    ...(holidays === '' ? {} : { holidays }),
  };
}

/** What is sent. Positions and layers keep their places, so that the paths of refusals are those of the form. */
export function rulesOf(draft: ScheduleDraft): ScheduleRules {
  return {
    name: draft.name.trim(),
    timeZone: draft.timeZone.trim(),
    swapNeedsApproval: draft.swapNeedsApproval,
    positions: draft.positions.map(({ position, layers }) => ({
      position,
      layers: layers.map(layerOf),
    })),
  };
}

export function blankLayer(today: LocalDate, name: string): LayerDraft {
  return {
    name,
    participants: [],
    shift: 'P1D',
    handoffAt: '08:00',
    startsOn: today,
    endsOn: '',
    weekdays: [],
    holidays: '',
  };
}

export function missingPositions({ positions }: ScheduleDraft): readonly Position[] {
  return POSITIONS.filter((known) => !positions.some(({ position }) => position === known));
}

/** Positions stand in the order of the office, however they were added. */
export function withPosition(
  draft: Pick<ScheduleDraft, 'positions'>,
  position: Position,
  layer: LayerDraft,
) {
  const positions = [...draft.positions, { position, layers: [layer] }];
  return {
    positions: positions.toSorted(
      (a, b) => POSITIONS.indexOf(a.position) - POSITIONS.indexOf(b.position),
    ),
  };
}

/** The list with one thing moved by so many places; unchanged at the edges. */
export function movedItem<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const item = list[index];
  const target = index + by;
  if (item === undefined || target < 0 || target >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(target, 0, item);
}

const LAYER_FIELDS = [
  'name',
  'participants',
  'shift',
  'handoffAt',
  'startsOn',
  'endsOn',
  'weekdays',
  'holidays',
] as const;
export type LayerField = (typeof LAYER_FIELDS)[number];

/** Where the server would say that something is wrong, and a field can show it. */
export function pathsOf(draft: Pick<ScheduleDraft, 'positions'>): readonly string[] {
  return [
    'name',
    'timeZone',
    ...draft.positions.flatMap(({ layers }, at) => [
      ...layers.flatMap((_, index) =>
        LAYER_FIELDS.map((field) => `positions.${String(at)}.layers.${String(index)}.${field}`),
      ),
    ]),
  ];
}

/** Who is asked for when there is no rota yet. */
export interface UsualChoice {
  readonly officers: readonly string[];
  readonly deputies: readonly string[];
  readonly leaders: readonly string[];
  readonly handoffAt: string;
}

interface UsualNames {
  readonly schedule: string;
  readonly layer: string;
}

/**
 * What most offices keep: officers and deputies take turns of 24 hours, leaders of a week from Monday on. Where the
 * same people are both, deputies begin one turn later, so that nobody is both on one day. It begins with the duty day
 * that is running, so that somebody is on duty from the first moment.
 */
export function usualRota(
  choice: UsualChoice,
  names: UsualNames,
  timeZone: string,
  now: number,
): ScheduleDraft {
  const { officers, leaders, handoffAt } = choice;
  const today = dutyDateAt(now, handoffAt, timeZone);
  const layer = { ...blankLayer(today, names.layer), handoffAt };
  const positions: readonly PositionDraft[] = [
    { position: 'officer', layers: [{ ...layer, participants: officers }] },
    { position: 'deputy', layers: [{ ...layer, participants: deputiesOf(choice) }] },
    {
      position: 'leader',
      layers: [{ ...layer, participants: leaders, shift: 'P7D', startsOn: mondayOf(today) }],
    },
  ];
  return {
    baseVersion: 0,
    name: names.schedule,
    timeZone,
    swapNeedsApproval: true,
    positions: positions.filter(({ layers }) => layers[0]?.participants.length !== 0),
  };
}

function deputiesOf({ officers, deputies }: UsualChoice): readonly string[] {
  const [first, ...others] = deputies;
  const clashes = officers.length === deputies.length && officers[0] === first;
  return clashes && first !== undefined ? [...others, first] : deputies;
}
