import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Case, aJudgement } from '../support/incidents.js';
import { NOBODY } from '../support/openapi.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Person, Problem } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let handler: Person;
let driver: Person;
let water: string;
let transport: string;

beforeAll(async () => {
  scene = await openScene();
  const { office, program } = scene;
  handler = office.handler;
  driver = await hire(program.url, office.admin, {
    username: 'driver',
    roles: ['handler'],
    unit: 'transport',
  });
  [water, transport] = [
    await unitIdOf(office.admin, 'water'),
    await unitIdOf(office.admin, 'transport'),
  ];
});
afterAll(() => scene.close());

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

async function judged(): Promise<Case> {
  const { monitor, analyst } = scene.office;
  const one = await Case.log(monitor);
  await one.give(monitor, 'report', { severity: 'IV' });
  await one.give(analyst, 'judge', aJudgement(water));
  return one;
}

/** The water office tests, the transport office drives. */
async function disposing(): Promise<Case> {
  const one = await judged();
  await one.give(handler, 'start-disposal', {
    actions: [
      { title: '检测水质', dueAt: inHours(48) },
      { title: '调度送水车', unitId: transport, dueAt: inHours(24) },
    ],
  });
  return one;
}

const codes = ({ reasons = [] }: Problem): string[] => reasons.map(({ code }) => code);
const paths = ({ errors = [] }: Problem): string[] => errors.map(({ path }) => path);

describe('a plan', () => {
  it('begins from a template that fits, with times from now on', async () => {
    const one = await judged();
    const { items } = (await handler.get(`/incidents/${one.id}/plan-templates`)) as {
      items: { id: string; name: string; actions: { title: string; dueAt: string }[] }[];
    };
    const [template] = items;
    expect(template?.actions.length).toBeGreaterThan(0);
    for (const { dueAt } of template?.actions ?? [])
      expect(Date.parse(dueAt)).toBeGreaterThan(Date.now());
    const page = await one.give(handler, 'start-disposal', {
      templateId: template?.id,
      actions: template?.actions,
    });
    expect(page.actions).toHaveLength(template?.actions.length ?? 0);
  });

  it('is refused with every mistake in it, each beside its field', async () => {
    const one = await judged();
    const refused = await one.refused(handler, 'start-disposal', {
      templateId: 7,
      actions: [
        { title: ' ', kind: 'delete-post', dueAt: 'tomorrow' },
        { title: '移交', kind: 'refer', dueAt: inHours(1), owner: 'me' },
      ],
    });
    expect(refused.status).toBe(422);
    expect(paths(refused)).toEqual(
      expect.arrayContaining([
        'templateId',
        'actions.0.title',
        'actions.0.kind',
        'actions.0.dueAt',
        'actions.1.owner',
      ]),
    );
    expect(one.page.actions).toEqual([]);
  });

  it('takes no people of other units, no people who are not there, and no time that is over', async () => {
    const one = await judged();
    const start = (action: object) => one.refused(handler, 'start-disposal', { actions: [action] });
    const title = '检测水质';
    expect(codes(await start({ title, ownerId: driver.id, dueAt: inHours(1) }))).toEqual([
      'action.owner-elsewhere',
    ]);
    expect(codes(await start({ title, ownerId: NOBODY, dueAt: inHours(1) }))).toEqual([
      'reference.unknown',
    ]);
    expect(codes(await start({ title, dueAt: inHours(-1) }))).toEqual(['start-disposal.due-past']);
  });

  it('names nothing that the program works out itself', async () => {
    const one = await judged();
    const body = { actions: [{ title: '检测', dueAt: inHours(1) }], nextDueAt: inHours(99) };
    expect(await one.refused(handler, 'start-disposal', body)).toMatchObject({ status: 422 });
    expect(
      await one.refused(scene.office.leader, 'supervise', {
        ...{ reason: '重大', every: 'PT4H', reportBy: inHours(99) },
      }),
    ).toMatchObject({ status: 422 });
  });
});

