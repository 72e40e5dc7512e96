import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ProblemError } from '#platform';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { parseDocument } from 'yaml';
import { Random, seedOf } from '../../test/support/random.js';
import { POSITIONS, coverageOf, shiftsOf, whoIsOnDuty } from './core/index.js';
import type { Interval, Position } from './core/index.js';
import { LeavesController } from './leaves/leaves.controller.js';
import { KeepRoster } from './roster/keep-roster.js';
import type { CoverageView, OverrideBody, ScheduleRulesBody } from './schedules/schedule.dto.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import { SwapsController } from './swaps/swaps.controller.js';
import { as } from './testing/as.js';
import { PEOPLE, ZONES, cases, rules } from './testing/plans.js';
import { Views, bare, eventsIn, gapsIn, nowIn, shiftsIn, shownAt } from './testing/views.js';

/** AGREE_SEED repeats a run, AGREE_ROTAS looks longer. */
const SEED = seedOf('AGREE_SEED');
const ROTAS = Number(process.env['AGREE_ROTAS'] ?? 25);

const DAY = 24 * AN_HOUR;
const AHEAD_DAYS = 10;
/** In this time a rota is changed, one act after the other. */
const ACTS = 6;

let office: TestOffice;
let config: string;
let boss: TestUser;
let views: Views;
const ids = new Map<string, string>();

beforeAll(async () => {
  // Fewer shifts are made ahead, so that a calendar also shows some that are not made yet, and a run takes less long.
  config = mkdtempSync(join(tmpdir(), 'mingbian-config-'));
  cpSync('config', config, { recursive: true });
  const file = join(config, 'duty.yaml');
  const duty = parseDocument(readFileSync(file, 'utf8'));
  duty.setIn(['shift', 'planAhead'], 'P2D');
  writeFileSync(file, duty.toString());
  office = await TestOffice.open({ configDir: config, startsAt: Date.UTC(2016, 0, 1) });
  boss = await office.hire('boss', ['leader']);
  for (const [index, person] of PEOPLE.entries())
    ids.set(person, (await office.hire(`officer-${String(index)}`, ['officer'])).id);
  views = new Views(office.app, as(boss));
}, 60_000);

afterAll(async () => {
  await office.close();
  rmSync(config, { recursive: true });
});

function door<T>(type: new (...parts: never[]) => T): T {
  return office.app.get(type, { strict: false });
}

const now = (): number => office.clock.now();
const iso = (at: number): string => new Date(at).toISOString();

/** What an act answers; undefined when it was refused, which is an answer as well. */
async function attempt<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 422) return undefined;
    throw error;
  }
}

it(`pages at any instant of 10,000 rotas whom calendar and shifts show (seed ${String(SEED)})`, () => {
  fc.assert(
    fc.property(cases, fc.nat({ max: 999_999 }), ({ plan, window, isHoliday }, millionth) => {
      const at = window.from + Math.floor(((window.to - window.from) * millionth) / 1e6);
      const { segments, gaps } = coverageOf(plan, window, isHoliday);
      const shifts = shiftsOf(plan, window, isHoliday);
      return POSITIONS.every((position) => {
        const holds = (one: Interval & { readonly position: Position }): boolean =>
          one.position === position && one.from <= at && at < one.to;
        const paged = whoIsOnDuty(plan, position, at, isHoliday);
        const expected = paged === null ? [] : [paged];
        return (
          JSON.stringify(shifts.filter(holds)) === JSON.stringify(expected) &&
          segments
            .filter(holds)
            .map(({ userId }) => userId)
            .join() === (paged?.userId ?? '') &&
          !(paged !== null && gaps.some(holds))
        );
      });
    }),
    { numRuns: 10_000, seed: SEED },
  );
}, 300_000);

/** One random rota from its first day on, and everything that is said of it. */
class Rota {
  private rules: ScheduleRulesBody;
  private id = '';
  private since = 0;
  private readonly leaves: string[] = [];
  private readonly previews: [said: unknown, shown: unknown][] = [];
  private readonly answers: { at: number; position: Position; paged: readonly string[] }[] = [];

  constructor(
    private readonly random: Random,
    private readonly zone: string,
    private readonly turning: string,
  ) {
    this.rules = this.newRules(turning);
  }

  /** Made as it was previewed, after somebody has asked for leave. */
  async begin(): Promise<void> {
    this.since = now();
    await this.takeLeave();
    for (;;) {
      const body = { ...this.rules, overrides: this.random.chance(0.5) ? [this.override()] : [] };
      const window = this.window();
      const query = { schedule: body, from: iso(window.from), to: iso(window.to) };
      const preview = await attempt(door(SchedulesController).preview(as(boss), query));
      const made = await attempt(door(SchedulesController).create(as(boss), body));
      expect(made === undefined).toBe(preview === undefined);
      if (made !== undefined && preview !== undefined) {
        this.id = made.id;
        this.previews.push([bare(preview), bare(await views.coverage(this.id, window))]);
        return;
      }
      this.rules = this.newRules(this.turning);
    }
  }

