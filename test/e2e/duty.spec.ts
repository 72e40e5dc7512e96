import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy } from '../support/config.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, aLayer, aSchedule, iso, shiftAt } from '../support/duty.js';
import type { CoveragePage, SchedulePage, ShiftPage, SwapPage } from '../support/duty.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Program } from '../support/program.js';
import { Listener } from '../support/stream.js';
import { until } from '../support/until.js';
import { freshDatabase } from '../support/workspace.js';
import { textInZip } from '../support/zip.js';

/** Late after two seconds; everything else of a shift's end may be done a minute before it. */
const config = new ConfigCopy().set('duty.yaml', {
  shift: {
    remindBefore: ['PT20S', 'PT10S'],
    signIn: { opens: 'PT1M', closes: 'PT2S' },
    signOutOpens: 'PT1M',
    handOverWithin: 'PT1M',
    closeAfter: 'PT2M',
    planAhead: 'P14D',
  },
});
/** Long enough for what has to be done before it, on a busy machine. */
const SOON_MS = 40_000;

let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
let admin: Person;
let zhou: Person;
let chen: Person;
let lin: Person;
let boss: Person;
let schedule: SchedulePage;
const start = Date.now();

const officer = (username: string): Promise<Person> =>
  hire(program.url, admin, { username, roles: ['officer'], unit: 'cyberspace' });

beforeAll(async () => {
  workspace = await freshDatabase();
  program = await Program.start({ env: { ...workspace.env, ...config.env } });
  admin = await signInAsBootstrap(program.url);
  [zhou, chen, lin] = [await officer('zhou'), await officer('chen'), await officer('lin')];
  boss = await hire(program.url, admin, { username: 'boss', roles: ['leader'] });
});

afterAll(async () => {
  await program.stop();
  await workspace.close();
  config.remove();
});

const window = (days: number): string => `from=${iso(start)}&to=${iso(start + days * DAY_MS)}`;
const coverage = async (days: number): Promise<CoveragePage> =>
  (await zhou.get(`/schedules/${schedule.id}/coverage?${window(days)}`)) as CoveragePage;
/** The middle of the first officer's n-th turn from now: 0 is today's. */
const turn = (n: number): number => start + n * DAY_MS;
const act = async (by: Person, shift: ShiftPage, name: string, body: object = {}) =>
  (await by.post(`/shifts/${shift.id}/${name}`, body)) as ShiftPage;

