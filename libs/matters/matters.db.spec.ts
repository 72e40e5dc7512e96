import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#identity';
import type { RequestActor } from '#identity';
import { ProblemError } from '#platform';
import { AN_HOUR, A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { ManageMatters } from './manage-matters.js';
import { MatterCalendar } from './matter-days.js';
import type { MatterBody } from './matter.dto.js';
import { MatterPresenter } from './present-matter.js';

const DAY = 24 * AN_HOUR;
let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
/** Of the water office, and of another. */
let water: TestUser;
let transport: TestUser;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor'], 'cyberspace');
  officer = await office.hire('officer', ['officer'], 'cyberspace');
  water = await office.hire('water', ['handler'], 'water');
  transport = await office.hire('transport', ['handler'], 'transport');
});

afterAll(() => office.close());

const as = ({ id, name, roles, unitId }: TestUser): RequestActor => ({
  ...{ id, username: name, name, unitId, permissions: [], locale: 'zh', via: 'session' },
  roles: ROLES.filter((role) => roles.includes(role)),
});

const matters = (): ManageMatters => office.app.get(ManageMatters, { strict: false });
const see = (id: string, by: TestUser) =>
  office.app.get(MatterPresenter, { strict: false }).one(office.database.reader, id, as(by));
const ofIncident = (id: string, by: TestUser) =>
  office.app.get(MatterPresenter, { strict: false }).ofIncident(office.database.reader, id, as(by));

const at = (ms: number): string => new Date(office.clock.now() + ms).toISOString();

const aClosure = (changes: Partial<MatterBody> = {}): MatterBody => ({
  ...{ title: '城东片区管网改造停水', kind: 'interruption', category: 'water', place: '城东' },
  what: '城东水厂管网改造，城东片区停水 12 小时。',
  ...{ startsAt: at(DAY), endsAt: at(DAY + 12 * AN_HOUR) },
  questions: [{ question: '停水一周是真的吗', answer: '不是，12 小时后恢复，详询13800138000。' }],
  ...changes,
});

async function reported(changes: Partial<MatterBody> = {}): Promise<string> {
  const id = await matters().create(aClosure(changes), as(water));
  await matters().report(id, {}, as(water));
  return id;
}

async function refused(act: Promise<unknown>): Promise<(string | number)[]> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [error.status, ...(error.extensions.reasons ?? []).map(({ code }) => code)];
  }
  throw new Error('it was not refused');
}

describe('an important matter', () => {
  it('is drafted by a unit, seen by nobody else until it is reported, and cleaned of numbers', async () => {
    const id = await matters().create(aClosure(), as(water));
    expect(await refused(see(id, officer))).toEqual([404]);
    await matters().report(id, {}, as(water));
    const seen = await see(id, officer);
    expect(seen).toMatchObject({
      state: 'reported',
      unit: { name: '县水务局' },
      contactUnit: { name: '县水务局' },
    });
    expect(seen.questions[0]?.answer).toBe('不是，12 小时后恢复，详询[电话]。');
    expect(await refused(see(id, transport))).toEqual([404]);
  });

  it('is refused with every reason that its values give', async () => {
    const upsideDown = aClosure({ startsAt: at(DAY), endsAt: at(DAY - 1) });
    expect(await refused(matters().create(upsideDown, as(water)))).toEqual([
      422,
      'matter.ends-before',
    ]);
    const strange = aClosure({
      ...{ category: 'nothing', startsAt: at(-400 * DAY), endsAt: at(500 * DAY) },
      contactUnitId: officer.id,
    });
    expect(await refused(matters().create(strange, as(water)))).toEqual([
      ...[422, 'matter.unknown-category', 'matter.too-early', 'matter.too-long'],
      'matter.unknown-unit',
    ]);
    const past = await matters().create(
      aClosure({ startsAt: at(-DAY), endsAt: at(-AN_HOUR) }),
      as(water),
    );
    expect(await refused(matters().report(past, {}, as(water)))).toEqual([422, 'matter.past']);
  });

  it('is received by the duty office, and has to be received again when it changes', async () => {
    const id = await reported();
    expect(await refused(matters().receive(id, {}, as(water)))).toEqual([
      403,
      'workflow.not-permitted',
    ]);
    await matters().receive(id, {}, as(officer));
    expect(await see(id, water)).toMatchObject({
      state: 'received',
      receivedBy: { id: officer.id },
    });
    const { version } = await see(id, water);
    await matters().edit(
      id,
      { ...aClosure({ place: '城东二期' }), expectedVersion: version },
      as(water),
    );
    expect(await see(id, officer)).toMatchObject({ state: 'reported', place: '城东二期' });
    const stale = matters().edit(id, { ...aClosure(), expectedVersion: version }, as(water));
    expect((await refused(stale))[0]).toBe(409);
  });

  it('comes back with a question, and goes up again with the answer', async () => {
    const id = await reported();
    await matters().return(id, '影响多少户？', {}, as(officer));
    expect(await see(id, water)).toMatchObject({ state: 'returned', question: '影响多少户？' });
    const { version } = await see(id, water);
    await matters().edit(
      id,
      { ...aClosure({ what: '影响 300 户。' }), expectedVersion: version },
      as(water),
    );
    await matters().report(id, {}, as(water));
    expect(await see(id, officer)).toMatchObject({ state: 'reported', question: null });
  });

  it('is over by itself when its time is, also after it was moved', async () => {
    const id = await reported({ startsAt: at(A_MINUTE), endsAt: at(AN_HOUR) });
    const { version } = await see(id, water);
    const later = { startsAt: at(A_MINUTE), endsAt: at(3 * AN_HOUR) };
    await matters().edit(id, { ...aClosure(later), expectedVersion: version }, as(water));
    await office.advance(2 * AN_HOUR);
    expect((await see(id, officer)).state).toBe('reported');
    await office.advance(2 * AN_HOUR);
    expect((await see(id, officer)).state).toBe('over');
  });

  it('that is cancelled ends nothing and waits for nobody', async () => {
    const id = await reported();
    await matters().cancel(id, '改期', {}, as(water));
    expect(await see(id, officer)).toMatchObject({
      state: 'cancelled',
      reason: '改期',
      allowed: [],
    });
    await office.advance(2 * DAY);
    expect((await see(id, officer)).state).toBe('cancelled');
  });

  it('that nobody receives within four hours is told to the officer on duty', async () => {
    const id = await reported();
    await office.advance(4 * AN_HOUR + A_MINUTE);
    const told = await office.select<{ user_id: string }>(
      "SELECT user_id FROM notifications WHERE subject_id = $1 AND topic = 'deadline.breach'",
      [id],
    );
    expect(told.map(({ user_id }) => user_id)).toEqual([officer.id]);
  });
});

