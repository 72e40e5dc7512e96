import type { IsHolidayDay } from './duty-days.js';
import { byStart, clip, cutOut, meets } from './intervals.js';
import type { Instant, Interval, Plan, Position, RulesVersion, Shift } from './schedule.js';
import { stintsOf } from './stints.js';
import { zoneClock } from './zone-clock.js';

/** Time of one person that one layer or one override gives: a shift is made of one or more of them. */
export interface Piece extends Interval {
  /** When the turn or the override itself begins; before `from` where something covers its beginning. */
  readonly begins: Instant;
  readonly shift: Pick<Shift, 'userId' | 'via' | 'layer' | 'overrideId'>;
}

/** Time in which a version of the rules is in force, and has layers for the position. */
interface Reign extends Interval {
  readonly version: RulesVersion;
}

/** Rules, with what is asked of them over and over. */
export interface Sources {
  readonly plan: Plan;
  readonly isHoliday: IsHolidayDay;
  /** Leaves of each person, sorted, none of them touching another. */
  readonly leaves: ReadonlyMap<string, readonly Interval[]>;
}

/** When the position belongs to the schedule, cut to the window. */
export const reignsOf = (plan: Plan, position: Position, window: Interval): Reign[] =>
  clip(
    plan.versions
      .map((version, index): Reign => ({
        version,
        from: version.effectiveFrom,
        to: plan.versions[index + 1]?.effectiveFrom ?? Infinity,
      }))
      .filter(({ version }) => version.rules.positions.some((of) => of.position === position)),
    window,
  );

/** Who is on duty in a position, sorted and without overlaps, cut to the window. */
export function piecesOf(sources: Sources, position: Position, window: Interval): Piece[] {
  const reigns = reignsOf(sources.plan, position, window);
  const fromLayers = reigns.flatMap((reign) => layered(layersOf(sources, position, reign)));
  const overrides = sources.plan.overrides
    .filter((override) => override.position === position && meets(override, window))
    .map(({ id, userId, via, from, to }): Piece[] => [
      { from, to, begins: from, shift: { userId, via, overrideId: id } },
    ]);
  const fromOverrides = layered(overrides);
  return layered([fromLayers, reigns.flatMap((reign) => clip(fromOverrides, reign))]);
}

/** What each layer gives within a reign, without people on leave, from the lowest layer to the highest. */
function layersOf(sources: Sources, position: Position, reign: Reign): Piece[][] {
  const { rules } = reign.version;
  const clock = zoneClock(rules.timeZone);
  const layers = rules.positions.find((of) => of.position === position)?.layers ?? [];
  return layers.map((layer) => {
    const stints = stintsOf(layer, reign, clock, sources.isHoliday);
    const pieces = stints.map(({ from, to, userId }): Piece => ({
      from,
      to,
      begins: from,
      shift: { userId, via: 'layer', layer: layer.name },
    }));
    return clip(withoutLeave(pieces, sources.leaves), reign);
  });
}

const withoutLeave = (
  pieces: readonly Piece[],
  leaves: ReadonlyMap<string, readonly Interval[]>,
): Piece[] =>
  pieces.flatMap((piece) => {
    const away = leaves.get(piece.shift.userId);
    return away === undefined ? piece : cutOut([piece], away);
  });

/**
 * One list of pieces out of many, where a later list wins over an earlier one. Pairs are joined first, then
 * pairs of pairs, so that 200 overrides are walked over 8 times and not 200 times.
 */
function layered(lists: readonly Piece[][]): Piece[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const middle = lists.length >> 1;
  const below = layered(lists.slice(0, middle));
  const above = layered(lists.slice(middle));
  return [...cutOut(below, above), ...above].sort(byStart);
}
