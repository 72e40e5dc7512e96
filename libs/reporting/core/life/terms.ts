import type { Instant } from '../values.js';
import type { LifeEntry } from './entry.js';

/** What figures know of a clock of `clocks.yaml`. */
export interface ClockOfLife {
  readonly name: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  /** Of `stops`, those that keep it. */
  readonly meets: readonly string[];
  readonly continues: readonly string[];
  /** Grades at which something is due, or the parameter of the starting event that brings the due time. */
  readonly due: ReadonlySet<string> | { readonly from: string };
}

/** One running of a clock: from what started it to what ended it. */
export interface Term {
  readonly clock: ClockOfLife;
  readonly startedAt: Instant;
  /** The due time that the starting event brought; null when the severity says it. */
  readonly dueAt: Instant | null;
  /** Milliseconds that it stood still. */
  readonly pausedMs: number;
  readonly pausedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly stopped: { readonly at: Instant; readonly by: string } | null;
  /** Something was due when it ended, or is now. */
  readonly isOwed: boolean;
}

/** What has happened to a subject besides the entry itself. */
export interface Circumstances {
  readonly grade: string;
  /** The entry closes the subject, which ends all its terms. */
  readonly closes: boolean;
}

/**
 * The terms after one more entry, by the rules of `clocks.yaml`: what runs goes on, what is under `stops` too ends
 * and begins anew, and what takes back the last change of state lets the term run on that this change had ended.
 */
export function termsAfter(
  terms: readonly Term[],
  clocks: readonly ClockOfLife[],
  entry: LifeEntry,
  circumstances: Circumstances,
): Term[] {
  return clocks.flatMap((clock) =>
    termsOfClock(
      terms.filter((term) => term.clock === clock),
      clock,
      entry,
      circumstances,
    ),
  );
}

function termsOfClock(
  terms: readonly Term[],
  clock: ClockOfLife,
  entry: LifeEntry,
  { grade, closes }: Circumstances,
): readonly Term[] {
  const last = terms.at(-1);
  const runs = last?.stopped === null;
  const changed = runs ? whileRunning(last, entry) : null;
  if (changed !== null) return [...terms.slice(0, -1), changed];
  if (goesOnForTheSame(last, clock, entry)) return terms;
  const { type, at } = entry;
  const ended =
    runs && (closes || clock.stops.includes(type))
      ? [...terms.slice(0, -1), { ...last, isOwed: isOwed(last, grade), stopped: { at, by: type } }]
      : terms;
  if (clock.starts.includes(type) && ended.at(-1)?.stopped !== null)
    return [...ended, ...begun(clock, entry)];
  return clock.continues.includes(type) ? resumed(ended, entry) : ended;
}

/** What an entry about the clock itself makes of a running term; null when it is about something else. */
function whileRunning(term: Term, { type, at, data }: LifeEntry): Term | null {
  const about = data.clock ?? data.params?.['clock'];
  if (about !== term.clock.name) return null;
  switch (type) {
    case 'deadline-breached':
      return { ...term, breachedAt: term.breachedAt ?? at };
    case 'clock-paused':
      return { ...term, pausedAt: term.pausedAt ?? at };
    case 'clock-resumed':
    case 'deadline-resumed':
      return { ...term, pausedAt: null, pausedMs: stoodStill(term, at) };
    default:
      return null;
  }
}

const stoodStill = ({ pausedAt, pausedMs }: Term, until: Instant): number =>
  pausedMs + (pausedAt === null ? 0 : until - pausedAt);

/** It would end and begin anew for the instant for which it runs: nothing has changed. */
function goesOnForTheSame(
  last: Term | undefined,
  { due, starts }: ClockOfLife,
  { type, data }: LifeEntry,
): boolean {
  if (last?.stopped !== null || last.pausedAt !== null || !starts.includes(type)) return false;
  return 'from' in due && last.dueAt === data.params?.[due.from];
}

function begun(clock: ClockOfLife, { at, data }: LifeEntry): Term[] {
  const brought = 'from' in clock.due ? data.params?.[clock.due.from] : null;
  if ('from' in clock.due && typeof brought !== 'number') return [];
  const term = { clock, startedAt: at, pausedMs: 0, pausedAt: null, breachedAt: null };
  return [
    { ...term, dueAt: typeof brought === 'number' ? brought : null, stopped: null, isOwed: true },
  ];
}

/** Only what the state that is left now had ended: events are named like the states they lead to. */
function resumed(terms: readonly Term[], { data }: LifeEntry): readonly Term[] {
  const last = terms.at(-1);
  if (last?.stopped === undefined || last.stopped === null || last.stopped.by !== data.from)
    return terms;
  const pausedMs = stoodStill(last, last.stopped.at);
  return [...terms.slice(0, -1), { ...last, stopped: null, pausedAt: null, pausedMs }];
}

const isOwed = ({ clock: { due }, breachedAt }: Term, grade: string): boolean =>
  breachedAt !== null || 'from' in due || due.has(grade);

/** How long it ran until it was ended, its pauses left out; a pause in which it ended counts from its beginning. */
export const ranFor = (term: Term, until: Instant): number =>
  (term.pausedAt ?? until) - term.startedAt - term.pausedMs;
