import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { ProblemError } from '#platform';
import { A_MINUTE, AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { SchedulesController } from '../schedules/schedules.controller.js';
import type { ShiftView } from '../shifts/shift.dto.js';
import { ShiftsController } from '../shifts/shifts.controller.js';
import { as } from '../testing/as.js';
import { HandoversController } from './handovers.controller.js';

const DAY = 24 * AN_HOUR;

let office: TestOffice;
let boss: TestUser;
let zhou: TestUser;
let chen: TestUser;
let scheduleId: string;
/** Two days that follow each other: of zhou, and of chen. Each test has two of its own. */
let mine: ShiftView;
let next: ShiftView;
const FIRST = Date.parse('2026-03-02T08:00:00+08:00');
let begins = FIRST - 2 * DAY;

const iso = (at: number): string => new Date(at).toISOString();
const door = <T>(type: new (...parts: never[]) => T): T => office.app.get(type, { strict: false });

const shiftAt = async (at: number): Promise<ShiftView> => {
  const query = { from: iso(at), to: iso(at + 1), scheduleId };
  const [shift] = (await door(ShiftsController).list(as(boss), query)).items;
  if (shift === undefined) throw new Error('nobody is on duty');
  return shift;
};

/** What a test has logged bears its day; other tests leave things open as well. */
const today = (): string => iso(begins).slice(0, 10);

const openIn = async ({ id }: ShiftView): Promise<string[]> =>
  (await door(ShiftsController).one(as(boss), id)).log
    .filter(({ open, source }) => open && source === today())
    .map(({ text }) => text);

const logOpen = (text: string) =>
  door(ShiftsController).log(as(zhou), mine.id, { text, source: today(), open: true });

const giveNextTo = (user: TestUser) =>
  door(SchedulesController).addOverride(as(boss), scheduleId, {
    ...{ position: 'officer', userId: user.id },
    ...{ from: iso(begins + DAY), to: iso(begins + 2 * DAY) },
  });

beforeAll(async () => {
  office = await TestOffice.open({ startsAt: FIRST - AN_HOUR });
  boss = await office.hire('boss', ['leader']);
  zhou = await office.hire('zhou', ['officer']);
  chen = await office.hire('chen', ['officer']);
  const layer = {
    ...{ name: '值班员', participants: [zhou.id, chen.id], shift: 'P1D' },
    ...{ handoffAt: '08:00', startsOn: '2026-03-02' },
  };
  const schedule = await door(SchedulesController).create(as(boss), {
    ...{ name: '值班室', timeZone: 'Asia/Shanghai' },
    positions: [{ position: 'officer', layers: [layer] }],
  });
  scheduleId = schedule.id;
}, 60_000);

afterAll(() => office.close());

beforeEach(async () => {
  begins += 2 * DAY;
  [mine, next] = [await shiftAt(begins), await shiftAt(begins + DAY)];
  office.clock.moveTo(begins);
  await office.sweep();
  await door(ShiftsController).signIn(as(zhou), mine.id);
  await logOpen('城东停水，等水务局回电');
  office.clock.moveTo(begins + DAY - 10 * A_MINUTE);
});

it('passes on what was logged after the list had been made', async () => {
  const { id } = await door(HandoversController).begin(as(zhou), mine.id, { notes: '' });
  office.clock.advance(A_MINUTE);
  await logOpen('城西来电');
  office.clock.advance(A_MINUTE);
  await door(HandoversController).sign(as(chen), id);
  expect(await openIn(next)).toEqual(['城东停水，等水务局回电', '城西来电']);
  office.clock.advance(A_MINUTE);
  await logOpen('最后一通来电');
  await door(ShiftsController).signOut(as(zhou), mine.id, {});
  expect(await openIn(next)).toEqual(['城东停水，等水务局回电', '城西来电', '最后一通来电']);
});

it('passes on what is open, once, when somebody leaves without a signature', async () => {
  const { id } = await door(HandoversController).begin(as(zhou), mine.id, { notes: '' });
  await door(ShiftsController).signOut(as(zhou), mine.id, { reason: '接班人还没到' });
  expect(await openIn(next)).toEqual(['城东停水，等水务局回电']);
  await door(HandoversController).sign(as(chen), id);
  expect(await openIn(next)).toEqual(['城东停水，等水务局回电']);
});

it('passes on what is open when the program has to close the shift', async () => {
  await office.advance(3 * AN_HOUR);
  expect(await shiftAt(begins)).toMatchObject({ state: 'ended' });
  expect(await openIn(next)).toEqual(['城东停水，等水务局回电']);
});

it('is signed for both by whoever follows themselves', async () => {
  await giveNextTo(zhou);
  const { id } = await door(HandoversController).begin(as(zhou), mine.id, { notes: '' });
  expect(await door(HandoversController).sign(as(zhou), id)).toMatchObject({ state: 'done' });
  await door(ShiftsController).signOut(as(zhou), mine.id, {});
});

it('is not signed by somebody who no longer follows, so that nothing lands in a shift that will not be', async () => {
  const handover = await door(HandoversController).begin(as(zhou), mine.id, { notes: '' });
  await giveNextTo(zhou);
  const signed = door(HandoversController).sign(as(chen), handover.id);
  await expect(signed).rejects.toThrow(ProblemError);
  await door(HandoversController).withdraw(as(zhou), handover.id);
  const { id } = await door(HandoversController).begin(as(zhou), mine.id, { notes: '' });
  await door(HandoversController).sign(as(zhou), id);
  expect(await openIn(await shiftAt(begins + DAY))).toEqual(['城东停水，等水务局回电']);
});
