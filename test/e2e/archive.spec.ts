import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '#platform';
import { Owner } from '../support/database.js';
import { aJudgement, Case } from '../support/incidents.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let one: Case;
let everybody: Person;
let stranger: Person;

beforeAll(async () => {
  scene = await openScene();
  const { url } = scene.program;
  const { admin, analyst } = scene.office;
  everybody = await hire(url, admin, {
    ...{ username: 'everybody', unit: 'water' },
    roles: ['monitor', 'officer', 'analyst', 'handler', 'leader'],
  });
  stranger = await hire(url, admin, {
    ...{ username: 'transport-handler', roles: ['handler'], unit: 'transport' },
  });
  one = await disposed();
  await one.give(analyst, 'archive', { summary: '谣言', lessons: '及时公布' });
});
afterAll(() => scene.close());

async function disposed(): Promise<Case> {
  const incident = await Case.log(everybody);
  await incident.give(everybody, 'report', { severity: 'IV' });
  await incident.give(everybody, 'judge', aJudgement(await unitIdOf(everybody, 'water')));
  await incident.give(everybody, 'start-disposal', {
    actions: [{ title: '核实', kind: 'verify', dueAt: '2099-01-01T00:00:00Z' }],
  });
  const [action] = incident.page.actions;
  await incident.give(everybody, 'complete-action', { actionId: action?.id, result: '属实' });
  const evidence = [{ text: '检测报告' }];
  await incident.give(everybody, 'set-verdict', { verdict: 'false', evidence });
  await incident.give(everybody, 'complete-disposal', { responseNotNeeded: '传播很小' });
  return incident;
}

const pdfAt = (by: Person, query = ''): Promise<Response> =>
  fetch(`${scene.program.url}/api/v1/incidents/${one.id}/record.pdf${query}`, {
    headers: { cookie: by.client.cookie ?? '' },
  });

describe('the frozen record', () => {
  it('comes with its wordings beside it, each of which fits its mark', async () => {
    const kept = (await everybody.get(`/incidents/${one.id}/record`)) as {
      record: { mentions: { id: string; wordingSha256: string }[] };
      sha256: string;
      wordings: { mentionId: string; text: string; url: string | null; salt: string }[];
    };
    expect(hashOf(kept.record)).toBe(kept.sha256);
    expect(kept.wordings).toHaveLength(1);
    for (const { mentionId, salt, text, url } of kept.wordings) {
      const mention = kept.record.mentions.find(({ id }) => id === mentionId);
      expect(hashOf({ salt, text, url })).toBe(mention?.wordingSha256);
    }
  });

  it('is a PDF made beside the requests, not in their way', async () => {
    const before = performance.now();
    const [pdf, ...looks] = await Promise.all([
      pdfAt(everybody),
      ...Array.from({ length: 20 }, () => fetch(`${scene.program.url}/api/v1/health/live`)),
    ]);
    expect(looks.map(({ status }) => status)).toEqual(looks.map(() => 200));
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.byteLength).toBe(Number(pdf.headers.get('content-length')));
    expect(performance.now() - before).toBeLessThan(60_000);
    expect(Buffer.from(await (await pdfAt(everybody, '?chapter=1')).arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['a chapter that is not there', '?chapter=2', 404],
    ['a chapter that is no number', '?chapter=x', 400],
    ['chapter 0', '?chapter=0', 400],
  ])('of %s there is none', async (_, query, status) => {
    expect((await pdfAt(everybody, query)).status).toBe(status);
  });

  it('is found by the audit when somebody edits it in the database', async () => {
    const owner = await Owner.of(scene.databaseUrl);
    const change = (title: string) =>
      owner.select(
        `UPDATE incident_records SET record = jsonb_set(record, '{incident,title}', to_jsonb($2::text)) WHERE incident_id = $1`,
        [one.id, title],
      );
    await change('改过的标题');
    expect(await scene.office.leader.post('/audit/verify')).toMatchObject({
      ok: false,
      firstBroken: { subjectId: one.id, reason: 'record does not match its entry' },
    });
    await change(one.page.title);
    expect(await scene.office.leader.post('/audit/verify')).toMatchObject({ ok: true });
    await owner.close();
  });
});

describe('a handler of another unit', () => {
  it.each([
    ['GET', 'record'],
    ['GET', 'records'],
    ['GET', 'record.pdf'],
    ['GET', 'room'],
    ['POST', 'presence'],
    ['DELETE', 'presence'],
    ['POST', 'read'],
    ['PUT', 'watch'],
  ])('%s %s is answered as if the incident did not exist', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(path);
    const { status } = await stranger.call(method, `/incidents/${one.id}/${path}`, body);
    expect(status).toBe(404);
  });
});

const bodyOf = (path: string): object =>
  path === 'read' ? { seq: 1 } : path === 'watch' ? { watching: true, muted: false } : {};

describe('an archiving that is refused', () => {
  it('names every reason, and the one who completed the disposal is refused always', async () => {
    const incident = await disposed();
    const body = {
      ...{ expectedVersion: incident.page.version, summary: '谣言', lessons: '无' },
      satisfaction: 3,
    };
    const { status, body: problem } = await everybody.call(
      'POST',
      `/incidents/${incident.id}/commands/archive`,
      body,
    );
    expect(status).toBe(422);
    const { reasons } = problem as { reasons: { code: string }[] };
    expect(reasons.map(({ code }) => code).sort()).toEqual([
      'archive.same-person',
      'archive.satisfaction-how',
    ]);
  });
});

it('only leaders and administrators see what will go', async () => {
  expect((await scene.office.analyst.call('GET', '/retention/preview')).status).toBe(403);
  expect(await scene.office.leader.get('/retention/preview')).toMatchObject({
    rules: [
      { state: 'dismissed', keep: 'P90D', reason: null },
      { state: 'archived', keep: 'P2Y', reason: null },
    ],
  });
});