describe('a rota', () => {
  it('is made by a leader, and by nobody below', async () => {
    const rules = aSchedule([zhou, chen, lin], [boss]);
    expect(await zhou.refused('POST', '/schedules', rules)).toMatchObject({ status: 403 });
    schedule = (await boss.post('/schedules', rules)) as SchedulePage;
    expect(schedule).toMatchObject({
      ...{ name: '网信值班室', version: 1, archivedAt: null, positions: rules['positions'] },
      people: [zhou, chen, lin, boss].map(({ id, username: name }) => ({ id, name })),
    });
    expect(await zhou.get('/schedules')).toEqual({ items: [schedule] });
    expect(await zhou.get(`/schedules/${schedule.id}`)).toEqual(schedule);
  });

  it('is late to be signed in to after its time, which climbs to the leader on duty, and stops', async () => {
    const mine = await shiftAt(zhou, 'officer', start);
    const ladder = async () =>
      (await boss.get(`/escalations?subjectId=${mine.id}`)) as {
        items: { state: string; notified: { user: { id: string } }[] }[];
      };
    await until('the leader on duty is told', async () => {
      const { items } = await ladder();
      return items.some(({ notified }) => notified.some(({ user }) => user.id === boss.id));
    });
    expect(await act(zhou, mine, 'sign-in')).toMatchObject({ state: 'on-duty', late: true });
    expect((await ladder()).items.map(({ state }) => state)).toEqual(['stopped']);
  });

  it('covers the days ahead; its shifts have the ids that its calendar shows', async () => {
    const { segments, gaps, conflicts, days } = await coverage(14);
    const officers = segments.filter(({ position }) => position === 'officer');
    expect(officers.slice(0, 4).map(({ userId }) => userId)).toEqual(
      [zhou, chen, lin, zhou].map(({ id }) => id),
    );
    expect({ gaps, conflicts }).toEqual({ gaps: [], conflicts: [] });
    expect(days).toHaveLength(15);
    const { items } = (await zhou.get(`/shifts?${window(14)}`)) as { items: ShiftPage[] };
    expect(new Set(items.map(({ id }) => id))).toEqual(
      new Set(segments.map(({ shift }) => shift?.id)),
    );
    const later = items.find(({ user }) => user.id === lin.id);
    expect(await lin.get(`/shifts/${String(later?.id)}`)).toMatchObject({ ...later, log: [] });
  });

  it('says who is on duty now, what comes next, and what is mine', async () => {
    const now = await zhou.get('/duty/now');
    expect(now).toMatchObject({
      positions: [
        { position: 'officer', gap: false, people: [{ id: zhou.id, signedIn: true }] },
        { position: 'deputy', gap: true, people: [] },
        { position: 'leader', gap: false, people: [{ id: boss.id, signedIn: false }] },
      ],
      nextHandover: { position: 'officer', from: { id: zhou.id }, to: { id: chen.id } },
      mine: { user: { id: zhou.id }, state: 'on-duty' },
      myNext: { user: { id: zhou.id }, state: 'planned' },
    });
  });

  it('shows what an edit would do before it is saved, and saves nothing', async () => {
    const { from, to } = await shiftAt(zhou, 'officer', turn(1));
    const override = { position: 'officer', from, to, userId: lin.id };
    const rules = aSchedule([zhou, chen, lin], [boss], {
      positions: [{ position: 'officer', layers: [aLayer([zhou, chen, lin])] }],
    });
    const body = { schedule: rules, from: iso(start), to: iso(turn(3)), scheduleId: schedule.id };
    const preview = (await zhou.post('/schedules/preview', { ...body, override })) as CoveragePage;
    expect(preview.changes).toEqual([
      { position: 'officer', from, to, before: chen.id, after: lin.id },
      expect.objectContaining({ position: 'leader', before: boss.id, after: null }),
    ]);
    expect(preview.segments.map(({ userId }) => userId)).toContain(lin.id);
    expect((await shiftAt(zhou, 'officer', turn(1))).user.id).toBe(chen.id);
  });

  it('warns of whom nothing but the application reaches', async () => {
    const { items } = (await zhou.get('/duty/warnings?days=3')) as {
      items: { kind: string; user?: { id: string } }[];
    };
    const unreachable = items.filter(({ kind }) => kind === 'no-channel');
    expect(new Set(unreachable.map(({ user }) => user?.id))).toEqual(
      new Set([zhou, chen, lin, boss].map(({ id }) => id)),
    );
  });
});

describe('an override', () => {
  it('takes the shift of whom the layers name, and gives it back', async () => {
    const before = await shiftAt(zhou, 'officer', turn(2));
    const { from, to } = before;
    const path = `/schedules/${schedule.id}/overrides`;
    const body = { position: 'officer', from, to, userId: chen.id, reason: '参加培训' };
    expect(await lin.refused('POST', path, body)).toMatchObject({ status: 403 });
    const override = (await boss.post(path, body)) as { id: string };
    expect(override).toMatchObject({ via: 'override', user: { id: chen.id }, reason: '参加培训' });
    expect(await zhou.get(`${path}?${window(14)}`)).toEqual({ items: [override] });
    expect(await shiftAt(zhou, 'officer', turn(2))).toMatchObject({
      ...{ user: { id: chen.id }, via: 'override' },
    });
    await boss.must('DELETE', `/overrides/${override.id}`);
    const { id, user, via, state } = before;
    expect(await shiftAt(zhou, 'officer', turn(2))).toMatchObject({ id, user, via, state });
    expect(await zhou.get(`${path}?${window(14)}`)).toEqual({ items: [] });
  });
});

