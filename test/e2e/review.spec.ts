import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGraveJudgement, aJudgement, Case } from '../support/incidents.js';
import { hire, signInAsBootstrap, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Program } from '../support/program.js';
import { ALL_CHECKS, Text, aChannel } from '../support/texts.js';
import type { TextPage } from '../support/texts.js';
import { freshDatabase } from '../support/workspace.js';

const LINK = 'https://www.qingyuan.example/notice/1';

let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
let admin: Person;
let monitor: Person;
let analyst: Person;
let drafter: Person;
let reviewer: Person;
let editor: Person;
let leader: Person;
let channelId: string;

beforeAll(async () => {
  workspace = await freshDatabase();
  program = await Program.start({ env: workspace.env });
  const { url } = program;
  admin = await signInAsBootstrap(url);
  monitor = await hire(url, admin, { username: 'monitor', roles: ['monitor'] });
  analyst = await hire(url, admin, { username: 'analyst', roles: ['analyst'] });
  drafter = await hire(url, admin, { username: 'drafter', roles: ['handler'], unit: 'water' });
  reviewer = await hire(url, admin, { username: 'reviewer', roles: ['reviewer'], unit: 'water' });
  editor = await hire(url, admin, { username: 'editor', roles: ['reviewer'], unit: 'cyberspace' });
  leader = await hire(url, admin, { username: 'leader', roles: ['leader'] });
  channelId = await aChannel(drafter);
});

afterAll(async () => {
  await program.stop();
  await workspace.close();
});

async function incident(severity: 'II' | 'IV'): Promise<Case> {
  const unitId = await unitIdOf(admin, 'water');
  const found = await Case.log(monitor);
  await found.give(monitor, 'report', { severity });
  await found.give(
    analyst,
    'judge',
    severity === 'II' ? aGraveJudgement(unitId) : aJudgement(unitId),
  );
  if (severity === 'II') await found.give(leader, 'concur');
  await found.give(analyst, 'set-verdict', {
    verdict: 'false',
    evidence: [{ text: '检测报告第 12 号' }],
  });
  return found;
}

const write = (given: object = {}): Promise<Text> =>
  Text.write(drafter, {
    ...{ title: '关于城东水质的说明', body: '经检测，各项指标合格。', channelIds: [channelId] },
    ...given,
  });

const links = { links: [] as object[] };

const listed = async (by: Person, query: string): Promise<readonly TextPage[]> =>
  ((await by.get(`/releases?limit=200&${query}`)) as { items: readonly TextPage[] }).items;