  async act(): Promise<void> {
    const acts = [
      () => this.change(),
      () => this.addOverride(),
      () => this.addOverride(),
      () => this.cancelOverride(),
      () => this.takeLeave(),
      () => this.cancelLeave(),
      () => this.swap(),
      () => this.swap(),
      () => this.signIn(),
    ];
    await this.random.one(acts)();
  }

  /** Calendar, list of shifts, feed, warnings, duty desk and escalation say the same. */
  async agree(): Promise<void> {
    for (const [said, shown] of this.previews.splice(0)) expect(said).toEqual(shown);
    const coverage = await views.coverage(this.id, this.window(this.since));
    expect(await views.listed(this.id, this.window(this.since))).toEqual(shiftsIn(coverage));
    const person = this.random.one([...ids.values()]);
    const feed = await views.feed({ ...as(boss), id: person }, this.since);
    expect(feed.filter((event) => event < iso(this.window().to))).toEqual(
      eventsIn(coverage, person),
    );
    const ahead = await views.ahead(AHEAD_DAYS);
    expect(ahead).toEqual({
      gaps: gapsIn(await views.coverage(this.id, this.window())),
      now: nowIn(coverage, now()),
    });
    for (const at of [now(), this.instant(), this.instant()]) {
      for (const position of POSITIONS) {
        const paged = await views.paged(position, at);
        const shown = shownAt(coverage, position, at);
        expect(paged).toEqual(shown === null ? standIns(position) : [shown.userId]);
        if (at === now()) this.answers.push({ at, position, paged });
      }
    }
  }

  /** What was answered at the time is what the calendar still says, when the rota is put away. */
  async end(): Promise<void> {
    const { version: expectedVersion } = await door(SchedulesController).one(this.id);
    await door(SchedulesController).archive(as(boss), this.id, { expectedVersion });
    const past = await views.coverage(this.id, { from: this.since, to: now() + 1 });
    for (const { at, position, paged } of this.answers) {
      if (at === now()) continue;
      expect(paged).toEqual([shownAt(past, position, at)?.userId ?? standIns(position)].flat());
    }
    expect(await views.listed(this.id, this.window())).toEqual([]);
    for (const id of this.leaves) await attempt(door(LeavesController).cancel(as(boss), id));
  }

  private async change(): Promise<void> {
    const wanted = this.newRules(iso(now()).slice(0, 10));
    const { version: expectedVersion } = await door(SchedulesController).one(this.id);
    const body = { ...wanted, expectedVersion };
    const change = () => door(SchedulesController).change(as(boss), this.id, body);
    if (await this.previewed({ schedule: wanted }, change)) this.rules = wanted;
  }

  private async addOverride(): Promise<void> {
    const override = this.override();
    await this.previewed({ schedule: this.rules, override }, () =>
      door(SchedulesController).addOverride(as(boss), this.id, override),
    );
  }

  /** Whether it was accepted; then the calendar says what the preview said, and shows the changes that it named. */
  private async previewed(
    tried: { schedule: ScheduleRulesBody; override?: OverrideBody },
    act: () => Promise<unknown>,
  ): Promise<boolean> {
    const window = this.window();
    const query = { ...tried, scheduleId: this.id, from: iso(window.from), to: iso(window.to) };
    const before = await views.coverage(this.id, window);
    const preview = await attempt(door(SchedulesController).preview(as(boss), query));
    if (preview === undefined || (await attempt(act())) === undefined) return false;
    const after = await views.coverage(this.id, window);
    this.previews.push([bare(preview), bare(after)]);
    for (const position of POSITIONS) {
      const at = this.instant();
      const change = preview.changes?.find(
        (one) => one.position === position && Date.parse(one.from) <= at && at < Date.parse(one.to),
      );
      const [was, is] = [before, after].map((view) => personAt(view, position, at));
      expect(change ?? { before: was, after: was }).toMatchObject({ before: was, after: is });
    }
    return true;
  }

  private async cancelOverride(): Promise<void> {
    const { items } = await door(SchedulesController).listOverrides(this.id, {});
    if (items.length === 0) return;
    const { id } = this.random.one(items);
    await attempt(door(SchedulesController).cancelOverride(as(boss), id));
  }

  private async takeLeave(): Promise<void> {
    const body = { ...this.span(), userId: this.person() };
    const made = await attempt(door(LeavesController).add(as(boss), body));
    if (made !== undefined) this.leaves.push(made.id);
  }

