import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AcknowledgeEscalation } from '#escalation';
import type { RequestActor } from '#identity';
import { verifyTimeline } from '#platform';
import { A_MINUTE, AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { parse } from 'yaml';
import { Random } from '../../test/support/random.js';
import { POSITIONS, coverageOf, whoIsOnDuty } from './core/index.js';
import { union } from './core/intervals.js';
import type { Interval, Position, Segment } from './core/index.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { LeavesController } from './leaves/leaves.controller.js';
import { DutyController } from './now/duty.controller.js';
import { KeepRoster } from './roster/keep-roster.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { loadPlan } from './schedules/schedule.repository.js';
import type { ShiftView } from './shifts/shift.dto.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import { SwapsController } from './swaps/swaps.controller.js';
import { Agenda } from './testing/agenda.js';
import { as } from './testing/as.js';
import { Desk } from './testing/desk.js';
import { DutyRoom } from './testing/duty-room.js';
import type { Climb, ClockRule, LadderRule, Step } from './testing/expected-ladders.js';
import {
  BEGIN,
  END,
  HANDOVERS,
  MONTH,
  at,
  expectIncidents,
  isHoliday,
  rulesFor,
} from './testing/october.js';
import { Reckoning } from './testing/reckoning.js';
import { GRID_MS, slowCoverage, slowOnDuty } from './testing/slow-on-duty.js';

/**
 * October 2026 in a duty office, from the National Day holiday to its end. What ought to be is worked out a second
 * time, from what people did and from the configuration files.
 */

const DAY = 24 * AN_HOUR;
const iso = (instant: number): string => new Date(instant).toISOString();

const read = (name: string): unknown => parse(readFileSync(`config/${name}.yaml`, 'utf8'));
const { clocks } = read('clocks') as { clocks: Record<string, ClockRule> };
const { ladders } = read('ladders') as { ladders: Record<string, LadderRule> };

const random = new Random(Number(process.env['MONTH_SEED'] ?? 20261001));
const agenda = new Agenda();
const warned: (Interval & { readonly position: string; readonly readAt: number })[] = [];

let office: TestOffice;
let room: DutyRoom;
let desk: Desk;
let reckoning: Reckoning;
let scheduleId: string;
let officers: TestUser[];
let deputies: TestUser[];
let leaders: TestUser[];
let monitor: TestUser;
let analyst: TestUser;
let handler: TestUser;

const now = (): number => office.clock.now();
const door = <T>(type: new (...parts: never[]) => T): T => office.app.get(type, { strict: false });
const hire = (roles: Parameters<TestOffice['hire']>[1], ...names: string[]) =>
  Promise.all(names.map((name) => office.hire(name, roles)));

const ids = (users: readonly TestUser[]) => users.map(({ id }) => id);
const staff = () => ({ officer: ids(officers), deputy: ids(deputies), leader: ids(leaders) });

/** Whom one meets in the duty room. */
const personOnDuty = (position: Position): RequestActor => {
  const [id] = reckoning.onDutyAt(position, now());
  return as([...officers, ...deputies, ...leaders].find((user) => user.id === id) ?? monitor);
};

/** As the worker does, and as people read what it found. */
async function everyDay(): Promise<void> {
  await door(KeepRoster).all();
  await readWarnings();
  await room.staff();
}

async function readWarnings(): Promise<void> {
  const { items } = await door(DutyController).warned({ days: 14 });
  for (const { kind, position = '', from, to } of items)
    if (kind === 'gap')
      warned.push({ position, from: Date.parse(from), to: Date.parse(to), readAt: now() });
}

async function firstShiftOf(user: TestUser, from: string): Promise<ShiftView> {
  const query = { from: iso(at(from)), to: iso(at(from) + 7 * DAY), userId: user.id };
  const { items } = await door(ShiftsController).list(as(user), query);
  const found = items.find((shift) => Date.parse(shift.from) >= at(from));
  if (found === undefined) throw new Error(`${user.name} has no shift after ${from}`);
  return found;
}

function swapped({ position, from, to }: ShiftView, { id: userId }: TestUser): void {
  const span = { position, from: Date.parse(from), to: Date.parse(to) };
  reckoning.plan.overrides.push({ id: `swap ${from}`, ...span, userId, via: 'swap' });
}

async function override(position: Position, user: TestUser, from: string, to: string) {
  const [leader] = leaders;
  const span = { from: at(from), to: at(to) };
  const body = { position, userId: user.id, from: iso(span.from), to: iso(span.to) };
  await door(SchedulesController).addOverride(as(leader ?? user), scheduleId, body);
  reckoning.plan.overrides.push({ id: from, position, ...span, userId: user.id, via: 'override' });
  await room.staff();
}

async function leave(user: TestUser, from: string, to: string): Promise<void> {
  const span = { from: at(from), to: at(to) };
  const body = { from: iso(span.from), to: iso(span.to), note: '休假' };
  await door(LeavesController).add(as(user), body);
  reckoning.plan.leaves.push({ userId: user.id, ...span });
  await room.staff();
}

async function swapWithOne(): Promise<void> {
  const [zhou, chen] = officers as [TestUser, TestUser];
  const mine = await firstShiftOf(zhou, '10-09T00:00');
  const theirs = await firstShiftOf(chen, '10-10T12:00');
  const offer = { shiftId: mine.id, toUserId: chen.id, returnShiftId: theirs.id };
  const { id } = await door(SwapsController).offer(as(zhou), scheduleId, offer);
  await door(SwapsController).accept(as(chen), id, {});
  swapped(mine, chen);
  swapped(theirs, zhou);
  await room.staff();
}

/** Whoever takes it has two days in a row. */
async function swapWithAnybody(): Promise<void> {
  const [, chen, lin] = officers as [TestUser, TestUser, TestUser];
  const mine = await firstShiftOf(chen, '10-20T00:00');
  const { id } = await door(SwapsController).offer(as(chen), scheduleId, { shiftId: mine.id });
  await door(SwapsController).accept(as(lin), id, {});
  swapped(mine, lin);
  await room.staff();
}

async function swapByLeader(): Promise<void> {
  const [first, second] = deputies as [TestUser, TestUser];
  const theirs = await firstShiftOf(first, '10-08T00:00');
  const offer = { shiftId: theirs.id, arrangeWith: second.id };
  await door(SwapsController).offer(personOnDuty('leader'), scheduleId, offer);
  swapped(theirs, second);
  await room.staff();
}

async function halveDeputies(): Promise<void> {
  const leader = personOnDuty('leader');
  const { version: expectedVersion } = await door(SchedulesController).one(scheduleId);
  const body = { ...rulesFor(staff(), 'PT12H'), expectedVersion };
  await door(SchedulesController).change(leader, scheduleId, body);
  reckoning.plan.versions.push({ effectiveFrom: now(), rules: rulesFor(staff(), 'PT12H') });
  await room.staff();
}

const FORGOTTEN = iso(at('10-08T08:00'));

/** Nobody signs in: the leader on duty hears of it, takes it, and calls. */
async function forgetToSignIn(): Promise<void> {
  const { items } = await door(ShiftsController).list(as(monitor), {
    ...{ from: FORGOTTEN, to: iso(now()), position: 'officer' },
  });
  const shift = items.find(({ from }) => from === FORGOTTEN);
  if (shift === undefined) throw new Error('the shift is not there');
  await takeLadder(shift.id, 'shift-sign-in', personOnDuty('leader'));
  reckoning.dutyClimbs.push({
    ...{ subjectId: shift.id, clock: 'shift-sign-in', ladder: 'duty-life' },
    ...{ startedAt: at('10-08T08:15'), endedAt: now() },
  });
  agenda.plan(at('10-08T08:22'), async () => {
    await door(ShiftsController).signIn(personOnDuty('officer'), shift.id);
  });
}

/** A spot check; unanswered, its ladder climbs until the officer goes home. */
async function check(answered: boolean): Promise<void> {
  const { mine } = await door(DutyController).now(personOnDuty('officer'));
  const id = mine?.id ?? '';
  await door(ShiftsController).check(personOnDuty('leader'), id);
  if (answered)
    agenda.plan(now() + 3 * A_MINUTE, async () => {
      await door(ShiftsController).answer(personOnDuty('officer'), id);
    });
  else
    reckoning.dutyClimbs.push({
      ...{ subjectId: id, clock: 'shift-check', ladder: 'duty-life' },
      startedAt: now() + 10 * A_MINUTE,
      // They go home hours after the last step.
      endedAt: Infinity,
    });
}

async function takeLadder(subjectId: string, clock: string, actor: RequestActor): Promise<void> {
  const [row] = await office.select<{ id: string }>(
    'SELECT id FROM escalations WHERE subject_id = $1 AND clock = $2 AND ended_at IS NULL',
    [subjectId, clock],
  );
  const { id, unitId, roles } = actor;
  const person = { kind: 'user' as const, id, unitId, roles };
  await door(AcknowledgeEscalation).run(row?.id ?? '', person, null);
}

function planMonth(): void {
  const [zhou, chen, lin] = officers as [TestUser, TestUser, TestUser];
  const [first] = deputies as [TestUser];
  for (let day = at('10-01T00:10'); day < END; day += DAY) agenda.plan(day, everyDay);
  agenda.plan(at('10-03T10:07'), swapWithOne);
  agenda.plan(at('10-05T11:00'), () => leave(lin, '10-12T18:00', '10-16T00:00'));
  agenda.plan(at('10-06T15:20'), swapByLeader);
  agenda.plan(at('10-08T08:18'), forgetToSignIn);
  agenda.plan(at('10-09T16:00'), () => override('officer', zhou, '10-15T08:00', '10-16T00:00'));
  agenda.plan(at('10-14T21:03'), () => check(true));
  agenda.plan(at('10-16T09:30'), swapWithAnybody);
  agenda.plan(at('10-18T12:00'), () => leave(first, '10-22T00:00', '10-25T00:00'));
  agenda.plan(at('10-19T10:00'), halveDeputies);
  agenda.plan(at('10-22T15:02'), () => check(false));
  agenda.plan(at('10-27T14:30'), () => override('officer', chen, '10-27T14:30', '10-27T20:00'));
}

beforeAll(async () => {
  office = await TestOffice.open({ startsAt: BEGIN });
  officers = await hire(['officer'], 'zhou', 'chen', 'lin');
  deputies = await hire(['monitor'], 'deputy-1', 'deputy-2');
  leaders = await hire(['leader'], 'leader-1', 'leader-2', 'leader-3', 'leader-4');
  monitor = await office.hire('watcher', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  handler = await office.hire('handler', ['handler'], 'water');
  const people = [...officers, ...deputies, ...leaders];
  room = new DutyRoom(
    {
      ...{ agenda, now, shifts: door(ShiftsController), handovers: door(HandoversController) },
      people: new Map(people.map((person) => [person.id, as(person)])),
      chance: (share) => random.chance(share),
      forgets: ({ position, from }) => position === 'officer' && from === FORGOTTEN,
    },
    as(monitor),
  );
  desk = new Desk({
    ...{ agenda, now, random, unitId: handler.unitId },
    log: () => office.log(monitor),
    command: (id, name, by, body) =>
      office.must(id, name, { monitor, analyst, officer: random.one(officers) }[by], body),
    takeLadder: (id) => takeLadder(id, 'acknowledge', as(random.one(leaders))),
  });
  reckoning = new Reckoning(
    { ...staff(), unit: [handler.id] },
    ...([isHoliday, clocks, ladders, desk.cases] as const),
  );
  const [leader] = leaders as [TestUser];
  scheduleId = (await door(SchedulesController).create(as(leader), rulesFor(staff(), 'PT24H'))).id;
  reckoning.plan.versions.push({ effectiveFrom: 0, rules: rulesFor(staff(), 'PT24H') });
  await everyDay();
  planMonth();
  expectIncidents(desk, (from, to) => random.whole(from, to));
  await agenda.run(END, (instant) => office.advance(Math.max(instant - now(), 0)));
}, 240_000);

afterAll(() => office.close());

describe('a month of duty', () => {
  it('has somebody on duty at every moment, or a gap that was warned of before it began', async () => {
    const stored = await office.database.transaction((tx) => loadPlan(tx, scheduleId, MONTH));
    const { segments, gaps } = coverageOf(stored, MONTH, isHoliday);
    const second = slowCoverage(reckoning.plan, MONTH, isHoliday);
    expect({ segments: segments.map(bare), gaps }).toEqual(second);
    for (const position of POSITIONS) {
      const tiles = [...segments, ...gaps].filter((tile) => tile.position === position);
      expect(union(tiles)).toEqual([MONTH]);
      for (let at = MONTH.from; at < MONTH.to; at += GRID_MS)
        expect(whoIsOnDuty(stored, position, at, isHoliday)?.userId).toBe(
          slowOnDuty(reckoning.plan, position, at, isHoliday)?.userId,
        );
    }
    // The officers' night after a leave, and three days of the deputies.
    expect(gaps).toHaveLength(4);
    for (const gap of gaps) {
      const told = warned.filter(({ position, from, to }) =>
        isDeepStrictEqual({ position, from, to }, gap),
      );
      expect(told.some(({ readAt }) => readAt < gap.from)).toBe(true);
    }
  });

  it('has its ladders reach the right people in the right order, none missing, none twice', async () => {
    const expected = new Map(
      reckoning
        .climbs()
        .map((climb) => [nameOf(climb), reckoning.courseOf(climb).steps.map(readable)]),
    );
    expect(desk.cases).toHaveLength(40);
    const rows = await office.select<StepRow>(
      `SELECT e.id, e.subject_id AS "subjectId", e.clock, e.started_at AS "startedAt", s.ordinal, s.round, s.step,
         s.at, s.targets, s.reached
       FROM escalations e JOIN escalation_steps s ON s.escalation_id = e.id ORDER BY s.ordinal`,
    );
    const taken = new Map<string, string[]>();
    for (const row of rows) {
      const name = nameOf({ ...row, startedAt: row.startedAt.getTime() });
      const step = readable({ ...row, at: row.at.getTime(), reached: row.reached.toSorted() });
      taken.set(name, [...(taken.get(name) ?? []), step]);
    }
    expect(sorted(taken)).toEqual(sorted(expected));
    // Whoever was reached was told, once.
    const told = await office.select<{ cause: string; people: string[] }>(
      `SELECT cause, array_agg(user_id::text ORDER BY user_id) AS people FROM notifications
       WHERE topic = 'escalation.step' GROUP BY cause`,
    );
    const people = new Map(told.map((row) => [row.cause, row.people]));
    const reaching = rows.filter(({ reached }) => reached.length > 0);
    expect(people.size).toBe(reaching.length);
    for (const { id, ordinal, reached } of reaching)
      expect(people.get(`step:${id}:${String(ordinal)}`)).toEqual(reached.toSorted());
  });

  it('tells whoever comes on duty of the ladders that climb through their position', async () => {
    const whole = { from: BEGIN, to: END };
    const expected = slowCoverage(reckoning.plan, whole, isHoliday)
      .segments.filter(({ from }) => from > BEGIN)
      .flatMap(({ position, userId, from }) =>
        reckoning
          .climbingAt(from, position)
          .map(({ subjectId, clock }) => `${iso(from)} ${userId} ${subjectId} ${clock}`),
      );
    const told = await office.select<{ at: Date; user: string; subject: string; clock: string }>(
      `SELECT created_at AS at, user_id AS user, subject_id AS subject, data->>'clock' AS clock FROM notifications
       WHERE topic = 'escalation.handed-on'`,
    );
    expect(expected.length).toBeGreaterThan(HANDOVERS.length);
    expect(
      told
        .map(({ at, user, subject, clock }) => `${at.toISOString()} ${user} ${subject} ${clock}`)
        .sort(),
    ).toEqual(expected.sort());
  });

  it('hands over exactly what is open, and the next log has it', () => {
    expect(room.signed.length).toBeGreaterThan(80);
    for (const { at, matters, entries, remembered } of room.signed) {
      expect(matters).toEqual(desk.openAt(at));
      expect(entries).toEqual(remembered);
    }
    expect(room.signed.some(({ matters }) => matters.length > 1)).toBe(true);
    for (const { entries, remembered } of room.received) expect(entries).toEqual(remembered);
    expect(room.received.some(({ entries }) => entries.length > 1)).toBe(true);
  });

  it('keeps its record whole', async () => {
    const verified = await office.database.snapshot((tx) => verifyTimeline(tx));
    expect(verified).toMatchObject({ ok: true });
  });
});

interface StepRow extends Omit<Step, 'at'> {
  readonly id: string;
  readonly subjectId: string;
  readonly clock: string;
  readonly startedAt: Date;
  readonly ordinal: number;
  readonly at: Date;
}

const nameOf = ({
  subjectId,
  clock,
  startedAt,
}: Pick<Climb, 'subjectId' | 'clock' | 'startedAt'>) => `${iso(startedAt)} ${subjectId} ${clock}`;

const readable = ({ round, step, at: taken, targets, reached }: Step): string =>
  `${String(round)}.${String(step)} ${iso(taken)} ${targets.join(', ')}: ${reached.join(' ')}`;

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => a.localeCompare(b));

const bare = ({ position, from, to, userId, via }: Segment) => ({
  position,
  from,
  to,
  userId,
  via,
});
