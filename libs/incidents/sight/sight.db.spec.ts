import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TextSearch } from '#platform';
import { A_MINUTE, AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { IncidentQuery } from '../list/incident-query.dto.js';
import { listIncidents } from '../list/list-incidents.js';
import { circlesOf, maySee, seenAmong } from './sight.js';

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
let analyst: TestUser;
let water: TestUser;
let transport: TestUser;
const unit: Record<string, string> = {};

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
  analyst = await office.hire('analyst', ['analyst']);
  water = await office.hire('water', ['handler'], 'water');
  transport = await office.hire('transport', ['handler'], 'transport');
  for (const code of ['water', 'transport']) unit[code] = await office.unitId(code);
});

afterAll(() => office.close());

const low = {
  likelihood: { spread: 2, believability: 2, timing: 2 },
  consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
  severity: 'IV',
  decision: 'dispose',
};

async function reported(): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity: 'IV' });
  return id;
}

async function judgedFor(code: string): Promise<string> {
  const id = await reported();
  await office.must(id, 'judge', analyst, { ...low, unitId: unit[code] });
  return id;
}

async function listedFor(reader: TestUser): Promise<Set<string>> {
  const query = Object.assign(new IncidentQuery(), { limit: 200 });
  const { rows } = await listIncidents(
    office.database.reader,
    new TextSearch(office.clock),
    query,
    reader,
  );
  return new Set(rows.map(({ id }) => id));
}

const sees = (id: string, reader: TestUser): Promise<boolean> =>
  maySee(office.database.reader, id, reader);

const dueIn = (hours: number): string =>
  new Date(office.clock.now() + hours * AN_HOUR).toISOString();

describe('a handler', () => {
  it('sees an incident from the moment that their unit answers for it, and no other unit does', async () => {
    const id = await reported();
    expect([await sees(id, water), await sees(id, transport)]).toEqual([false, false]);
    await office.must(id, 'judge', analyst, { ...low, unitId: unit['water'] });
    expect([await sees(id, water), await sees(id, transport)]).toEqual([true, false]);
  });

  it('sees one in which their unit has an action', async () => {
    const id = await judgedFor('water');
    const actions = [{ title: '调度接驳车', unitId: unit['transport'], dueAt: dueIn(24) }];
    await office.must(id, 'start-disposal', water, { actions });
    expect(await sees(id, transport)).toBe(true);
  });

  it('sees one that was assigned to them, and not when it is somebody else’s', async () => {
    const id = await reported();
    await office.must(id, 'assign', officer, { userId: transport.id });
    expect([await sees(id, water), await sees(id, transport)]).toEqual([false, true]);
    await office.must(id, 'assign', officer, { userId: water.id });
    expect([await sees(id, water), await sees(id, transport)]).toEqual([true, false]);
  });

  it('is answered as if it did not exist when they act on one of others', async () => {
    const id = await judgedFor('water');
    expect(await office.command(id, 'note', transport, { text: '看一下' })).toBeNull();
    expect(await office.history(id)).toEqual(['detected', 'reported', 'judged']);
  });

  it('sees what a ladder called them for, as long as it runs', async () => {
    const id = await reported();
    await office.sweep();
    // As if they stood in for the officer on duty.
    await office.select(
      `UPDATE escalation_steps s SET reached = reached || $2::uuid FROM escalations e
       WHERE e.id = s.escalation_id AND e.subject_id = $1`,
      [id, transport.id],
    );
    expect([await sees(id, water), await sees(id, transport)]).toEqual([false, true]);
    await office.must(id, 'dismiss', officer, { reason: '误报' });
    expect(await sees(id, transport)).toBe(false);
  });

  it('who has another role, too, sees the whole office', async () => {
    const both = await office.hire('both', ['handler', 'analyst'], 'transport');
    expect(await sees(await judgedFor('water'), both)).toBe(true);
  });
});

describe('whatever is given to whom', () => {
  it('the list, the single look, the many looks and the stream agree on who may know of it', async () => {
    const step = fc.constantFrom('water', 'transport', 'to-water', 'to-transport', 'nobody');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const id = await reported();
        for (const one of steps) await give(id, one);
        const circle = (await circlesOf(office.database.reader, [id])).get(id) ?? [];
        for (const reader of [water, transport]) {
          const single = await sees(id, reader);
          const [facts] = await office.select<{
            unit_id: string | null;
            assignee_id: string | null;
          }>('SELECT unit_id, assignee_id FROM incidents WHERE id = $1', [id]);
          expect(single).toBe(facts?.unit_id === reader.unitId || facts?.assignee_id === reader.id);
          expect((await listedFor(reader)).has(id)).toBe(single);
          expect((await seenAmong(office.database.reader, [id], reader)).has(id)).toBe(single);
          expect(circle.some((one) => one === reader.id || one === reader.unitId)).toBe(single);
        }
        office.clock.advance(A_MINUTE);
      }),
      { numRuns: 12 },
    );
  });

  async function give(id: string, step: string): Promise<void> {
    if (step === 'nobody') await office.must(id, 'note', officer, { text: '待定' });
    else if (step === 'to-water') await office.must(id, 'assign', officer, { userId: water.id });
    else if (step === 'to-transport')
      await office.must(id, 'assign', officer, { userId: transport.id });
    else await office.must(id, 'assign', officer, { unitId: unit[step] });
  }
});