  private async cancelLeave(): Promise<void> {
    if (this.leaves.length === 0) return;
    await attempt(door(LeavesController).cancel(as(boss), this.random.one(this.leaves)));
  }

  /** A leader settles it for both, sometimes with a shift in return. */
  private async swap(): Promise<void> {
    const query = { from: iso(now()), to: iso(now() + 4 * DAY), scheduleId: this.id };
    const { items } = await door(ShiftsController).list(as(boss), query);
    const ahead = items.filter(({ from }) => Date.parse(from) > now());
    if (ahead.length === 0) return;
    const mine = this.random.one(ahead);
    const theirs = ahead.filter(
      ({ position, user }) => position === mine.position && user.id !== mine.user.id,
    );
    const inReturn = theirs.length > 0 && this.random.chance(0.5) ? this.random.one(theirs) : null;
    const offer = {
      shiftId: mine.id,
      arrangeWith: inReturn?.user.id ?? this.person(),
      ...(inReturn !== null && { returnShiftId: inReturn.id }),
    };
    await attempt(door(SwapsController).offer(as(boss), this.id, offer));
  }

  /** Whoever may, up to half an hour before the start. */
  private async signIn(): Promise<void> {
    const query = { from: iso(now()), to: iso(now() + AN_HOUR), scheduleId: this.id };
    const { items } = await door(ShiftsController).list(as(boss), query);
    for (const { id, user } of items.slice(0, 2))
      await attempt(door(ShiftsController).signIn({ ...as(boss), id: user.id }, id));
  }

  private window(from = now()): Interval {
    return { from, to: now() + AHEAD_DAYS * DAY };
  }

  private instant(): number {
    return now() + this.random.whole(0, AHEAD_DAYS * DAY - 1);
  }

  private person(): string {
    return this.random.one([...ids.values()]);
  }

  private span(): { from: string; to: string } {
    const from = now() + this.random.whole(0, 4 * 24) * AN_HOUR;
    return { from: iso(from), to: iso(from + this.random.whole(1, 40) * AN_HOUR) };
  }

  private override(): OverrideBody {
    return { position: this.random.one(POSITIONS), userId: this.person(), ...this.span() };
  }

  private newRules(around: string): ScheduleRulesBody {
    const [made] = fc.sample(rules(this.zone, around), {
      numRuns: 1,
      seed: this.random.whole(0, 2 ** 30),
    });
    if (made === undefined) throw new Error('no rules');
    return {
      ...{ name: made.name, timeZone: made.timeZone },
      positions: made.positions.map(({ position, layers }) => ({
        position,
        layers: layers.map(({ participants, weekdays, ...layer }) => ({
          ...layer,
          participants: participants.map((person) => ids.get(person) ?? ''),
          ...(weekdays !== undefined && { weekdays: [...weekdays] }),
        })),
      })),
    };
  }
}

/** Who the calendar says is on duty, or null. */
const personAt = (view: CoverageView, position: Position, at: number): string | null =>
  shownAt(view, position, at)?.userId ?? null;

/** Who is told in a gap, as duty.yaml says. */
function standIns(position: Position): readonly string[] {
  switch (position) {
    case 'officer':
      return [...ids.values()].sort();
    case 'deputy':
      return [];
    case 'leader':
      return [boss.id];
  }
}

/** The next day, a while from now, on which the zone's clocks change; some day where they never do. */
function turningAfter(at: number, timeZone: string, random: Random): string {
  const first = DateTime.fromMillis(at, { zone: timeZone }).startOf('day').plus({ days: 5 });
  const days = Array.from({ length: 250 }, (_, index) => first.plus({ days: index }));
  const turns = days.find((day) => day.offset !== day.plus({ days: 1 }).offset);
  return (turns ?? random.one(days.slice(0, 60))).toISODate() ?? '';
}

describe(`a rota of seed ${String(SEED)}`, () => {
  it.each(Array.from({ length: ROTAS }, (_, index) => index))(
    'number %i is the same in preview, calendar, list of shifts, feed and escalation',
    async (index) => {
      const random = new Random(SEED + index);
      const zone = random.one(ZONES);
      const turning = turningAfter(now(), zone, random);
      const middle = DateTime.fromISO(turning, { zone }).toMillis();
      office.clock.moveTo(middle - random.whole(2 * DAY, 4 * DAY));
      const rota = new Rota(random, zone, turning);
      await rota.begin();
      try {
        await rota.agree();
        for (let acts = 0; acts < ACTS; acts += 1) {
          office.clock.advance(random.whole(0, 30 * AN_HOUR));
          await door(KeepRoster).all();
          await rota.act();
          await rota.agree();
        }
      } finally {
        await rota.end();
      }
    },
    60_000,
  );
});
