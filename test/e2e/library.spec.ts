import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Case } from '../support/incidents.js';
import { NOBODY } from '../support/openapi.js';
import { problemIn } from '../support/people.js';
import type { Office } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

interface Clarification {
  readonly id: string;
  readonly matchedCount: number;
}

interface Suggestion {
  readonly target: string;
  readonly id: string;
  readonly score: number;
  readonly relation: string;
  readonly strength: string;
  readonly why: {
    readonly shared: readonly string[];
    readonly differsIn: readonly string[];
    readonly differences: readonly unknown[];
  };
}

const WATER = '云溪县自来水厂被化工废水污染，明天起全县停水三天';

let scene: Scene;
let office: Office;
beforeAll(async () => {
  scene = await openScene();
  ({ office } = scene);
});
afterAll(() => scene.close());

const anAnswer = (given: object = {}): object => ({
  claim: '云溪县自来水厂被化工废水污染，全县停水三天',
  verdict: 'false',
  answer: '水质检测合格，供水正常。',
  evidence: [{ text: '县疾控中心检测报告', url: 'https://a.example/report' }],
  publishedAt: '2026-03-02T09:00:00+08:00',
  links: [{ url: 'https://news.example/1' }],
  ...given,
});

const enter = async (given: object = {}): Promise<Clarification> =>
  (await office.analyst.post('/clarifications', anAnswer(given))) as Clarification;

async function match(text: string, given: object = {}): Promise<readonly Suggestion[]> {
  const found = await office.monitor.post('/match', { text, ...given });
  return (found as { suggestions: Suggestion[] }).suggestions;
}

async function search(query: string): Promise<{ ids: string[]; similar: boolean }> {
  const page = (await office.handler.get(`/clarifications?${query}`)) as {
    items: Clarification[];
    similar: boolean;
  };
  return { ids: page.items.map(({ id }) => id), similar: page.similar };
}

describe('the library', () => {
  it('keeps an answer that was entered with its evidence, for everybody to read', async () => {
    const { id } = await enter();
    expect(await office.handler.get(`/clarifications/${id}`)).toMatchObject({
      ...{ id, origin: 'entered', verdict: 'false', public: false, version: 1 },
      title: '云溪县自来水厂被化工废水污染，全县停水三天',
      evidence: [{ text: '县疾控中心检测报告', url: 'https://a.example/report', file: null }],
      links: [{ channel: 'news.example', url: 'https://news.example/1' }],
      publishedAt: '2026-03-02T01:00:00.000Z',
      ...{ corrections: [], withdrawn: null, matchedCount: 0 },
    });
    expect((await office.handler.get(`/clarifications/${id}`)) as object).toHaveProperty(
      'issuedBy',
      expect.stringMatching(/./),
    );
  });

  it('is searched by words, by finding, and by how a claim is put', async () => {
    const { id } = await enter({ claim: '平安大桥桥面开裂，公交全部绕行', verdict: 'true' });
    expect(await search(`q=${encodeURIComponent('平安大桥 绕行')}`)).toEqual({
      ids: [id],
      similar: false,
    });
    expect((await search('verdict=true')).ids).toContain(id);
    expect((await search('verdict=unverifiable')).ids).toEqual([]);
    const put = encodeURIComponent('听说平安大桥桥面裂开了，公交车都要绕行');
    expect(await search(`q=${put}`)).toEqual({ ids: [id], similar: true });
  });

  it('pages by key', async () => {
    for (const hour of ['01', '02', '03'])
      await enter({ publishedAt: `2020-01-01T${hour}:00:00+08:00`, title: `分页 ${hour}` });
    const path = `/clarifications?q=${encodeURIComponent('分页')}&limit=2`;
    const first = (await office.handler.get(path)) as {
      items: { title: string }[];
      nextCursor: string;
    };
    const second = (await office.handler.get(`${path}&cursor=${first.nextCursor}`)) as typeof first;
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(
      ['03', '02', '01'].map((hour) => `分页 ${hour}`),
    );
    expect(second.nextCursor).toBeNull();
  });

  it('takes no answer without evidence, and says all that is wrong at once', async () => {
    const body = anAnswer({ evidence: [], verdict: 'unverified', claim: ' ' });
    const answer = await office.analyst.call('POST', '/clarifications', body);
    expect(answer.status).toBe(400);
    const paths = problemIn(answer).errors?.map(({ path }) => path) ?? [];
    expect([...new Set(paths)].sort()).toEqual(['claim', 'evidence', 'verdict']);
    const blank = anAnswer({ evidence: [{ text: ' 　' }] });
    expect((await office.analyst.call('POST', '/clarifications', blank)).status).toBe(400);
  });

  it('takes no answer from the future, and none from a monitor', async () => {
    const body = anAnswer({ publishedAt: '2999-01-01T00:00:00+08:00' });
    const answer = await office.analyst.call('POST', '/clarifications', body);
    expect([answer.status, problemIn(answer).errors]).toEqual([
      422,
      [{ path: 'publishedAt', message: expect.stringMatching(/./) }],
    ]);
    expect((await office.monitor.call('POST', '/clarifications', anAnswer())).status).toBe(403);
  });

  it('counts a claim that came back once for each incident', async () => {
    const { id } = await enter({ claim: '城北加油站因检修停业一个月' });
    const { id: incidentId } = await Case.log(office.monitor);
    const path = `/clarifications/${id}/matches`;
    expect(await office.monitor.post(path, { incidentId })).toMatchObject({ matchedCount: 1 });
    expect(await office.officer.post(path, { incidentId })).toMatchObject({ matchedCount: 1 });
    const nobody = { incidentId: NOBODY };
    expect((await office.monitor.call('POST', path, nobody)).status).toBe(404);
    expect(await office.monitor.get(`/clarifications/${id}`)).toMatchObject({ matchedCount: 1 });
  });
});

describe('what a text looks like', () => {
  it('is an incident that is open, and an answered claim, with what is shared', async () => {
    const { id: incident } = await Case.log(office.monitor, { claim: WATER });
    const { id: answered } = await enter();
    const found = await match('听说云溪县自来水厂被化工废水污染了！全县要停水三天，快囤水', {
      limit: 20,
    });
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([incident, answered]));
    const [first] = found;
    expect(first).toMatchObject({ relation: 'same', strength: 'strong', why: { differsIn: [] } });
    expect(first?.why.shared[0]).toContain('自来水厂被化工废水污染');
    expect(JSON.stringify(found)).not.toContain('verdict');
  });

  it('is a template with the name of another town, never the same claim', async () => {
    const found = await match(WATER.replace('云溪县', '清河县'));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found)
      expect(one).toMatchObject({ relation: 'template', why: { differsIn: ['place'] } });
    expect(found[0]?.why.differences).toEqual([
      { in: 'place', here: ['清河县'], there: ['云溪县'] },
    ]);
  });

  it('says which number grew in the telling, and keeps to the limit', async () => {
    const found = await match(WATER.replace('三天', '九天'), { limit: 1 });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ relation: 'same', why: { differsIn: ['number'] } });
  });

  it('only suggests for a few words, and says nothing of what is like nothing', async () => {
    await Case.log(office.monitor, { claim: '红星菜场着火了' });
    const [few] = await match('红星菜场着火了');
    expect(few).toMatchObject({ strength: 'suggestion' });
    expect(await match('今年的桂花开得特别早')).toEqual([]);
    expect(await match('😱！')).toEqual([]);
  });

  it('is not for handlers, who do not see every incident', async () => {
    expect((await office.handler.call('POST', '/match', { text: WATER })).status).toBe(403);
  });
});
