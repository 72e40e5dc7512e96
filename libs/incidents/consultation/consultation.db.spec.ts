import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { JobHandlers } from '#platform';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let water: TestUser;
let waterPress: TestUser;
let health: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  water = await office.hire('water', ['handler'], 'water');
  waterPress = await office.hire('water-press', ['reviewer'], 'water');
  await office.hire('water-monitor', ['monitor'], 'water');
  health = await office.hire('health', ['handler'], 'health');
});

afterAll(() => office.close());

/** What waits to be told is told, as the worker would. */
async function tellAll(): Promise<void> {
  const jobs = await office.select<{ id: string; name: string; payload: unknown }>(
    'SELECT id, name, payload FROM outbox ORDER BY id',
  );
  await office.database.transaction(async (tx) => {
    for (const { id, name, payload } of jobs)
      await office.app.get(JobHandlers, { strict: false }).run(name, payload, { tx, jobId: id });
  });
}

const toldOf = async (topic: string, id: string): Promise<string[]> => {
  const rows = await office.select<{ username: string }>(
    `SELECT DISTINCT u.username FROM notifications n JOIN users u ON u.id = n.user_id
     WHERE n.topic = $1 AND n.subject_id = $2 ORDER BY 1`,
    [topic, id],
  );
  return rows.map(({ username }) => username);
};

async function consulted(): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'consult', analyst, {
    unitIds: [await office.unitId('water'), await office.unitId('health')],
    question: '停水范围与时长？',
    dueAt: new Date(office.clock.now() + 10 * AN_HOUR).toISOString(),
  });
  return id;
}

it('those who speak for the units are told, and nobody else there', async () => {
  const id = await consulted();
  await tellAll();
  expect(await toldOf('consultation.asked', id)).toEqual(['health', 'water', 'water-press']);
});

it('a view that is late is told to the units that owe it, and to who asked', async () => {
  const id = await consulted();
  await office.must(id, 'give-view', waterPress, { text: '只停两小时' });
  await office.advance(8 * AN_HOUR);
  expect(await toldOf('deadline.warn', id)).toEqual(['analyst', 'health']);
  await office.advance(2 * AN_HOUR);
  expect(await toldOf('deadline.breach', id)).toEqual(['analyst', 'health']);
  await office.must(id, 'give-view', health, { text: '未见异常' });
  await tellAll();
  expect(await toldOf('consultation.complete', id)).toEqual(['analyst']);
  const [deadline] = await office.select(
    "SELECT state FROM deadlines WHERE subject_id = $1 AND clock = 'consultation'",
    [id],
  );
  expect(deadline).not.toMatchObject({ state: 'running' });
  expect(await office.history(id)).toEqual(
    expect.arrayContaining(['consulted', 'view-given', 'views-complete']),
  );
});

it('a view in time stops the clock, and nobody is reminded', async () => {
  const id = await consulted();
  await office.must(id, 'give-view', water, { text: '只停两小时' });
  await office.must(id, 'give-view', health, { text: '未见异常' });
  await office.advance(11 * AN_HOUR);
  expect(await toldOf('deadline.warn', id)).toEqual([]);
  expect(await toldOf('deadline.breach', id)).toEqual([]);
});

it('units that do not exist are named, and one that is named twice is asked once', async () => {
  const id = await office.log(monitor);
  const unitId = await office.unitId('water');
  const question = '停水范围？';
  const dueAt = new Date(office.clock.now() + AN_HOUR).toISOString();
  const strange = '0190f1e2-7c1e-7abc-8def-0123456789ab';
  const body = { unitIds: [unitId, strange], question, dueAt };
  expect(await office.command(id, 'consult', analyst, body)).toMatchObject({
    ok: false,
    reasons: [{ code: 'reference.unknown', path: 'unitIds' }],
  });
  await office.must(id, 'consult', analyst, { ...body, unitIds: [unitId, unitId.toUpperCase()] });
  await office.must(id, 'give-view', water, { text: '城东三个小区' });
  expect((await office.history(id)).at(-1)).toBe('views-complete');
});