describe('a text', () => {
  beforeAll(() => {
    links.links.push({ channelId, url: LINK });
  });

  it('goes from draft to publication, and everybody finds it where it waits for them', async () => {
    const found = await incident('IV');
    const text = await write({ incidentId: found.id });
    const waitsFor = async (by: Person): Promise<boolean> =>
      (await listed(by, 'waiting=true')).some(({ id }) => id === text.id);
    expect(await waitsFor(drafter)).toBe(true);
    await text.give(drafter, 'submit');
    expect([await waitsFor(drafter), await waitsFor(reviewer), await waitsFor(leader)]).toEqual([
      false,
      true,
      false,
    ]);
    await text.give(reviewer, 'approve', { ...ALL_CHECKS, textVersion: 1 });
    expect([await waitsFor(reviewer), await waitsFor(editor), await waitsFor(leader)]).toEqual([
      false,
      true,
      true,
    ]);
    await text.give(leader, 'approve', { ...ALL_CHECKS, note: '可以发' });
    expect(await waitsFor(drafter)).toBe(true);
    const page = await text.give(drafter, 'publish', { ...links, captureText: '页面文字' });
    expect(page).toMatchObject({ state: 'published', publishedVersion: 1 });
    expect(page.reviews.map(({ seat, by: { id } }) => [seat, id])).toEqual([
      ['unit', reviewer.id],
      ['publicity', leader.id],
    ]);
    const { deadlines } = (await analyst.get(`/incidents/${found.id}`)) as Case['page'];
    expect(deadlines).toContainEqual(
      expect.objectContaining({ clock: 'first-response', state: 'met' }),
    );
    const published = await listed(analyst, `state=published&incidentId=${found.id}`);
    expect(published.map(({ id }) => id)).toEqual([text.id]);
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
  });

  it('is not reviewed by its drafter, whom no screen offers it', async () => {
    const both = await hire(program.url, admin, {
      ...{ username: 'both', roles: ['handler', 'reviewer', 'leader'], unit: 'water' },
    });
    const text = await Text.write(both, { title: '说明', body: '合格。', channelIds: [channelId] });
    await text.give(both, 'submit');
    const offered = text.page.allowed.find(({ command }) => command === 'approve');
    expect(offered?.needs).toHaveLength(1);
    expect(await text.refusedTo(both, 'approve', ALL_CHECKS)).toEqual({
      status: 422,
      codes: ['review.own-text'],
    });
  });

  it('that changed since it was opened is not approved: 409 by its page, 422 by its version', async () => {
    const text = await write();
    await text.give(drafter, 'submit');
    const opened = await text.seenBy(reviewer);
    await text.give(drafter, 'revise', { body: '经检测，全部合格。' });
    await text.give(drafter, 'submit');
    const path = `/releases/${text.id}/commands/approve`;
    const stale = { ...ALL_CHECKS, expectedVersion: opened.version };
    expect(await reviewer.refused('POST', path, stale)).toMatchObject({
      ...{ status: 409, code: 'version.stale' },
    });
    expect(await text.refusedTo(reviewer, 'approve', { ...ALL_CHECKS, textVersion: 1 })).toEqual({
      status: 422,
      codes: ['review.text-changed'],
    });
  });

  it('is not published unreviewed, without links, or on a channel that is not registered', async () => {
    const text = await write();
    const refused = await text.refusedTo(drafter, 'publish', { links: [] });
    expect(refused.status).toBe(422);
    expect(refused.codes).toEqual(
      expect.arrayContaining(['publish.not-reviewed', 'publish.link-missing', 'param.required']),
    );
    const elsewhere = '00000000-0000-7000-8000-000000000000';
    const body = { title: '说明', body: '合格。', channelIds: [elsewhere] };
    expect(await drafter.refused('POST', '/releases', body)).toMatchObject({
      status: 422,
      reasons: [{ code: 'channel.not-registered' }],
    });
  });

  it('names every wrong thing of a draft at once, in the language of the account', async () => {
    const body = {
      ...{ title: '说明', body: '合格。', channelIds: ['00000000-0000-7000-8000-000000000000'] },
      publishAt: '2020-01-01T00:00:00Z',
    };
    const { status, errors } = await drafter.refused('POST', '/releases', body);
    expect(status).toBe(422);
    expect(errors?.map(({ path }) => path).sort()).toEqual(['channelIds.0', 'publishAt']);
  });

  it('says what the redactor took out', async () => {
    const text = await write({ body: '请致电 13800138000，或拨打 12345。' });
    expect(text.page.versions).toMatchObject([
      { body: '请致电 [电话]，或拨打 12345。', redacted: { phone: 1 } },
    ]);
  });

  it('keeps who has seen which version, and what was ticked so far', async () => {
    const text = await write();
    await text.give(drafter, 'submit');
    const path = `/releases/${text.id}`;
    await reviewer.must('POST', `${path}/seen`, { version: 1 });
    await reviewer.must('PUT', `${path}/checks/legal`, { version: 1, ticked: true });
    await reviewer.must('PUT', `${path}/checks/wording`, { version: 1, ticked: true });
    await reviewer.must('PUT', `${path}/checks/legal`, { version: 1, ticked: false });
    const page = await text.seenBy(reviewer);
    expect(page.seen).toMatchObject([{ version: 1, by: { id: reviewer.id } }]);
    expect(page.ticks.map(({ check }) => check)).toEqual(['wording']);
    expect(await reviewer.refused('POST', `${path}/seen`, { version: 9 })).toMatchObject({
      errors: [{ path: 'version' }],
    });
  });

  it('of an incident that is not theirs does not exist for a handler of another unit', async () => {
    const other = await hire(program.url, admin, {
      ...{ username: 'other', roles: ['handler'], unit: 'transport' },
    });
    const text = await write({ incidentId: (await incident('IV')).id });
    expect((await other.refused('GET', `/releases/${text.id}`)).status).toBe(404);
    expect((await text.refusedTo(other, 'submit')).status).toBe(404);
    expect(await listed(other, '')).toEqual([]);
  });
});

describe('what is out', () => {
  async function published(): Promise<Text> {
    const text = await write({ incidentId: (await incident('II')).id });
    await text.give(drafter, 'submit');
    expect(text.page.state).toBe('urgent-review');
    await text.give(leader, 'approve', ALL_CHECKS);
    await text.give(reviewer, 'approve', ALL_CHECKS);
    await text.give(editor, 'publish', links);
    return text;
  }

  it('is corrected by a new text after a review of its own, with both on record', async () => {
    const text = await published();
    await text.give(drafter, 'correct', { body: '经复检，一项指标略超标。', reason: '复检' });
    expect(text.page).toMatchObject({ state: 'urgent-review', publishedVersion: 1 });
    await text.give(reviewer, 'approve', ALL_CHECKS);
    await text.give(editor, 'approve', ALL_CHECKS);
    await text.give(editor, 'publish', links);
    expect(text.page).toMatchObject({ state: 'published', publishedVersion: 2 });
    expect(text.page.publications.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['published', null],
      ['corrected', '复检'],
    ]);
  });

  it('is withdrawn with a reason, by a leader only', async () => {
    const text = await published();
    expect((await text.refusedTo(drafter, 'withdraw', { reason: '错' })).status).toBe(403);
    expect((await text.refusedTo(leader, 'withdraw', { reason: ' ' })).codes).toEqual([
      'param.required',
    ]);
    await text.give(leader, 'withdraw', { reason: '数据有误' });
    expect(text.page.state).toBe('withdrawn');
    expect(text.page.publications.at(-1)).toMatchObject({ kind: 'withdrawn', reason: '数据有误' });
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
  });
});
