import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Case, aJudgement } from '../support/incidents.js';
import { fillPath, operationsOf } from '../support/openapi.js';
import type { ApiDocument, Operation } from '../support/openapi.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Listener } from '../support/stream.js';
import { until } from '../support/until.js';

/** Words that stand in the hidden incident and nowhere else. */
const SECRET = '紫藤巷';

let scene: Scene;
let reads: readonly Operation[];
/** Handles for the water office, whose incident is `theirs`; `hidden` is the transport office’s. */
let handler: Person;
let theirs: Case;
let hidden: Case;
let file: string;
let ladder: string;

beforeAll(async () => {
  scene = await openScene();
  const { office, program } = scene;
  handler = office.handler;
  const [water, transport] = await Promise.all(
    ['water', 'transport'].map((code) => unitIdOf(office.admin, code)),
  );
  const stranger = await hire(program.url, office.admin, {
    username: 'stranger',
    roles: ['handler'],
    unit: 'transport',
  });
  hidden = await Case.log(office.monitor, {
    title: `${SECRET}的传言`,
    claim: `${SECRET}的公交车将停运`,
    category: 'transport',
  });
  await hidden.give(office.monitor, 'report', { severity: 'IV' });
  ladder = await ladderOf(hidden.id, office.officer);
  await hidden.give(office.officer, 'acknowledge');
  file = await attachTo(hidden, office.officer);
  await hidden.look(office.officer);
  await hidden.give(office.analyst, 'judge', aJudgement(transport ?? ''));
  await hidden.give(stranger, 'start-disposal', {
    actions: [{ title: `${SECRET}调度`, dueAt: new Date(Date.now() + 3_600_000).toISOString() }],
  });
  theirs = await Case.log(office.monitor);
  await theirs.give(office.monitor, 'report', { severity: 'IV' });
  await theirs.give(office.analyst, 'judge', aJudgement(water ?? ''));
  const document = (await (await fetch(`${program.url}/api/openapi.json`)).json()) as ApiDocument;
  const streams = '/api/v1/stream';
  reads = operationsOf(document).filter(
    ({ method, path, permission }) => method === 'GET' && permission !== null && path !== streams,
  );
});
afterAll(() => scene.close());

async function ladderOf(incidentId: string, by: Person): Promise<string> {
  let found: string | undefined;
  await until('the ladder', async () => {
    const { items } = (await by.get(`/escalations?subjectId=${incidentId}`)) as {
      items: { id: string }[];
    };
    found = items[0]?.id;
    return found !== undefined;
  });
  return found ?? '';
}

async function attachTo({ id }: Case, by: Person): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([`${SECRET}的记录`], { type: 'text/plain' }), `${SECRET}.txt`);
  const answer = await fetch(`${scene.program.url}/api/v1/incidents/${id}/attachments`, {
    method: 'POST',
    headers: { cookie: by.client.cookie ?? '' },
    body: form,
  });
  const page = (await answer.json()) as { attachments: { id: string }[] };
  return page.attachments[0]?.id ?? '';
}

/** What a person is answered, as it comes over the wire. */
async function answerTo(by: Person, path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(scene.program.url + path, {
    headers: { cookie: by.client.cookie ?? '' },
  });
  return { status: answer.status, text: await answer.text() };
}

/** The ways in which one might ask a route about the hidden incident. */
function questionsTo({ path, query }: Operation): string[] {
  const ids = path.includes('{') ? [hidden.id, file, ladder] : [''];
  const filters = query
    .filter(({ name }) => /^(subjectId|incidentId|q)$/.test(name))
    .map(({ name }) => `?${name}=${encodeURIComponent(name === 'q' ? SECRET : hidden.id)}`);
  return ids.flatMap((id) => ['', ...filters].map((filter) => fillPath(path, id) + filter));
}

/** What tells of it. */
const traces = (): string[] => [SECRET, hidden.page.number, file, ladder];

describe('what a handler can read of an incident that is not theirs', () => {
  it('is nothing, over any route', async () => {
    const leaks: string[] = [];
    for (const path of reads.flatMap(questionsTo)) {
      const { text } = await answerTo(handler, path);
      // Whoever asks about an id is told the id again, as the address of the problem.
      const told = traces().filter((trace) => text.includes(trace) && !path.includes(trace));
      if (told.length > 0) leaks.push(`${path} tells ${told.join(', ')}`);
    }
    expect(leaks).toEqual([]);
  });

  it('is there for those who see the whole office, so that the search above can find it', async () => {
    const { text } = await answerTo(scene.office.officer, `/api/v1/incidents/${hidden.id}`);
    expect(traces().filter((trace) => text.includes(trace))).toEqual([
      SECRET,
      hidden.page.number,
      file,
    ]);
  });

  it.each([
    () => `/incidents/${hidden.id}`,
    () => `/incidents/${hidden.id}/timeline`,
    () => `/incidents/${hidden.id}/mentions`,
    () => `/incidents/${hidden.id}/record`,
    () => `/attachments/${file}`,
    () => `/escalations/${ladder}`,
  ])('is a 404 at %#', async (path) => {
    expect(await answerTo(handler, `/api/v1${path()}`)).toMatchObject({ status: 404 });
  });

  it('is a 404, too, for what they would do with it', async () => {
    const { version } = hidden.page;
    const acts = [
      [`/incidents/${hidden.id}/commands/note`, { expectedVersion: version, text: '看一下' }],
      [`/incidents/${hidden.id}/commands/no-such-thing`, { expectedVersion: version }],
      [`/escalations/${ladder}/ack`, {}],
    ] as const;
    for (const [path, body] of acts)
      expect(await handler.refused('POST', path, body)).toMatchObject({ status: 404 });
  });
});

describe('what a handler sees of what is theirs', () => {
  it('is all of it', async () => {
    const { items } = (await handler.get('/incidents')) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([theirs.id]);
    expect(await handler.get(`/incidents/${theirs.id}`)).toMatchObject({ id: theirs.id });
    const desk = (await handler.get('/desk')) as { summary: { open: number } };
    expect(desk.summary.open).toBe(1);
  });
});

describe('the live stream of a handler', () => {
  it('tells of what is theirs, and is silent about everything else', async () => {
    const page = await Listener.open(scene.program.url, handler);
    await page.hear('hello', ({ event }) => event === 'hello');
    await hidden.look(scene.office.officer);
    await hidden.give(scene.office.officer, 'note', { text: '第一' });
    await theirs.look(scene.office.officer);
    await theirs.give(scene.office.officer, 'note', { text: '第二' });
    await page.hear('what is theirs', ({ data }) => data['id'] === theirs.id);
    expect(page.messages.filter(({ data }) => JSON.stringify(data).includes(hidden.id))).toEqual(
      [],
    );
    await page.close();
  });

  it('tells once more of what was taken from them, so that it goes from their screen', async () => {
    const page = await Listener.open(scene.program.url, handler);
    await page.hear('hello', ({ event }) => event === 'hello');
    const passing = await Case.log(scene.office.monitor);
    await passing.give(scene.office.officer, 'assign', { userId: handler.id });
    await page.hear('that it is theirs', ({ data }) => data['version'] === 2);
    await passing.give(scene.office.officer, 'assign', { userId: scene.office.officer.id });
    await page.hear('that it is theirs no more', ({ data }) => data['version'] === 3);
    expect(await handler.refused('GET', `/incidents/${passing.id}`)).toMatchObject({ status: 404 });
    await page.close();
  });
});