describe('a leave', () => {
  it('leaves a gap that is warned of, with somebody to take it; why is for oneself and leaders', async () => {
    const { from, to } = await shiftAt(zhou, 'officer', turn(5));
    const body = { userId: lin.id, from, to, note: '探亲' };
    expect(await zhou.refused('POST', '/leaves', body)).toMatchObject({ status: 403 });
    const leave = (await lin.post('/leaves', { from, to, note: '探亲' })) as { id: string };
    const seen = async (by: Person) =>
      (await by.get(`/leaves?${window(14)}`)) as { items: { note: string | null }[] };
    expect((await seen(boss)).items).toMatchObject([{ user: { id: lin.id }, note: '探亲' }]);
    expect((await seen(zhou)).items).toMatchObject([{ user: { id: lin.id }, note: null }]);
    expect((await coverage(14)).gaps).toEqual([{ position: 'officer', from, to }]);
    expect(await zhou.get('/duty/warnings')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ kind: 'gap', position: 'officer', from, to }),
      ]),
    });
    const path = `/schedules/${schedule.id}/suggestions?position=officer&from=${from}&to=${to}`;
    const { items } = (await boss.get(path)) as {
      items: { user: { id: string }; score: number; reason: { zh: string; en: string } }[];
    };
    expect(new Set(items.map(({ user }) => user.id))).toEqual(new Set([zhou.id, chen.id]));
    expect(items[0]!.score).toBeGreaterThanOrEqual(items[1]!.score);
    expect(items[0]!.reason).toEqual({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/^[^\p{Script=Han}]+$/u),
    });
    await lin.must('DELETE', `/leaves/${leave.id}`);
    expect((await coverage(14)).gaps).toEqual([]);
  });
});

describe('a swap', () => {
  const offer = async (by: Person, body: object): Promise<SwapPage> =>
    (await by.post(`/schedules/${schedule.id}/swaps`, body)) as SwapPage;
  const settle = async (by: Person, { id, version }: SwapPage, name: string): Promise<SwapPage> =>
    (await by.post(`/swaps/${id}/${name}`, { expectedVersion: version })) as SwapPage;
  const whoIs = async (n: number) => {
    const { user, via } = await shiftAt(zhou, 'officer', turn(n));
    return { id: user.id, via };
  };

  it('offered to one, with a shift in return, counts when that one takes it', async () => {
    const [mine, theirs] = [
      await shiftAt(chen, 'officer', turn(4)),
      await shiftAt(lin, 'officer', turn(5)),
    ];
    const swap = await offer(chen, {
      ...{ shiftId: mine.id, toUserId: lin.id, returnShiftId: theirs.id, note: '接孩子' },
    });
    expect(swap).toMatchObject({ state: 'offered', needsApproval: false, note: '接孩子' });
    expect(await zhou.refused('POST', `/swaps/${swap.id}/accept`, {})).toMatchObject({
      ...{ status: 422, reasons: [{ code: 'swap.not-asked' }] },
    });
    const taken = await settle(lin, swap, 'accept');
    expect(taken).toMatchObject({ state: 'confirmed', takenBy: { id: lin.id } });
    expect(await whoIs(4)).toEqual({ id: lin.id, via: 'swap' });
    expect(await whoIs(5)).toEqual({ id: chen.id, via: 'swap' });
    expect(await lin.get('/swaps?mine=true&state=confirmed')).toMatchObject({
      items: [{ id: swap.id }],
    });
  });

  it('offered to all may be given back, and waits for a leader where the schedule asks for it', async () => {
    const rules = aSchedule([zhou, chen, lin], [boss], { swapNeedsApproval: true });
    const change = { ...rules, expectedVersion: schedule.version };
    schedule = (await boss.must('PUT', `/schedules/${schedule.id}`, change)) as SchedulePage;
    expect(await boss.refused('PUT', `/schedules/${schedule.id}`, change)).toMatchObject({
      ...{ status: 409, code: 'version.stale' },
    });
    const mine = await shiftAt(zhou, 'officer', turn(6));
    const swap = await offer(zhou, { shiftId: mine.id });
    const taken = await settle(lin, swap, 'accept');
    expect(taken).toMatchObject({ state: 'taken', takenBy: { id: lin.id } });
    const free = await settle(lin, taken, 'release');
    expect(free).toMatchObject({ state: 'offered', takenBy: null });
    const again = await settle(chen, free, 'accept');
    expect(await whoIs(6)).toEqual({ id: zhou.id, via: 'layer' });
    expect(await chen.refused('POST', `/swaps/${swap.id}/approve`, {})).toMatchObject({
      status: 403,
    });
    expect(await settle(boss, again, 'approve')).toMatchObject({ state: 'confirmed' });
    expect(await whoIs(6)).toEqual({ id: chen.id, via: 'swap' });
  });

  it('can be arranged by a leader for both, declined, and withdrawn', async () => {
    const mine = await shiftAt(zhou, 'officer', turn(9));
    const body = { shiftId: mine.id, arrangeWith: lin.id };
    expect(await offer(boss, body)).toMatchObject({ state: 'confirmed', takenBy: { id: lin.id } });
    expect(await whoIs(9)).toEqual({ id: lin.id, via: 'swap' });
    const other = { shiftId: (await shiftAt(chen, 'officer', turn(10))).id, toUserId: zhou.id };
    expect(await settle(zhou, await offer(chen, other), 'decline')).toMatchObject({
      state: 'declined',
    });
    expect(await settle(chen, await offer(chen, other), 'withdraw')).toMatchObject({
      state: 'withdrawn',
    });
    expect(await whoIs(10)).toEqual({ id: chen.id, via: 'layer' });
  });
});