describe('an action', () => {
  it('is not another unit’s to settle, to change or to waive', async () => {
    const one = await disposing();
    const [test] = one.page.actions;
    const about = { actionId: test?.id };
    const acts = [
      ['complete-action', { ...about, result: '合格' }],
      ['change-action', { ...about, dueAt: inHours(72), reason: '晚点' }],
      ['waive-action', { ...about, reason: '不用了' }],
      ['add-action', { title: '再测', dueAt: inHours(5) }],
      ['complete-disposal', { responseNotNeeded: '无' }],
      ['hand-back', { reason: '不是我们的' }],
      ['progress-report', { text: '好了' }],
    ] as const;
    for (const [command, body] of acts)
      expect(await one.refused(driver, command, body)).toMatchObject({ status: 403 });
  });

  it('is settled once, with a result that says something and evidence that is there', async () => {
    const one = await disposing();
    const [, drive] = one.page.actions;
    const actionId = drive?.id;
    const blank = await one.refused(driver, 'complete-action', {
      actionId,
      result: ' \t',
      evidence: [{ text: '  ' }],
    });
    expect(paths(blank)).toEqual(expect.arrayContaining(['result', 'evidence.0.text']));
    const file = await one.refused(driver, 'complete-action', {
      actionId,
      result: '已送水',
      evidence: [{ text: '照片', attachmentId: NOBODY }],
    });
    expect(codes(file)).toEqual(['attachment.unknown']);
    await one.give(driver, 'complete-action', { actionId, result: '已送水' });
    expect(
      codes(await one.refused(driver, 'complete-action', { actionId, result: '又送' })),
    ).toContain('action.not-open');
  });

  it('keeps its incident from being completed or archived while it is open', async () => {
    const one = await disposing();
    expect(codes(await one.refused(handler, 'complete-disposal'))).toEqual(
      expect.arrayContaining([
        'complete-disposal.actions-open',
        'complete-disposal.unverified',
        'complete-disposal.evidence-missing',
        'complete-disposal.response-missing',
      ]),
    );
    expect(
      codes(await one.refused(scene.office.analyst, 'archive', { summary: '结', lessons: '无' })),
    ).toContain('archive.actions-open');
  });

  it('is refused on a version that somebody else has changed since', async () => {
    const one = await disposing();
    const [test] = one.page.actions;
    const stale = one.page.version;
    await one.give(handler, 'note', { text: '看过' });
    expect(
      await handler.refused('POST', `/incidents/${one.id}/commands/complete-action`, {
        ...{ expectedVersion: stale, actionId: test?.id, result: '合格' },
      }),
    ).toMatchObject({ status: 409, code: 'version.stale' });
  });
});

describe('supervision', () => {
  it('needs a reason and a rhythm of those that there are', async () => {
    const one = await judged();
    const refused = await one.refused(scene.office.leader, 'supervise', {
      reason: ' ',
      every: 'PT1M',
    });
    expect(paths(refused)).toEqual(expect.arrayContaining(['reason', 'every']));
  });

  it('is a mark of the list, and none of what is not supervised', async () => {
    const one = await judged();
    const { leader, officer } = scene.office;
    const supervised = async (flag: string): Promise<string[]> => {
      const { items } = (await officer.get(`/incidents?supervised=${flag}&limit=200`)) as {
        items: { id: string }[];
      };
      return items.map(({ id }) => id);
    };
    await one.give(leader, 'supervise', { reason: '重大', every: 'P1D' });
    expect(await supervised('true')).toContain(one.id);
    expect(await supervised('false')).not.toContain(one.id);
    await one.give(leader, 'lift-supervision', { reason: '已缓解' });
    expect(await supervised('true')).not.toContain(one.id);
    expect(await officer.refused('GET', '/incidents?supervised=maybe')).toMatchObject({
      status: 400,
    });
  });
});

describe('the list of actions', () => {
  it('pages, each action once', async () => {
    await disposing();
    await disposing();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = (await driver.get(`/actions?limit=1${more}`)) as {
        items: { id: string; incident: { id: string } }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map(({ id, incident }) => `${incident.id} ${id}`));
      cursor = page.nextCursor;
    }
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(['scope=theirs', 'state=late', 'limit=0', 'limit=201', 'cursor=nonsense'])(
    'refuses %s',
    async (query) => {
      expect(await driver.refused('GET', `/actions?${query}`)).toMatchObject({ status: 400 });
    },
  );
});
