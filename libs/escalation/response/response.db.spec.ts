import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRole } from '#identity';
import type { RequestActor } from '#identity';
import { A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ResponseController } from './response.controller.js';
import type { ResponseGroup, ResponseView } from './response.dto.js';

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
let analyst: TestUser;
let leader: TestUser;

/** The morning that is measured, in Shanghai. */
const FROM = '2026-03-02T09:00:00+08:00';
const TO = '2026-03-02T12:20:00+08:00';

const at = (time: string): Promise<void> =>
  office.advance(Date.parse(`2026-03-02T${time}:00+08:00`) - office.clock.now());

async function reported(severity: string): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity });
  await office.sweep();
  return id;
}

const judge = async (id: string, severity: string): Promise<void> =>
  office.must(id, 'judge', analyst, {
    likelihood: { spread: 3, believability: 3, timing: 3 },
    consequence: { safety: 3, livelihood: 3, disruption: 3, trust: 3 },
    severity,
    reason: '按领导要求定级',
    decision: 'dispose',
    unitId: await office.unitId('water'),
  });

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
  const [a, b] = [await reported('III'), await reported('II')];
  await reported('IV');
  await at('09:02');
  await office.must(a, 'acknowledge', officer);
  await at('09:06');
  await office.must(b, 'acknowledge', leader);
  await at('10:00');
  await judge(a, 'III');
  await judge(b, 'II');
  await at('10:30');
  await office.must(b, 'concur', leader);
  await at('12:00');
  const [d, e] = [await reported('III'), await reported('IV')];
  await at('12:01');
  await office.must(d, 'pause-clock', leader, {
    clock: 'acknowledge',
    reason: '系统割接',
    resumeBy: '2026-03-02T12:11:00+08:00',
  });
  await office.must(e, 'dismiss', officer, { reason: '重复登记' });
  await at('12:13');
  await office.must(d, 'acknowledge', officer);
  await at('12:20');
  // It starts at the end of the period, and so after it.
  await reported('I');
});
afterAll(() => office.close());

const actor = ({ id, name, roles, unitId }: TestUser): RequestActor => ({
  ...{ id, name, unitId, roles: roles.filter(isRole), username: name },
  ...{ permissions: ['response.read'], locale: 'zh', via: 'session' },
});

const ask = (
  by: ResponseGroup,
  user: TestUser = leader,
  [from, to]: readonly [string, string] = [FROM, TO],
): Promise<ResponseView> =>
  office.app.get(ResponseController, { strict: false }).read(actor(user), { from, to, by });

/** Minutes, which are easier to compute by hand. */
const times = (...[count, p50, p90, max]: [number, number?, number?, number?]) => ({
  count,
  p50Ms: p50 === undefined ? null : p50 * A_MINUTE,
  p90Ms: p90 === undefined ? null : p90 * A_MINUTE,
  maxMs: max === undefined ? null : max * A_MINUTE,
});

/*
 * What happened, by hand:
 *   A III 09:00 → acknowledged 09:02 (2 min, after 1 step) → judged 10:00 (60 min)
 *   B II  09:00 → acknowledged 09:06 (6 min, after 2 steps) → proposed 10:00, judged 10:30 when a leader concurs (90)
 *   C IV  09:00 → nobody; the ladder runs out
 *   D III 12:00 → paused 12:01–12:11 → acknowledged 12:13 (13 − 10 = 3 min, after 1 step)
 *   E IV  12:00 → dismissed: a call without a time
 */
const TOTAL = {
  count: 5,
  acknowledge: times(3, 3, 6, 6),
  judge: times(2, 60, 90, 90),
  steps: { mean: 4 / 3 },
  exhausted: 1,
};

describe('response times', () => {
  it('by severity, the highest first', async () => {
    const { items, total } = await ask('severity');
    expect(total).toEqual({ key: 'all', label: 'all', ...TOTAL });
    expect(items).toEqual([
      {
        ...{ key: 'II', label: 'II', count: 1, exhausted: 0 },
        ...{ acknowledge: times(1, 6, 6, 6), judge: times(1, 90, 90, 90), steps: { mean: 2 } },
      },
      {
        ...{ key: 'III', label: 'III', count: 2, exhausted: 0 },
        ...{ acknowledge: times(2, 2, 3, 3), judge: times(1, 60, 60, 60), steps: { mean: 1 } },
      },
      {
        ...{ key: 'IV', label: 'IV', count: 2, exhausted: 1 },
        ...{ acknowledge: times(0), judge: times(0), steps: { mean: null } },
      },
    ]);
  });

  it('by the hour of the day, as the clock on the wall of the organisation says it', async () => {
    const { items, total } = await ask('hour');
    expect(total).toMatchObject(TOTAL);
    expect(items).toEqual([
      {
        ...{ key: '09', label: '09:00', count: 3, exhausted: 1 },
        ...{ acknowledge: times(2, 2, 6, 6), judge: times(2, 60, 90, 90), steps: { mean: 1.5 } },
      },
      {
        ...{ key: '12', label: '12:00', count: 2, exhausted: 0 },
        ...{ acknowledge: times(1, 3, 3, 3), judge: times(0), steps: { mean: 1 } },
      },
    ]);
  });

  it('by person: what reached them, what they took, what they judged, what they left', async () => {
    const { items, total } = await ask('person');
    expect(total).toMatchObject(TOTAL);
    expect(items).toEqual([
      {
        ...{ key: officer.id, label: 'officer', count: 5, exhausted: 1 },
        ...{ acknowledge: times(2, 2, 3, 3), judge: times(0), steps: { mean: 1 } },
      },
      {
        ...{ key: leader.id, label: 'leader', count: 2, exhausted: 1 },
        ...{ acknowledge: times(1, 6, 6, 6), judge: times(0), steps: { mean: 2 } },
      },
      {
        ...{ key: analyst.id, label: 'analyst', count: 0, exhausted: 0 },
        ...{ acknowledge: times(0), judge: times(2, 60, 90, 90), steps: { mean: null } },
      },
    ]);
  });

  it('show a person their own and nobody else’s', async () => {
    const { items, total } = await ask('person', officer);
    expect(items.map(({ key }) => key)).toEqual([officer.id]);
    expect(total).toMatchObject({ count: 5, acknowledge: times(2, 2, 3, 3), exhausted: 1 });
    expect((await ask('person', monitor)).items).toEqual([]);
    await expect(ask('severity', officer)).rejects.toMatchObject({
      status: 403,
      code: 'response.own-only',
    });
  });

  it.each<ResponseGroup>(['severity', 'hour', 'person'])(
    'of a time in which nothing happened are empty, by %s',
    async (by) => {
      const { items, total } = await ask(by, leader, ['2025-01-01T00:00Z', '2025-02-01T00:00Z']);
      expect(items).toEqual([]);
      expect(total).toEqual({
        ...{ key: 'all', label: 'all', count: 0, exhausted: 0 },
        ...{ acknowledge: times(0), judge: times(0), steps: { mean: null } },
      });
    },
  );

  it.each([
    ['ends before it begins', TO, FROM],
    ['has no length', FROM, FROM],
    ['is longer than 400 days', FROM, '2027-04-07T09:00:00+08:00'],
  ])('are refused for a period that %s', async (_, from, to) => {
    await expect(ask('hour', leader, [from, to])).rejects.toMatchObject({
      status: 400,
      extensions: { errors: [{ path: 'to' }] },
    });
  });
});