describe('a shift', () => {
  it('is kept, checked, handed over with both signatures, and signed out of', async () => {
    const listener = await Listener.open(program.url, chen);
    const mine = await shiftAt(zhou, 'officer', Date.now());
    const tomorrow = await shiftAt(chen, 'officer', turn(1));
    expect(await chen.refused('POST', `/shifts/${tomorrow.id}/sign-in`)).toMatchObject({
      ...{ status: 422, reasons: [{ code: 'sign-in.too-early' }] },
    });
    const [from, to] = [Date.now() + SOON_MS, Date.now() + SOON_MS + 10 * MINUTE_MS];
    const relief = { position: 'officer', from: iso(from), to: iso(to), userId: chen.id };
    await boss.post(`/schedules/${schedule.id}/overrides`, relief);
    const next = await shiftAt(chen, 'officer', from);
    expect(await act(chen, next, 'sign-in')).toMatchObject({ state: 'on-duty', late: false });
    await listener.hear('of the sign-in', ({ event, data }) => {
      return event === 'shift.changed' && data['id'] === next.id && data['state'] === 'on-duty';
    });
    await listener.close();

    const entry = { text: '城东来电反映停水', source: '12345', open: true };
    await act(zhou, mine, 'log', entry);
    const { log } = await act(zhou, mine, 'log', { text: '网民询问水费', open: true });
    const entryId = log.find(({ text }) => text === '网民询问水费')?.id;
    const closed = await act(zhou, mine, 'close-entry', { entryId, outcome: '已答复' });
    expect(closed.log.map(({ open }) => open)).toEqual([true, false]);
    expect(await zhou.refused('POST', `/shifts/${mine.id}/check`)).toMatchObject({ status: 403 });
    expect((await act(boss, mine, 'check')).checks).toMatchObject([{ answeredAt: null }]);
    expect((await act(zhou, mine, 'answer')).checks).toMatchObject([
      { answeredAt: expect.any(String) },
    ]);
    await act(boss, tomorrow, 'plan-check');
    const incident = await Case.log(zhou);

    expect(await zhou.refused('POST', `/shifts/${mine.id}/sign-out`, {})).toMatchObject({
      ...{ status: 422, reasons: [{ code: 'sign-out.handover-missing', path: 'reason' }] },
    });
    expect(await zhou.get(`/shifts/${mine.id}/handover`)).toMatchObject({
      matters: [{ type: 'incident', id: incident.id, number: incident.page.number }],
      entries: [{ text: entry.text }],
      incoming: { id: chen.id },
      handover: null,
    });
    const handover = (await zhou.post(`/shifts/${mine.id}/handover`, { notes: '留意城东' })) as {
      id: string;
    };
    expect(handover).toMatchObject({
      ...{ state: 'waiting', notes: '留意城东', matters: [{ id: incident.id }] },
      ...{ outgoingSignedAt: expect.any(String), incomingSignedAt: null },
    });
    const sign = `/handovers/${handover.id}/sign`;
    expect(await lin.refused('POST', sign)).toMatchObject({ status: 403 });
    expect(await chen.post(sign)).toMatchObject({
      ...{ state: 'done', incomingSignedAt: expect.any(String) },
    });
    expect(await chen.get(`/shifts/${next.id}`)).toMatchObject({
      log: [{ text: entry.text, source: '12345', open: true, by: null }],
    });
    expect(await act(zhou, mine, 'sign-out')).toMatchObject({ state: 'ended' });
  }, 60_000);
});

