import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Counts every figure again from the timeline alone. It shares nothing with the product but the timeline and the file
 * of clocks, so that a mistake is not made twice; slow and plain on purpose.
 */

/** A row of `timeline`. */
export interface Entry {
  readonly subject_id: string;
  readonly subject_type: string;
  readonly at: Date;
  readonly type: string;
  readonly data: {
    readonly from?: string | null;
    readonly to?: string | null;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly set?: Readonly<Record<string, unknown>>;
    readonly clock?: string;
    readonly escalationId?: string;
    readonly incidentId?: string;
  };
}

interface Clock {
  readonly subject: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly meets?: readonly string[];
  readonly continues?: readonly string[];
  readonly due: Readonly<Record<string, string | null>>;
  readonly act?: string;
}

const CLOSED = ['archived', 'dismissed', 'merged'];

export type Counted = Readonly<Record<string, number>>;

/** The figures that are not zero, and those that are a share or a time; entries each subject's in their order. */
export function recountFigures(
  entries: readonly Entry[],
  { from, to, asOf }: { readonly from: number; readonly to: number; readonly asOf: number },
): Counted {
  const { clocks } = parse(readFileSync('config/clocks.yaml', 'utf8')) as {
    clocks: Record<string, Clock>;
  };
  const lives = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.subject_type !== 'incident' || entry.at.getTime() >= asOf) continue;
    lives.set(entry.subject_id, [...(lives.get(entry.subject_id) ?? []), entry]);
  }
  const isIn = (at: number): boolean => at >= from && at < to;
  const figures: Record<string, number> = { open: 0, logged: 0 };
  const add = (key: string): void => {
    figures[key] = (figures[key] ?? 0) + 1;
  };
  const times: Record<string, number[]> = {};
  const decided: Record<string, { kept: number; all: number }> = {};

  for (const life of lives.values()) {
    const logged = life[0]!.at.getTime();
    const now = (name: string): string | null => {
      let value = life[0]!.data.params?.[name];
      for (const { data } of life)
        if (data.set !== undefined && name in data.set) value = data.set[name];
      return typeof value === 'string' ? value : null;
    };
    const isClosed = CLOSED.includes(life.findLast(({ data }) => data.to)?.data.to ?? '');
    if (logged < to && !isClosed) add('open');
    if (isIn(logged)) {
      add('logged');
      add(`kind.${now('kind') ?? ''}`);
      add(`category.${now('category') ?? ''}`);
      add(`severity.${now('severity') ?? 'unrated'}`);
      add(`verdict.${now('verdict') ?? 'unverified'}`);
      add(`place.${now('place') ?? 'none'}`);
      add(`source.${now('source') ?? 'none'}`);
      add(`unit.${now('unitId') ?? 'none'}`);
      add(`kindSeverity.${now('kind') ?? ''}|${now('severity') ?? 'unrated'}`);
      add(`categoryPlace.${now('category') ?? ''}|${now('place') ?? 'none'}`);
      add(`week.${weekOf(logged)}`);
    }
    const during = life.filter(({ at }) => isIn(at.getTime()));
    for (const type of ['reported', 'archived', 'dismissed', 'merged', 'reopened'])
      if (during.some((entry) => entry.type === type)) add(type);
    if (during.some(({ type }) => type === 'published')) add('clarified');
    const begun = new Set<string>();
    let state = '';
    for (const { type, at, data } of life) {
      if (type === 'ladder-exhausted' && isIn(at.getTime())) add('escalations.exhausted');
      if (type === 'ladder-step' && !begun.has(data.escalationId ?? '')) {
        begun.add(data.escalationId ?? '');
        if (isIn(at.getTime())) add('escalations.started');
      }
      if (CLOSED.includes(data.to ?? '') && !CLOSED.includes(state) && isIn(at.getTime()))
        (times['close'] ??= []).push(at.getTime() - logged);
      state = data.to ?? state;
    }
    for (const [name, clock] of Object.entries(clocks)) {
      if (clock.subject !== 'incident' || clock.act !== undefined) continue;
      for (const run of runsOf(life, name, clock)) {
        const count = (decided[name] ??= { kept: 0, all: 0 });
        if (run.missedAt !== null && isIn(run.missedAt)) {
          count.all += 1;
          add(`late.${name}`);
        }
        if (run.end === null || !(clock.meets ?? clock.stops).includes(run.end.by)) continue;
        if (run.missedAt === null && !run.somethingWasDue) continue;
        if (!isIn(run.end.at)) continue;
        if (run.missedAt === null) {
          count.kept += 1;
          count.all += 1;
          add(`kept.${name}`);
        }
        if (run.end.by !== 'dismissed' && run.end.by !== 'merged')
          (times[name] ??= []).push(run.end.at - run.start - run.stoodStill);
      }
    }
  }
  const repeated = new Set<unknown>();
  for (const { subject_type, type, at, data } of entries) {
    if (at.getTime() >= asOf || !isIn(at.getTime())) continue;
    if (type === 'clarification.matched') repeated.add(data.incidentId);
    if (subject_type !== 'shift' || !['signed-in', 'signed-in-late', 'missed'].includes(type))
      continue;
    add('duty.shifts');
    if (type === 'signed-in-late') add('duty.lateSignIns');
    if (type === 'missed') add('duty.missed');
  }
  if (repeated.size > 0) figures['repeated'] = repeated.size;
  const shifts = figures['duty.shifts'] ?? 0;
  if (shifts > 0) figures['duty.attended'] = (shifts - (figures['duty.missed'] ?? 0)) / shifts;
  for (const [name, { kept, all }] of Object.entries(decided))
    if (all > 0) {
      figures[`onTime.${name}`] = kept / all;
      figures[`decided.${name}`] = all;
    }
  for (const [name, all] of Object.entries(times)) {
    figures[`medianMinutes.${name}`] = nearestRank(all, 0.5) / 60_000;
    figures[`ninetiethMinutes.${name}`] = nearestRank(all, 0.9) / 60_000;
  }
  return Object.fromEntries(
    Object.entries(figures).filter(
      ([key, value]) =>
        value !== 0 ||
        key.startsWith('onTime.') ||
        key === 'duty.attended' ||
        key.includes('Minutes.'),
    ),
  );
}

