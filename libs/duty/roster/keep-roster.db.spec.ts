import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { A_MINUTE, AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { LeavesController } from '../leaves/leaves.controller.js';
import type { CreateScheduleBody } from '../schedules/schedule.dto.js';
import { SchedulesController } from '../schedules/schedules.controller.js';
import type { ShiftView } from '../shifts/shift.dto.js';
import { ShiftsController } from '../shifts/shifts.controller.js';
import { as } from '../testing/as.js';

const NINE = Date.parse('2026-03-02T09:00:00+08:00');
const EIGHT = NINE - AN_HOUR;
const DAY = 24 * AN_HOUR;

let office: TestOffice;
let boss: TestUser;
let zhou: TestUser;
let chen: TestUser;
let scheduleId: string;

const iso = (at: number): string => new Date(at).toISOString();
const door = <T>(type: new (...parts: never[]) => T): T => office.app.get(type, { strict: false });

const rules = (): CreateScheduleBody => ({
  ...{ name: '值班室', timeZone: 'Asia/Shanghai' },
  positions: [
    {
      position: 'officer',
      layers: [
        {
          ...{ name: '值班员', participants: [zhou.id, chen.id] },
          ...{ shift: 'P1D', handoffAt: '08:00', startsOn: '2026-03-02' },
        },
      ],
    },
  ],
});

async function shifts(from: number, to: number): Promise<ShiftView[]> {
  const query = { from: iso(from), to: iso(to), scheduleId };
  return (await door(ShiftsController).list(as(boss), query)).items;
}

const readable = (items: readonly ShiftView[]): string[] =>
  items.map(({ user, from, to, via, state }) =>
    [user.name, Date.parse(from) - EIGHT, Date.parse(to) - EIGHT, via, state]
      .map((part) => (typeof part === 'number' ? `${String(part / AN_HOUR)}h` : part))
      .join(' '),
  );

const override = (user: TestUser, from: number, to: number) =>
  door(SchedulesController).addOverride(as(boss), scheduleId, {
    ...{ position: 'officer', userId: user.id, from: iso(from), to: iso(to) },
  });

beforeAll(async () => {
  office = await TestOffice.open({ startsAt: NINE });
  boss = await office.hire('boss', ['leader']);
  zhou = await office.hire('zhou', ['officer']);
  chen = await office.hire('chen', ['officer']);
}, 60_000);

afterAll(() => office.close());

it('previews a new rota with the leaves that will count in it', async () => {
  const span = { from: iso(EIGHT + DAY + 4 * AN_HOUR), to: iso(EIGHT + DAY + 6 * AN_HOUR) };
  const leave = await door(LeavesController).add(as(chen), span);
  const window = { from: iso(NINE), to: iso(NINE + 3 * DAY) };
  const preview = await door(SchedulesController).preview(as(boss), {
    ...window,
    schedule: rules(),
  });
  expect(preview.gaps).toEqual([{ position: 'officer', ...span }]);
  scheduleId = (await door(SchedulesController).create(as(boss), rules())).id;
  expect(await door(SchedulesController).coverage(scheduleId, window)).toMatchObject({
    gaps: preview.gaps,
  });
  await door(LeavesController).cancel(as(chen), leave.id);
});

it('says of a shift by which way somebody has it, when it is given to the one whose turn it is', async () => {
  const [from, to] = [EIGHT + 3 * DAY, EIGHT + 4 * DAY];
  const { id } = await override(chen, from, to);
  expect(readable(await shifts(from, to))).toEqual(['chen 72h 96h override planned']);
  await door(SchedulesController).cancelOverride(as(boss), id);
  expect(readable(await shifts(from, to))).toEqual(['chen 72h 96h layer planned']);
});

it('keeps what has passed of a shift that nobody has signed in to, when it is given to somebody else', async () => {
  office.clock.advance(AN_HOUR);
  await office.sweep();
  const { id } = await override(chen, NINE + AN_HOUR, NINE + 3 * AN_HOUR);
  // Taken back in the same moment, everything is as it was.
  await door(SchedulesController).cancelOverride(as(boss), id);
  expect(readable(await shifts(EIGHT, EIGHT + DAY))).toEqual(['zhou 0h 24h layer planned']);
  await override(chen, NINE + AN_HOUR, NINE + 3 * AN_HOUR);
  expect(readable(await shifts(EIGHT, EIGHT + DAY))).toEqual([
    'zhou 0h 2h layer planned',
    'chen 2h 4h override planned',
    'zhou 4h 24h layer planned',
  ]);
  await office.advance(2 * AN_HOUR + A_MINUTE);
  expect(readable(await shifts(EIGHT, NINE))).toEqual(['zhou 0h 2h layer missed']);
});

it('leaves nothing of a shift that is taken from somebody who has signed in before its start', async () => {
  office.clock.moveTo(EIGHT + DAY - 20 * A_MINUTE);
  await office.sweep();
  const [, next] = await shifts(EIGHT + DAY - 1, EIGHT + DAY + 1);
  await door(ShiftsController).signIn(as(chen), next?.id ?? '');
  await override(zhou, EIGHT + DAY, EIGHT + 2 * DAY);
  expect(readable(await shifts(EIGHT + DAY, EIGHT + DAY + 1))).toEqual([
    'zhou 24h 48h override planned',
  ]);
});