describe('an incident like a matter', () => {
  it('is suggested on both pages when it is logged, and linked by a person alone', async () => {
    const id = await reported({ startsAt: at(AN_HOUR), endsAt: at(5 * AN_HOUR) });
    const incident = await office.log(monitor);
    const suggested = (await ofIncident(incident, officer)).find(({ matter }) => matter.id === id);
    expect(suggested).toMatchObject({
      ...{ link: 'suggested', mayDecide: true, why: ['category', 'place', 'time', 'wording'] },
      questions: [{ question: '停水一周是真的吗' }],
    });
    const asked = { incidentId: incident, decision: 'confirm' as const };
    expect(await refused(matters().decide(id, asked, as(monitor)))).toEqual([
      ...[403, 'workflow.not-permitted'],
    ]);
    await matters().decide(id, asked, as(officer));
    const { incidents } = await see(id, officer);
    expect(incidents).toContainEqual(
      expect.objectContaining({
        link: 'confirmed',
        incident: expect.objectContaining({ id: incident }),
      }),
    );
    expect(await office.history(id)).toContain('matter-linked');
  });

  it('is suggested, too, when the matter is reported after it, and no more once it was dismissed', async () => {
    const incident = await office.log(monitor);
    const id = await reported({ startsAt: at(AN_HOUR), endsAt: at(5 * AN_HOUR) });
    const found = async () =>
      (await see(id, officer)).incidents.filter((one) => one.incident.id === incident);
    expect(await found()).toMatchObject([{ link: 'suggested' }]);
    await matters().decide(id, { incidentId: incident, decision: 'dismiss' }, as(officer));
    expect(await found()).toEqual([]);
    expect((await ofIncident(incident, officer)).map(({ matter }) => matter.id)).not.toContain(id);
    await matters().decide(id, { incidentId: incident, decision: 'confirm' }, as(officer));
    expect(await found()).toMatchObject([{ link: 'confirmed' }]);
  });

  it('is not shown to a handler who may not know of it', async () => {
    const incident = await office.log(monitor);
    const id = await reported({ startsAt: at(AN_HOUR), endsAt: at(5 * AN_HOUR) });
    expect((await see(id, officer)).incidents.map((one) => one.incident.id)).toContain(incident);
    expect((await see(id, water)).incidents).toEqual([]);
  });
});

describe('the days', () => {
  it('tell matters and sensitive dates, each on every day that it touches', async () => {
    const calendar = office.app.get(MatterCalendar, { strict: false });
    const id = await reported({
      ...{ startsAt: '2026-06-30T20:00:00+08:00', endsAt: '2026-07-02T08:00:00+08:00' },
    });
    const days = await calendar.between(
      office.database.reader,
      { from: '2026-06-01', to: '2026-07-31' },
      as(officer),
    );
    const touched = days.filter(({ matters: those }) => those.some((one) => one.id === id));
    expect(touched.map(({ date }) => date)).toEqual(['2026-06-30', '2026-07-01', '2026-07-02']);
    expect(days.some(({ sensitiveDates }) => sensitiveDates.length > 0)).toBe(true);
  });

  it.each([
    ['2026-02-30', '2026-03-02'],
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01', '2026-06-01'],
  ])('from %s to %s are refused', async (from, to) => {
    const calendar = office.app.get(MatterCalendar, { strict: false });
    const asked = calendar.between(office.database.reader, { from, to }, as(officer));
    expect(await refused(asked)).toEqual([400]);
  });
});