/** ISO 8601: the week belongs to the year that has its Thursday. China has one zone, eight hours ahead. */
function weekOf(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  const day = (local.getUTCDay() + 6) % 7;
  const thursday = new Date(local.getTime() + (3 - day) * 24 * 3_600_000);
  const year = thursday.getUTCFullYear();
  const days =
    (Date.UTC(year, thursday.getUTCMonth(), thursday.getUTCDate()) - Date.UTC(year, 0, 1)) /
    (24 * 3_600_000);
  return `${String(year)}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

const nearestRank = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? NaN;

interface Run {
  start: number;
  /** The instant that the starting event brought. */
  until: unknown;
  end: { at: number; by: string } | null;
  missedAt: number | null;
  stillSince: number | null;
  stoodStill: number;
  somethingWasDue: boolean;
}

/** The runs of a clock in a life, as the head of config/clocks.yaml describes them. */
function runsOf(life: readonly Entry[], name: string, clock: Clock): Run[] {
  const runs: Run[] = [];
  let severity = 'unrated';
  let state = '';
  for (const { at, type, data } of life) {
    const now = at.getTime();
    const current = runs.at(-1);
    const isRunning = current?.end === null;
    const named =
      data.set?.['severity'] ?? (type === 'detected' ? data.params?.['severity'] : undefined);
    if (typeof named === 'string') severity = named;
    const closes = CLOSED.includes(data.to ?? '') && !CLOSED.includes(state);
    const was = state;
    state = data.to ?? state;
    const aboutClock = data.clock ?? data.params?.['clock'];
    if (isRunning && aboutClock === name) {
      if (type === 'deadline-breached') current.missedAt ??= now;
      if (type === 'clock-paused') current.stillSince ??= now;
      if (type === 'clock-resumed' || type === 'deadline-resumed') {
        current.stoodStill += now - (current.stillSince ?? now);
        current.stillSince = null;
      }
    }
    const field = clock.due['from'];
    const brought = typeof field === 'string' ? data.params?.[field] : undefined;
    const starts =
      clock.starts.includes(type) && (typeof field !== 'string' || typeof brought === 'number');
    const same =
      isRunning &&
      current.stillSince === null &&
      typeof field === 'string' &&
      current.until === brought;
    if (clock.starts.includes(type) && same) continue;
    if (isRunning && (clock.stops.includes(type) || closes)) {
      if (current.stillSince !== null) current.stoodStill += now - current.stillSince;
      current.somethingWasDue = typeof field === 'string' || (clock.due[severity] ?? null) !== null;
      current.end = { at: now, by: type };
    }
    if (starts && (runs.length === 0 || runs.at(-1)!.end !== null)) {
      runs.push({
        ...{ start: now, until: brought, end: null, missedAt: null },
        ...{ stillSince: null, stoodStill: 0, somethingWasDue: false },
      });
      continue;
    }
    if (clock.continues?.includes(type) === true && current?.end?.by === was) {
      current.stillSince = null;
      current.end = null;
    }
  }
  return runs;
}
