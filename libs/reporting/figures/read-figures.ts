import { Injectable } from '@nestjs/common';
import { INCIDENT_KINDS, SEVERITIES, VERDICTS } from '#incidents';
import { Database, sql } from '#platform';
import type { Tx } from '#platform';
import { FIGURES, before, figureOf, isFamily, keyOf, yearBefore } from '../core/index.js';
import type { Attribute, FigureRef, Period, Reading } from '../core/index.js';
import { FoldDueLives } from '../lives/fold-due-lives.js';
import { LifeReading } from '../lives/life-reading.js';
import { COUNT_LOGGED, COUNT_OPEN, countHappened, isTime } from './figure-sql.js';
import type { Course, Happened, HappenedCount, LoggedRow, Percentiles } from './figure-sql.js';
import { frameAt } from './frame.js';
import type { Frame, Moment } from './frame.js';
import { measureNoted } from './noted.js';

const A_MINUTE = 60_000;

/** A number, and the same of two earlier periods; null where there is nothing to take a share or a median of. */
export interface Figure {
  readonly ref: FigureRef;
  readonly value: number | null;
  /** Of the period before (环比); null too when nothing was logged in it. */
  readonly previous: number | null;
  /** Of the same period a year before (同比); null too when nothing was logged in it. */
  readonly yearBefore: number | null;
}

/** By their keys, such as `logged` or `onTime.judge`. */
export type Figures = ReadonlyMap<string, Figure>;

/** Counts from the timeline, as it was at a moment: the same question gets the same answer next year. */
@Injectable()
export class ReadFigures {
  private readonly reading: Reading;

  constructor(
    private readonly database: Database,
    private readonly due: FoldDueLives,
    reading: LifeReading,
  ) {
    this.reading = reading.ofIncidents;
  }

  /** `base`: with what it is compared as the period before, when that is not the one right before it. */
  run(period: Period, moment: Moment, base?: Period): Promise<Figures> {
    return this.within(moment, (tx, frame) => this.readIn(tx, frame, period, moment.zone, base));
  }

  /** Among other questions to the same frame (`within`). */
  async readIn(
    tx: Tx,
    frame: Frame,
    period: Period,
    zone: string,
    base = before(period, zone),
  ): Promise<Figures> {
    const clocks = this.reading.clocks.map(({ name }) => name);
    const now = await measure(tx, frame, period, clocks);
    const previous = await measure(tx, frame, base, clocks);
    const year = await measure(tx, frame, yearBefore(period, zone), clocks);
    const keys = new Set([...this.wellKnownKeys(frame), ...now.keys()]);
    return new Map(
      [...keys].sort().flatMap((key) => {
        const ref = figureOf(key);
        const valueIn = (values: Values): number | null => values.get(key) ?? emptyValue(ref);
        return ref === null
          ? []
          : [
              [
                key,
                {
                  ...{ ref, value: valueIn(now) },
                  previous: isComparable(ref) && hasBase(previous) ? valueIn(previous) : null,
                  yearBefore: isComparable(ref) && hasBase(year) ? valueIn(year) : null,
                },
              ],
            ];
      }),
    );
  }

  /**
   * Asks several questions of one moment, all of which see the same. What waits is folded first, so that little is left
   * that is folded for these questions alone.
   */
  async within<T>(moment: Moment, work: (tx: Tx, frame: Frame) => Promise<T>): Promise<T> {
    let folded: number;
    do folded = await this.due.run();
    while (folded > 0);
    return this.database.snapshot(async (tx) => {
      // What happened in a quarter of a busy office is sorted in memory, not on the disk.
      await sql(tx, "SET LOCAL work_mem = '64MB'");
      // The planner knows nothing of what is laid over the tables, expects thousands of groups where there are tens, and
      // would sort a million rows rather than hash them.
      await sql(tx, 'SET LOCAL hash_mem_multiplier = 8');
      return work(tx, await frameAt(tx, moment, this.reading));
    });
  }