describe('what is worked out from a rota', () => {
  it('is how fairly it is shared', async () => {
    const path = `/schedules/${schedule.id}/fairness?from=${iso(start + DAY_MS)}&to=${iso(start + 13 * DAY_MS)}`;
    const { people } = (await zhou.get(path)) as {
      people: { user: { id: string }; position: string; hours: number; versusMean: Load }[];
    };
    const officers = people.filter(({ position }) => position === 'officer');
    expect(officers).toHaveLength(3);
    expect(officers.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(12 * 24, 3);
    const off = officers.reduce((sum, { versusMean }) => sum + versusMean.hours, 0);
    expect(off).toBeCloseTo(0, 3);
  });

  it('is the sheet for the wall, with everybody on it', async () => {
    const month = iso(start + 8 * HOUR_MS).slice(0, 7);
    const path = `/api/v1/schedules/${schedule.id}/roster.docx?month=${month}`;
    const answer = await fetch(program.url + path, {
      headers: { cookie: zhou.client.cookie ?? '' },
    });
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    const sheet = textInZip(Buffer.from(await answer.arrayBuffer()), 'word/document.xml');
    expect(sheet).toContain(`${month.slice(0, 4)}年${String(Number(month.slice(5)))}月值班表`);
    for (const { username } of [zhou, boss]) expect(sheet).toContain(username);
  });

  it('is a calendar by a secret address, until there is a new one', async () => {
    const link = async (): Promise<string> => {
      const { url } = (await lin.post('/calendar-links')) as { url: string };
      return program.url + new URL(url).pathname;
    };
    const first = await link();
    const feed = await fetch(first);
    expect(feed.headers.get('content-type')).toMatch(/^text\/calendar/);
    const text = await feed.text();
    const mine = await shiftAt(lin, 'officer', turn(2));
    expect(text).toContain(`UID:${mine.id}`);
    expect(text).toContain(`DTSTART:${mine.from.replaceAll(/[-:]|\.\d+/g, '')}`);
    const theirs = await shiftAt(chen, 'officer', turn(1));
    expect(text).not.toContain(theirs.id);
    const second = await link();
    const statuses = [first, second, first.replace(/.{4}\.ics$/, 'xxxx.ics')].map(async (url) => {
      return (await fetch(url)).status;
    });
    expect(await Promise.all(statuses)).toEqual([404, 200, 404]);
    await lin.must('DELETE', '/calendar-links');
    expect((await fetch(second)).status).toBe(404);
  });
});

describe('a rota that is put away', () => {
  it('names nobody from then on, and what it said can still be read', async () => {
    const { version: expectedVersion, id } = schedule;
    expect(await boss.post(`/schedules/${id}/archive`, { expectedVersion })).toMatchObject({
      archivedAt: expect.any(String),
    });
    expect(await zhou.get('/duty/now')).toMatchObject({
      positions: [{ gap: true }, { gap: true }, { gap: true }],
    });
    const past = `from=${iso(start - 5 * HOUR_MS)}&to=${iso(start)}`;
    const { segments } = (await zhou.get(`/schedules/${id}/coverage?${past}`)) as CoveragePage;
    expect(segments.map(({ userId }) => userId).sort()).toEqual([zhou.id, boss.id].sort());
    const body = { position: 'officer', userId: lin.id, from: iso(turn(2)), to: iso(turn(3)) };
    expect(await boss.refused('POST', `/schedules/${id}/overrides`, body)).toMatchObject({
      ...{ status: 422, reasons: [{ code: 'schedule.archived' }] },
    });
  });
});

interface Load {
  readonly hours: number;
}
