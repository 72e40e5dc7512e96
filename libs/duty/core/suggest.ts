import { coverageOf } from './coverage.js';
import type { Gap } from './coverage.js';
import { fairnessOf, membersOf } from './fairness.js';
import type { PersonLoad } from './fairness.js';
import { meets } from './intervals.js';
import { DAY_MS, HOUR_MS, dateOfDay, dayNumber } from './local-date.js';
import { LOAD_KINDS, loadOf } from './load.js';
import type { Load } from './load.js';
import { reignsOf } from './pieces.js';
import type { Instant, Interval, IsHoliday, Plan, Segment, Words } from './schedule.js';
import { isShort, loadWords, restWords } from './suggest-words.js';
import type { Rest } from './suggest-words.js';
import { instantOn, localDayAt } from './wall-time.js';
import { zoneClock } from './zone-clock.js';
import type { ZoneClock } from './zone-clock.js';

export interface Suggestion {
  readonly userId: string;
  /** 0–100, best first: 50 for eleven hours of rest on both sides, up to 50 for little duty so far. */
  readonly score: number;
  readonly reason: Words;
}

/** A shift further away than that is of no matter for rest. */
const REST_SEEN_MS = 3 * DAY_MS;

/**
 * Who of the position's people should take a gap, best first. Nobody who is on leave or on duty at any time of
 * it; whoever would have too little rest comes last. Load is that of the calendar month in which the gap
 * begins. `elsewhere` is duty in other schedules, at least three days before and after the gap.
 */
export function suggestFor(
  gap: Gap,
  plan: Plan,
  isHoliday: IsHoliday,
  elsewhere: readonly Segment[] = [],
): Suggestion[] {
  const reign = reignsOf(plan, gap.position, gap)[0];
  if (reign === undefined) return [];
  const { timeZone } = reign.version.rules;
  const clock = zoneClock(timeZone);
  const month = monthOf(gap.from, clock);
  const { segments } = coverageOf(plan, around(gap, month), isHoliday);
  const members = membersOf(plan, gap).filter(({ position }) => position === gap.position);
  const { people } = fairnessOf(segments, month, timeZone, isHoliday, members);
  const team = people.filter(({ position }) => position === gap.position);
  const share = shareOf(team, loadOf([gap], clock, isHoliday));
  const duty = [...segments, ...elsewhere];
  return team
    .filter(({ userId }) => members.some((member) => member.userId === userId))
    .filter(({ userId }) => isFree(userId, gap, [...duty, ...plan.leaves]))
    .map((person) => {
      const rest = restAround(person.userId, gap, duty);
      return { person, rest, light: 1 - share.of(person) };
    })
    .map(({ person, rest, light }) => ({
      userId: person.userId,
      score: (isShort(rest) ? 0 : 50) + Math.round(50 * light),
      reason: reasonOf(person, rest, share.kinds),
    }))
    .sort((a, b) => b.score - a.score);
}

type Personal = Interval & { readonly userId: string };

const isFree = (userId: string, gap: Gap, taken: readonly Personal[]): boolean =>
  taken.every((time) => time.userId !== userId || !meets(time, gap));

/** The calendar month around an instant, by the wall clock. */
function monthOf(at: Instant, clock: ZoneClock): Interval {
  const month = dateOfDay(localDayAt(at, clock)).slice(0, 7);
  const first = dayNumber(`${month}-01`) ?? 0;
  // 31 days after the first of a month lies in the next one; so do 28 + 4.
  const next = dayNumber(`${dateOfDay(first + 31).slice(0, 7)}-01`) ?? 0;
  return { from: instantOn(first, 0, clock), to: instantOn(next, 0, clock) };
}

const around = (gap: Interval, month: Interval): Interval => ({
  from: Math.min(month.from, gap.from - REST_SEEN_MS),
  to: Math.max(month.to, gap.to + REST_SEEN_MS),
});

function restAround(userId: string, gap: Gap, duty: readonly Segment[]): Rest {
  const theirs = duty.filter((segment) => segment.userId === userId);
  const ends = theirs.filter(({ to }) => to <= gap.from).map(({ to }) => to);
  const begins = theirs.filter(({ from }) => from >= gap.to).map(({ from }) => from);
  const before = gap.from - Math.max(...ends);
  const after = Math.min(...begins) - gap.to;
  return {
    before: before < REST_SEEN_MS ? before / HOUR_MS : null,
    after: after < REST_SEEN_MS ? after / HOUR_MS : null,
  };
}

/**
 * How much of the duty somebody has had, 0–1, against the one who had most of it. Besides hours only that counts
 * which the gap itself is: a gap on a holiday goes to whoever had few holidays.
 */
function shareOf(
  team: readonly PersonLoad[],
  gap: Load,
): { readonly kinds: readonly (keyof Load)[]; of: (person: Load) => number } {
  const kinds = LOAD_KINDS.filter((kind) => kind !== 'shifts' && gap[kind] > 0);
  const most = (kind: keyof Load): number => Math.max(...team.map((person) => person[kind]));
  return {
    kinds,
    of: (person) =>
      kinds.reduce((sum, kind) => sum + person[kind] / Math.max(most(kind), 1), 0) / kinds.length,
  };
}

function reasonOf(person: PersonLoad, rest: Rest, kinds: readonly (keyof Load)[]): Words {
  const load = loadWords(person, kinds);
  const rested = restWords(rest);
  return { zh: `${load.zh}；${rested.zh}`, en: `${load.en}; ${rested.en}` };
}