  /** Figures that are given even when nothing of the kind happened: of codes that are fixed, and of clocks. */
  private wellKnownKeys({ isWhole }: Frame): string[] {
    const clocks = this.reading.clocks.map(({ name }) => name);
    return FIGURES.flatMap((definition) => {
      const { name, counted } = definition;
      if (counted.of === 'noted' && !isWhole) return [];
      if (!isFamily(definition)) return [name];
      const members = counted.of === 'logged' ? fixedMembers(counted.by) : clocks;
      return members.map((member) => `${name}.${member}`);
    });
  }
}

function fixedMembers(attribute: Attribute | null): readonly string[] {
  switch (attribute) {
    case 'kind':
      return INCIDENT_KINDS;
    case 'severity':
      return SEVERITIES;
    case 'verdict':
      return VERDICTS;
    case 'category':
    case 'place':
    case 'source':
    case 'unit':
    case 'week':
    case 'kindSeverity':
    case 'categoryPlace':
    case null:
      return [];
  }
}

/** Values by the keys of their figures; null where there is nothing to take a share or a median of. */
type Values = ReadonlyMap<string, number | null>;

/** Before the first incident was logged there is nothing to compare with. */
const hasBase = (values: Values): boolean => (values.get('logged') ?? 0) > 0;

/** What is open now says nothing beside what is left of an earlier period: how many were open then is another moment. */
const isComparable = ({ definition }: FigureRef): boolean => definition.counted.of !== 'open';

const emptyValue = (ref: FigureRef | null): number | null =>
  ref?.definition.unit === 'incidents' || ref?.definition.unit === 'times' ? 0 : null;

/** The figures of a period of which there is something. */
async function measure(
  tx: Tx,
  frame: Frame,
  { from, to }: Period,
  clocks: readonly string[],
): Promise<Values> {
  const given = [...frame.parameters, new Date(from), new Date(to)];
  const values = new Map(frame.isWhole ? await measureNoted(tx, { from, to }, frame.asOf) : []);
  for (const { attribute, member, count } of await sql<LoggedRow>(tx, COUNT_LOGGED, given))
    values.set(attribute === null ? 'logged' : `${attribute}.${member}`, count);
  const [open] = await sql<{ count: number }>(tx, COUNT_OPEN, given);
  values.set('open', open?.count ?? 0);
  for (const [key, value] of await measureHappened(tx, given, clocks)) values.set(key, value);
  return values;
}

async function measureHappened(
  tx: Tx,
  given: readonly unknown[],
  clocks: readonly string[],
): Promise<[string, number | null][]> {
  const asked = FIGURES.flatMap((definition) => {
    const { counted } = definition;
    if (counted.of !== 'happened') return [];
    return (counted.byClock ? clocks : [null]).map((clock) => ({
      ...{ key: keyOf({ definition, member: clock }), counted, clock },
    }));
  });
  const courseOf = ({ what }: Happened, clock: string | null): string =>
    JSON.stringify([what, clock]);
  const courses = new Map<string, Course>();
  for (const { counted, clock } of asked)
    if (isTime(counted)) courses.set(courseOf(counted, clock), { what: counted.what, clock });
  const [row] = await sql<{ counts: HappenedCount[]; [column: `f${number}`]: Percentiles | null }>(
    tx,
    countHappened([...courses.values()]),
    [...given, [...courses.values()].map(({ clock }) => clock)],
  );
  const took = new Map(
    [...courses.keys()].map((course, index) => [course, row?.[`f${index}`] ?? null]),
  );
  return asked.map(({ key, counted, clock }) => {
    if (!isTime(counted))
      return [key, countOf(counted, row?.counts.filter((one) => one.clock === clock) ?? [])];
    const [median, ninetieth] = took.get(courseOf(counted, clock)) ?? [null, null];
    const ms = counted.measure === 'median' ? median : ninetieth;
    return [key, ms === null ? null : ms / A_MINUTE];
  });
}

function countOf({ what, measure }: Happened, rows: readonly HappenedCount[]): number | null {
  const total = (codes: readonly string[], of: 'times' | 'incidents'): number =>
    rows.filter((row) => codes.includes(row.what)).reduce((sum, row) => sum + row[of], 0);
  if (measure === 'each') return total(what, 'incidents');
  const all = total(what, 'times');
  if (measure === 'times') return all;
  return all === 0 ? null : total(what.slice(0, 1), 'times') / all;
}
