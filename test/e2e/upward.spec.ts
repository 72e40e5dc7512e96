import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClient } from '#testing';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Listener } from '../support/stream.js';
import { linkTo, reportFields } from '../support/upward-words.js';
import { textInZip } from '../support/zip.js';

interface ReportPage {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly sha256: string | null;
  readonly missing: readonly string[];
  readonly allowed: readonly string[];
  readonly receiver: { readonly name: string } | null;
}

const DAY_MS = 24 * 3_600_000;
let scene: Scene;
let owner: Owner;
/** Of the unit above, and nothing but a handler: all that they see is what was sent to them. */
let above: Person;
let incident: Case;

beforeAll(async () => {
  scene = await openScene(
    new ConfigCopy().set('organisation.yaml', {
      superiors: [{ code: 'city-duty', name: '市委总值班室', email: 'duty@city.example' }],
    }),
  );
  owner = await Owner.of(scene.databaseUrl);
  above = await hire(scene.program.url, scene.office.admin, {
    ...{ username: 'above', roles: ['handler'], unit: 'city-cyberspace' },
  });
  incident = await Case.log(scene.office.monitor);
});

afterAll(async () => {
  await owner.close();
  await scene.close();
});

const draft = async (type: string, more: object = {}): Promise<ReportPage> =>
  (await scene.office.officer.post(`/incidents/${incident.id}/upward-reports`, {
    type,
    ...more,
  })) as ReportPage;

const act = async (by: Person, id: string, name: string, body: object = {}): Promise<ReportPage> =>
  (await by.post(`/upward-reports/${id}/${name}`, body)) as ReportPage;

describe('an upward report', () => {
  let report: ReportPage;

  it('is refused with every reason at once when it makes no sense', async () => {
    const { officer } = scene.office;
    const path = `/incidents/${incident.id}/upward-reports`;
    const problem = await officer.refused('POST', path, {
      ...{ type: 'final', body: 'a', fields: reportFields('b') },
      ...{ receiverUnitId: await unitIdOf(officer, 'water') },
    });
    expect(problem).toMatchObject({ status: 422, code: 'upward-report.refused' });
    expect(problem.reasons?.map(({ code }) => code)).toEqual([
      ...['upward-report.initial-missing', 'upward-report.both', 'upward-report.unknown-receiver'],
    ]);
    expect(await officer.refused('POST', path, { type: 'weekly' })).toMatchObject({ status: 400 });
    // No e-mail is set up, so nobody is written to.
    expect(
      await officer.refused('POST', path, { type: 'initial', receiverCode: 'city-duty' }),
    ).toMatchObject({ reasons: [{ code: 'upward-report.no-mail' }] });
  });

  it('is drafted from the record, says what is open, and is nothing that the unit above may see yet', async () => {
    report = await draft('initial');
    expect(report).toMatchObject({
      state: 'draft',
      receiver: { name: '市委网信办' },
      sha256: null,
    });
    expect(report.missing).toEqual(expect.arrayContaining(['harm', 'leaders']));
    expect(report.body).toContain('清源论坛');
    expect(await above.refused('GET', `/upward-reports/${report.id}`)).toMatchObject({
      status: 404,
    });
    expect(await above.get('/upward-reports')).toEqual({ items: [], nextCursor: null });
  });

  it('is written as a given text, too, when one is given', async () => {
    await act(scene.office.officer, report.id, 'withdraw');
    report = await draft('initial', { body: '一段。\n二段。' });
    expect(report).toMatchObject({ missing: [], state: 'draft' });
    expect(report.body).toContain('一段。\n二段。');
  });

  it('is sent by a leader alone; whoever is asked above hears of it, and nobody else of another unit', async () => {
    const { officer, leader, handler } = scene.office;
    const path = `/upward-reports/${report.id}/send`;
    expect(await officer.refused('POST', path, {})).toMatchObject({ status: 403 });
    const [page, other] = await Promise.all([
      Listener.open(scene.program.url, above),
      Listener.open(scene.program.url, handler),
    ]);
    await Promise.all(
      [page, other].map((one) => one.hear('hello', ({ event }) => event === 'hello')),
    );
    report = await act(leader, report.id, 'send', { expectedVersion: report.version });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    await page.hear('the report', ({ data }) => data['id'] === report.id);
    expect(JSON.stringify(other.messages)).not.toContain(report.id);
    await Promise.all([page.close(), other.close()]);
    expect(await handler.refused('GET', `/upward-reports/${report.id}`)).toMatchObject({
      status: 404,
    });
  });

  it('that was sent is not changed any more', async () => {
    const problem = await scene.office.leader.refused('PATCH', `/upward-reports/${report.id}`, {
      ...{ expectedVersion: report.version, title: '改' },
    });
    expect(problem).toMatchObject({ status: 422, code: 'workflow.refused' });
    expect(await scene.office.leader.get(`/upward-reports/${report.id}`)).toMatchObject({
      ...{ title: report.title, sha256: report.sha256, version: report.version },
    });
  });

  it('is a Word file that says the same, for those who may read it', async () => {
    const answer = await fetch(`${scene.program.url}/api/v1/upward-reports/${report.id}.docx`, {
      headers: { cookie: above.client.cookie ?? '' },
    });
    expect(answer.status).toBe(200);
    const word = textInZip(Buffer.from(await answer.arrayBuffer()), 'word/document.xml');
    for (const line of report.body.split('\n')) expect(word).toContain(line);
  });

  it('is acknowledged above, once', async () => {
    const { officer } = scene.office;
    const path = `/upward-reports/${report.id}/acknowledge`;
    expect(await officer.refused('POST', path, {})).toMatchObject({ status: 403 });
    expect(await act(above, report.id, 'acknowledge')).toMatchObject({ state: 'acknowledged' });
    expect(await above.refused('POST', path, {})).toMatchObject({ status: 422 });
  });
});

