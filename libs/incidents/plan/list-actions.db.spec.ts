import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { listActions } from './list-actions.js';
import type { ActionSearch, StoredAction } from './list-actions.js';

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let leader: TestUser;
let water: TestUser;
let transport: TestUser;
let driver: TestUser;
let market: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
  water = await office.hire('water', ['handler'], 'water');
  transport = await office.hire('transport', ['handler'], 'transport');
  driver = await office.hire('driver', ['handler'], 'transport');
  market = await office.hire('market', ['handler'], 'market');
  for (const hours of [5, 3, 4]) await plan(hours);
});

afterAll(() => office.close());

/** The water office tests; the transport office drives, some hours from now. */
async function plan(hours: number): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity: 'IV' });
  await office.must(id, 'judge', analyst, {
    likelihood: { spread: 2, believability: 2, timing: 2 },
    consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
    severity: 'IV',
    decision: 'dispose',
    unitId: water.unitId,
  });
  const dueAt = new Date(office.clock.now() + hours * AN_HOUR).toISOString();
  await office.must(id, 'start-disposal', water, {
    actions: [
      { title: '检测水质', dueAt },
      { title: `${String(hours)} 小时内送水`, unitId: transport.unitId, dueAt },
    ],
  });
  return id;
}

const search = (reader: TestUser, given: Partial<ActionSearch> = {}): Promise<StoredAction[]> =>
  listActions(
    office.database.reader,
    { scope: 'mine', state: 'open', cursor: undefined, limit: 200, ...given },
    reader,
  );

const titles = (rows: readonly StoredAction[]): string[] => rows.map(({ title }) => title);

describe('the list of actions', () => {
  it('has those of my unit, the next due first, and not those of others', async () => {
    expect(titles(await search(transport))).toEqual([
      '3 小时内送水',
      '4 小时内送水',
      '5 小时内送水',
    ]);
    expect(new Set(titles(await search(water)))).toEqual(new Set(['检测水质']));
  });

  it('leaves to its owner what has one; to the unit it is still theirs', async () => {
    const [first] = await search(transport);
    if (first === undefined) throw new Error('there is an action');
    await office.must(first.incident_id, 'change-action', transport, {
      actionId: first.id,
      ownerId: driver.id,
      reason: '由他去',
    });
    expect(titles(await search(transport))).not.toContain(first.title);
    expect(titles(await search(driver))).toContain(first.title);
    expect(titles(await search(transport, { scope: 'unit' }))).toContain(first.title);
  });

  it('moves what is done, waived or handed back to what is closed', async () => {
    const [first] = await search(driver);
    if (first === undefined) throw new Error('there is an action');
    const done = { actionId: first.id, result: '已送水' };
    await office.must(first.incident_id, 'complete-action', driver, done);
    expect(titles(await search(driver))).not.toContain(first.title);
    const closed = await search(driver, { state: 'closed' });
    expect(closed).toMatchObject([{ id: first.id, status: 'done' }]);
  });

  it('shows nothing of incidents that one may not know of, and to leaders all', async () => {
    expect(await search(market, { scope: 'all' })).toEqual([]);
    expect((await search(leader, { scope: 'all' })).length).toBe(5);
    expect(titles(await search(transport, { scope: 'all' }))).toContain('检测水质');
  });
});
