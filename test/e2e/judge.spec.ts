import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '#platform';
import { Case, aGraveJudgement, aJudgement } from '../support/incidents.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Office, Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

interface Judgement {
  readonly standing: string;
  readonly intact: boolean;
  readonly sha256: string;
  readonly record: { readonly similar: readonly { readonly id: string }[] };
}

let scene: Scene;
let office: Office;
let water: string;
let health: string;
/** Of a unit that has nothing to do with any of it. */
let stranger: Person;

beforeAll(async () => {
  scene = await openScene();
  office = scene.office;
  water = await unitIdOf(office.admin, 'water');
  health = await unitIdOf(office.admin, 'health');
  stranger = await hire(scene.program.url, office.admin, {
    username: 'stranger',
    roles: ['handler'],
    unit: 'health',
  });
});
afterAll(() => scene.close());

const inTwoDays = (): string => new Date(Date.now() + 48 * 3_600_000).toISOString();

async function reported(changes = {}): Promise<Case> {
  const one = await Case.log(office.monitor, changes);
  await one.give(office.monitor, 'report', { severity: 'III' });
  return one;
}

const judgementsOf = async (one: Case, by: Person): Promise<readonly Judgement[]> =>
  ((await by.get(`/incidents/${one.id}/judgements`)) as { items: Judgement[] }).items;

describe('a judgement', () => {
  it('is shown later with all that was seen, and whoever reads it can check its hash', async () => {
    const one = await reported();
    await one.give(office.analyst, 'judge', aGraveJudgement(water));
    const [proposed] = await judgementsOf(one, office.leader);
    expect(proposed).toMatchObject({ standing: 'proposed', intact: true });
    expect(hashOf(proposed?.record)).toBe(proposed?.sha256);
    await one.give(office.leader, 'concur');
    expect(await judgementsOf(one, office.analyst)).toMatchObject([{ standing: 'in-force' }]);
  });

  it('that a leader declines goes back with the reason, and the next takes its place', async () => {
    const one = await reported();
    await one.give(office.analyst, 'judge', aGraveJudgement(water));
    const body = await one.refused(office.leader, 'decline-proposal', { reason: ' \u200b' });
    expect(body.reasons).toMatchObject([{ code: 'param.required' }]);
    await one.give(office.leader, 'decline-proposal', { reason: '传播有限' });
    expect(one.page).toMatchObject({ state: 'reported', proposal: null });
    await one.give(office.analyst, 'judge', aJudgement(water));
    expect(await judgementsOf(one, office.leader)).toMatchObject([
      { standing: 'in-force' },
      { standing: 'declined' },
    ]);
  });

  it('shows a handler no precedent of another unit', async () => {
    const claim = '南桥小学食堂发现过期食品';
    const other = await Case.log(office.monitor, { claim, category: 'school-food' });
    const one = await reported({ claim });
    await one.give(office.analyst, 'judge', aJudgement(water));
    const similarTo = async (by: Person): Promise<string[]> =>
      (await judgementsOf(one, by)).flatMap(({ record }) => record.similar.map(({ id }) => id));
    expect(await similarTo(office.analyst)).toContain(other.id);
    expect(await similarTo(office.handler)).not.toContain(other.id);
    const aids = await office.handler.refused('GET', `/incidents/${one.id}/judgement-aids`);
    expect(aids.status).toBe(403);
  });
});

describe('a consultation', () => {
  it('lets a unit see the incident, say its view once, and nothing before it is asked', async () => {
    const one = await reported();
    const looked = await stranger.refused('GET', `/incidents/${one.id}`);
    expect(looked.status).toBe(404);
    await one.give(office.analyst, 'consult', {
      unitIds: [health],
      question: '水样是否合格？',
      dueAt: inTwoDays(),
    });
    await one.look(stranger);
    expect(one.page.allowed.map(({ command }) => command)).toContain('give-view');
    await one.give(stranger, 'give-view', { text: '三个点位均合格，联系 13800138000' });
    expect(one.page).toMatchObject({
      consultation: { awaited: [], views: [{ text: '三个点位均合格，联系 [电话]' }] },
    });
    expect(one.page.allowed.map(({ command }) => command)).not.toContain('give-view');
    const again = await one.refused(stranger, 'give-view', { text: '再补充' });
    expect(again.status).toBe(403);
  });

  it('names everything that is wrong with it, in the reader’s language', async () => {
    const one = await reported();
    const body = { unitIds: [], question: '　', dueAt: '2020-01-01T00:00:00Z' };
    const zh = await one.refused(office.analyst, 'consult', body);
    expect(zh.errors).toEqual(
      expect.arrayContaining([
        { path: 'unitIds', message: '请填写会商单位' },
        { path: 'question', message: '请填写会商问题' },
        { path: 'dueAt', message: '答复期限须晚于现在' },
      ]),
    );
    const english = await hire(scene.program.url, office.admin, {
      username: 'english-analyst',
      roles: ['analyst'],
    });
    await english.must('PATCH', '/me', { locale: 'en' });
    const en = await one.refused(english, 'consult', body);
    expect(en.errors).toEqual(
      expect.arrayContaining([
        { path: 'question', message: 'Question is required' },
        { path: 'dueAt', message: 'The time to answer by must lie ahead' },
      ]),
    );
  });
});

describe('a verdict', () => {
  const evidence = [{ text: '检测报告第 12 号' }];

  it('is refused on whitespace, on a link that runs code, and on a file of another incident', async () => {
    const one = await reported();
    const body = await one.refused(office.analyst, 'set-verdict', {
      verdict: 'false',
      evidence: [{ text: ' \u3000' }, { text: '截图', url: 'javascript:alert(1)' }],
    });
    expect(body.status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(['evidence.0.text', 'evidence.1.url']);
    const attachmentId = '0190f1e2-7c1e-7abc-8def-0123456789ab';
    const file = await one.refused(office.analyst, 'set-verdict', {
      verdict: 'false',
      evidence: [{ text: '截图', attachmentId }],
    });
    expect(file.errors).toEqual([{ path: 'evidence.0.attachmentId', message: '附件不在本事件中' }]);
  });

  it('that says true of a rumour asks what it is instead', async () => {
    const one = await reported();
    const body = await one.refused(office.analyst, 'set-verdict', {
      verdict: 'true',
      evidence,
    });
    expect(body.reasons).toMatchObject([{ code: 'set-verdict.true-rumour' }]);
    await one.give(office.analyst, 'set-verdict', { verdict: 'true', evidence, kind: 'complaint' });
    expect(one.page).toMatchObject({ kind: 'complaint', verdict: 'true' });
    const back = await one.refused(office.analyst, 'reclassify', {
      kind: 'rumour',
      reason: '改回',
    });
    expect(back.reasons).toMatchObject([{ code: 'reclassify.true-rumour' }]);
  });

  it('is changed with a reason only', async () => {
    const one = await reported();
    await one.give(office.analyst, 'set-verdict', { verdict: 'false', evidence });
    const change = { verdict: 'partly-true', evidence };
    const body = await one.refused(office.analyst, 'set-verdict', change);
    expect(body.errors).toMatchObject([{ path: 'reason' }]);
    await one.give(office.analyst, 'set-verdict', { ...change, reason: '复检结果不同' });
    expect(one.page).toMatchObject({ verdict: 'partly-true', correctionOwed: false });
  });
});