describe('the link of a report', () => {
  let stranger: TestClient;
  const inADay = (): Date => new Date(Date.now() + DAY_MS);

  beforeAll(() => {
    stranger = new TestClient(scene.program.url);
  });

  async function sentWithLink(expiresAt: Date): Promise<{ id: string; path: string }> {
    const { id } = await draft('follow-up');
    await act(scene.office.leader, id, 'send');
    return { id, path: `/api/v1/received/${await linkTo(owner, id, expiresAt)}` };
  }

  const stateOf = async (id: string): Promise<string> =>
    ((await scene.office.officer.get(`/upward-reports/${id}`)) as ReportPage).state;

  it('shows the report to whoever holds it, does nothing by that, and acknowledges once', async () => {
    const { id, path } = await sentWithLink(inADay());
    const shown = await stranger.get(path);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.body).toMatchObject({ state: 'valid', sender: '县委网信办' });
    expect(await stateOf(id)).toBe('sent');
    expect((await stranger.post(path)).status).toBe(200);
    expect(await stateOf(id)).toBe('acknowledged');
    const again = await stranger.post(path);
    expect({ status: again.status, code: again.body?.['code'] }).toEqual({
      ...{ status: 410, code: 'link.used' },
    });
    expect((await stranger.get(path)).body).toMatchObject({ state: 'used', blocks: [] });
  });

  it('returns with a question; a blank one is none', async () => {
    const { id, path } = await sentWithLink(inADay());
    expect((await stranger.post(path, { question: '  ' })).status).toBe(400);
    expect((await stranger.post(path, { question: '影响多少户？' })).status).toBe(200);
    expect(await stateOf(id)).toBe('returned');
  });

  it('that has expired opens nothing', async () => {
    const { id, path } = await sentWithLink(new Date(Date.now() - 1));
    expect((await stranger.get(path)).body).toMatchObject({ state: 'expired', blocks: [] });
    expect((await stranger.post(path)).body).toMatchObject({ status: 410, code: 'link.expired' });
    expect(await stateOf(id)).toBe('sent');
  });

  it('that somebody has tampered with is unknown', async () => {
    const { id, path } = await sentWithLink(inADay());
    const tampered = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
    expect((await stranger.get(tampered)).status).toBe(404);
    expect((await stranger.post(tampered)).status).toBe(404);
    expect(await stateOf(id)).toBe('sent');
  });
});
