import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OnDuty } from '#notify';
import { ProblemError } from '#platform';
import { AN_HOUR, A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { SubjectDoors } from '#workflow';
import { HandoversController } from './handovers/handovers.controller.js';
import { LeavesController } from './leaves/leaves.controller.js';
import { DutyController } from './now/duty.controller.js';
import { KeepRoster } from './roster/keep-roster.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import type { CreateScheduleBody, ScheduleView } from './schedules/schedule.dto.js';
import { ShiftsController } from './shifts/shifts.controller.js';
import type { ShiftView } from './shifts/shift.dto.js';
import { SwapsController } from './swaps/swaps.controller.js';
import { as } from './testing/as.js';

const DAY = 24 * AN_HOUR;

let office: TestOffice;
let zhou: TestUser;
let chen: TestUser;
let lin: TestUser;
let boss: TestUser;
let schedule: ScheduleView;

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const iso = (text: string): string => new Date(at(text)).toISOString();

/** Officers take turns of 24 hours from eight o'clock, one leader has every week. */
const rules = (people: readonly TestUser[]): CreateScheduleBody => ({
  name: '值班室',
  timeZone: 'Asia/Shanghai',
  positions: [
    {
      position: 'officer',
      layers: [
        {
          name: '值班员',
          participants: people.map(({ id }) => id),
          ...{ shift: 'P1D', handoffAt: '08:00', startsOn: '2026-03-02' },
        },
      ],
    },
    {
      position: 'leader',
      layers: [
        {
          name: '带班',
          participants: [boss.id],
          ...{ shift: 'P7D', handoffAt: '08:00', startsOn: '2026-03-02' },
        },
      ],
    },
  ],
});

beforeAll(async () => {
  office = await TestOffice.open({ startsAt: at('2026-03-02T09:00') });
  zhou = await office.hire('zhou', ['officer']);
  chen = await office.hire('chen', ['officer']);
  lin = await office.hire('lin', ['officer']);
  boss = await office.hire('boss', ['leader']);
  schedule = await door(SchedulesController).create(as(boss), rules([zhou, chen, lin]));
}, 60_000);
afterAll(() => office.close());

function door<T>(type: new (...parts: never[]) => T): T {
  return office.app.get(type, { strict: false });
}

const onDuty = (position: string): Promise<readonly string[]> =>
  office.app
    .get(OnDuty, { strict: false })
    .at(office.database.reader, position, office.clock.now());

async function shiftOf(user: TestUser, day: string): Promise<ShiftView> {
  const query = {
    from: iso(`${day}T08:00`),
    to: iso(`${day}T08:01`),
    position: 'officer' as const,
  };
  const { items } = await door(ShiftsController).list(as(user), query);
  const found = items.find(({ user: person }) => person.id === user.id);
  if (found === undefined) throw new Error(`${user.name} has no shift on ${day}`);
  return found;
}

async function refusal(act: Promise<unknown>): Promise<string[]> {
  try {
    await act;
  } catch (error) {
    if (error instanceof ProblemError)
      return (error.extensions.reasons ?? [{ code: error.code }]).map(({ code }) => code);
    throw error;
  }
  return [];
}

async function go(text: string): Promise<void> {
  await office.advance(at(text) - office.clock.now());
}

describe('a rota', () => {
  it('names whom an escalation reaches, from the moment it is made', async () => {
    expect(await onDuty('officer')).toEqual([zhou.id]);
    expect(await onDuty('leader')).toEqual([boss.id]);
    // Nobody was named for it, and the shipped configuration lets nobody stand in.
    expect(await onDuty('deputy')).toEqual([]);
  });

  it('makes the shifts of the days ahead, with ids that a calendar may know before they are made', async () => {
    const query = { from: iso('2026-03-02T00:00'), to: iso('2026-04-02T00:00') };
    const { items } = await door(ShiftsController).list(as(zhou), {
      ...query,
      position: 'officer',
    });
    expect(items).toHaveLength(31);
    expect(items.filter(({ version }) => version > 0)).toHaveLength(14 + 1);
    const last = items.at(-1);
    expect(await door(ShiftsController).one(as(zhou), last?.id ?? '')).toMatchObject({
      ...{ id: last?.id, from: last?.from, version: 0 },
    });
  });

  it('says the same in its coverage as in the shifts', async () => {
    const window = { from: iso('2026-03-02T09:00'), to: iso('2026-03-30T00:00') };
    const coverage = await door(SchedulesController).coverage(schedule.id, window);
    const { items } = await door(ShiftsController).list(as(zhou), window);
    expect(new Set(items.map(({ id }) => id))).toEqual(
      new Set(coverage.segments.map(({ shift }) => shift?.id)),
    );
    expect(coverage.gaps).toEqual([]);
    expect(coverage.conflicts).toEqual([]);
  });

  it('refuses what makes no sense, at its field', async () => {
    const broken = rules([]);
    const refused = await refusal(door(SchedulesController).create(as(boss), broken));
    expect(refused.length).toBeGreaterThan(0);
  });
});

describe('an override', () => {
  it('moves the shifts around it, tells both, and is taken back without a trace in the future', async () => {
    const before = await shiftOf(lin, '2026-03-04');
    const body = {
      ...{ position: 'officer' as const, userId: zhou.id },
      ...{ from: iso('2026-03-04T08:00'), to: iso('2026-03-05T08:00') },
    };
    const override = await door(SchedulesController).addOverride(as(boss), schedule.id, body);
    expect(
      await refusal(door(SchedulesController).addOverride(as(boss), schedule.id, body)),
    ).toEqual([expect.stringMatching(/overlap/)]);
    expect((await shiftOf(zhou, '2026-03-04')).via).toBe('override');
    const told = await office.select<{ user_id: string }>(
      `SELECT user_id FROM notifications WHERE topic = 'rota.changed' AND cause = $1`,
      [`rota:${override.id}`],
    );
    expect(new Set(told.map(({ user_id }) => user_id))).toEqual(new Set([zhou.id, lin.id]));
    await door(SchedulesController).cancelOverride(as(boss), override.id);
    expect(await shiftOf(lin, '2026-03-04')).toMatchObject({ id: before.id, state: 'planned' });
  });

  it('cannot change the past', async () => {
    const past = {
      ...{ position: 'officer' as const, userId: zhou.id },
      ...{ from: iso('2026-03-01T08:00'), to: iso('2026-03-02T07:00') },
    };
    expect(
      await refusal(door(SchedulesController).addOverride(as(boss), schedule.id, past)),
    ).toContainEqual(expect.stringMatching(/past/));
  });
});

describe('a shift', () => {
  it('reminds, is signed in to, kept, checked, handed over with both signatures, and signed out of', async () => {
    const [mine, next] = [await shiftOf(zhou, '2026-03-02'), await shiftOf(chen, '2026-03-03')];
    const shifts = door(ShiftsController);
    const handovers = door(HandoversController);
    expect((await shifts.signIn(as(zhou), mine.id)).state).toBe('on-duty');
    expect(await refusal(shifts.signIn(as(chen), next.id))).toEqual(['sign-in.too-early']);
    await shifts.log(as(zhou), mine.id, { text: '城东来电反映停水', source: '12345', open: true });
    const { log } = await shifts.log(as(zhou), mine.id, { text: '已通知水务局' });
    expect(log.map(({ text, open }) => [text, open])).toEqual([
      ['城东来电反映停水', true],
      ['已通知水务局', false],
    ]);
    const asked = await shifts.check(as(boss), mine.id);
    expect(asked.check).toMatchObject({ answerBy: iso('2026-03-02T09:10') });
    expect((await shifts.answer(as(zhou), mine.id)).checks).toEqual([
      expect.objectContaining({ answeredAt: expect.any(String) }),
    ]);
    const incident = await office.log(zhou);

    await go('2026-03-03T07:40');
    expect(await office.history(next.id)).toEqual(
      expect.arrayContaining(['planned', 'reminded-early', 'reminded-soon']),
    );
    expect(await refusal(shifts.signOut(as(zhou), mine.id, {}))).toEqual([
      'sign-out.handover-missing',
    ]);
    const list = await handovers.list(as(zhou), mine.id);
    expect(list.matters.map(({ id }) => id)).toEqual([incident]);
    expect(list.entries.map(({ text }) => text)).toEqual(['城东来电反映停水']);
    const handover = await handovers.begin(as(zhou), mine.id, { notes: '注意城东' });
    expect(handover).toMatchObject({ state: 'waiting', outgoingSignedAt: expect.any(String) });
    expect(await refusal(handovers.sign(as(lin), handover.id))).toEqual(['workflow.not-permitted']);
    await shifts.signIn(as(chen), next.id);
    expect((await handovers.sign(as(chen), handover.id)).state).toBe('done');
    expect((await shifts.one(as(chen), next.id)).log).toEqual([
      expect.objectContaining({ text: '城东来电反映停水', open: true, by: null }),
    ]);
    expect((await shifts.signOut(as(zhou), mine.id, {})).state).toBe('ended');
    const names = await door(SubjectDoors).namesOf(office.database.reader, [
      { subjectType: 'shift', subjectId: mine.id },
      { subjectType: 'handover', subjectId: handover.id },
    ]);
    expect(names.get(mine.id)).toEqual({ number: '值班室', title: 'zhou 2026-03-02 08:00' });
    expect(names.get(handover.id)).toEqual({
      ...{ number: '值班室', title: 'zhou → chen 2026-03-03 08:00' },
    });
  }, 60_000);

  it('that nobody signs in to climbs to the leader on duty, and tells whoever comes of the ladders under way', async () => {
    await go('2026-03-04T07:59');
    const incident = await office.log(zhou);
    await office.must(incident, 'report', zhou, { severity: 'II' });
    await go('2026-03-04T08:14');
    const late = await shiftOf(lin, '2026-03-04');
    const handedOn = await office.select<{ subject_id: string }>(
      `SELECT subject_id FROM notifications WHERE topic = 'escalation.handed-on' AND user_id = $1`,
      [lin.id],
    );
    expect(handedOn.map(({ subject_id }) => subject_id)).toContain(incident);
    expect(await office.history(late.id)).not.toContain('ladder-step');
    await go('2026-03-04T08:16');
    expect(await office.history(late.id)).toEqual(
      expect.arrayContaining(['deadline-breached', 'ladder-step']),
    );
    const told = await office.select<{ user_id: string }>(
      `SELECT user_id FROM notifications WHERE subject_id = $1 AND topic = 'escalation.step'`,
      [late.id],
    );
    expect(told.map(({ user_id }) => user_id)).toEqual([boss.id]);
    expect(await door(ShiftsController).signIn(as(lin), late.id)).toMatchObject({ late: true });
    const running = await office.select(
      `SELECT id FROM escalations WHERE subject_id = $1 AND ended_at IS NULL`,
      [late.id],
    );
    expect(running).toEqual([]);
  }, 60_000);
});

describe('a swap', () => {
  it('takes two consents, and then the rota says so', async () => {
    await office.app.get(KeepRoster, { strict: false }).all();
    const swaps = door(SwapsController);
    const [mine, theirs] = [await shiftOf(zhou, '2026-03-08'), await shiftOf(chen, '2026-03-09')];
    const offer = { shiftId: mine.id, toUserId: chen.id, returnShiftId: theirs.id };
    expect(
      await refusal(swaps.offer(as(zhou), schedule.id, { ...offer, toUserId: zhou.id })),
    ).toEqual(expect.arrayContaining(['swap.oneself']));
    const swap = await swaps.offer(as(zhou), schedule.id, offer);
    expect(await refusal(swaps.accept(as(lin), swap.id, {}))).toEqual(['swap.not-asked']);
    expect(await swaps.accept(as(chen), swap.id, { expectedVersion: swap.version })).toMatchObject({
      ...{ state: 'confirmed', takenBy: { id: chen.id } },
    });
    expect((await shiftOf(chen, '2026-03-08')).via).toBe('swap');
    expect((await shiftOf(zhou, '2026-03-09')).via).toBe('swap');
  });

  it('that nobody takes expires when the shift begins', async () => {
    const swaps = door(SwapsController);
    const mine = await shiftOf(lin, '2026-03-07');
    const swap = await swaps.offer(as(lin), schedule.id, { shiftId: mine.id });
    // An offer to all is nobody's to refuse, whatever their role.
    for (const other of [zhou, boss])
      expect(await refusal(swaps.decline(as(other), swap.id, {}))).toEqual([
        'workflow.not-permitted',
      ]);
    await go('2026-03-07T08:01');
    const { items } = await swaps.list(as(lin), { limit: 50, state: 'expired' });
    expect(items.map(({ id }) => id)).toEqual([swap.id]);
  }, 60_000);
});

describe('a leave', () => {
  it('takes a person off the rota, warns of the gap, and leaves the past alone', async () => {
    const leave = await door(LeavesController).add(as(chen), {
      ...{ from: iso('2026-03-11T00:00'), to: iso('2026-03-13T00:00'), note: '探亲' },
    });
    const { items } = await door(DutyController).warned({ days: 14 });
    expect(items.filter(({ kind }) => kind === 'gap')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ position: 'officer', to: iso('2026-03-13T00:00') }),
      ]),
    );
    await door(LeavesController).cancel(as(chen), leave.id);
    const after = await door(DutyController).warned({ days: 14 });
    expect(after.items.filter(({ kind }) => kind === 'gap')).toEqual([]);
  });
});

describe('new rules', () => {
  it('hold from now on; what was, stays', async () => {
    const window = { from: iso('2026-03-02T08:00'), to: iso('2026-03-06T08:00') };
    const schedules = door(SchedulesController);
    const before = await schedules.coverage(schedule.id, window);
    const { version: expectedVersion } = await schedules.one(schedule.id);
    await schedules.change(as(boss), schedule.id, { ...rules([lin, chen, zhou]), expectedVersion });
    expect(await schedules.coverage(schedule.id, window)).toEqual(before);
    expect(
      await refusal(schedules.change(as(boss), schedule.id, { ...rules([lin]), expectedVersion })),
    ).toEqual(['version.stale']);
    await office.advance(DAY + A_MINUTE);
    expect((await door(DutyController).now(as(lin))).positions[0]?.gap).toBe(false);
  }, 60_000);
});
