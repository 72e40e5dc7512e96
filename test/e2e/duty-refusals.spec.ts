import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, aLayer, aSchedule, iso, shiftAt } from '../support/duty.js';
import type { SchedulePage } from '../support/duty.js';
import { ConfigCopy } from '../support/config.js';
import { hire } from '../support/people.js';
import type { Person, Problem } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let schedule: SchedulePage;
let officer: Person;
let lin: Person;
/** Two leaders who ask for the same, each in a language of their own. */
let readers: Readonly<Record<'zh' | 'en', Person>>;

beforeAll(async () => {
  const robots = { duty: { kind: 'dingtalk', url: 'https://robots.example/send' } };
  scene = await openScene(new ConfigCopy().set('channels.yaml', { robots }));
  const { leader, admin } = scene.office;
  officer = scene.office.officer;
  lin = await hire(scene.program.url, admin, { username: 'lin', roles: ['officer'] });
  const en = await hire(scene.program.url, admin, {
    username: 'smith',
    roles: ['leader', 'admin'],
  });
  await en.must('PATCH', '/me', { locale: 'en' });
  const zh = await hire(scene.program.url, admin, { username: 'liu', roles: ['leader', 'admin'] });
  readers = { zh, en };
  schedule = (await leader.post('/schedules', aSchedule([officer, lin], [leader]))) as SchedulePage;
  const taken = { position: 'officer', userId: lin.id, from: hence(48), to: hence(60) };
  await leader.post(`/schedules/${schedule.id}/overrides`, taken);
});

afterAll(() => scene.close());

/** Once for all, so that the same number of hours is the same moment. */
const NOW = Date.now();
const hence = (hours: number): string => iso(NOW + hours * HOUR_MS);
const anOverride = (from: number, to: number) => ({
  ...{ position: 'officer', userId: lin.id, from: hence(from), to: hence(to) },
});
/** Rules with one position of one layer, in which `changes` are wrong. */
const rulesWith = (changes: object, more: object = {}): object =>
  aSchedule([officer], [scene.office.leader], {
    positions: [{ position: 'officer', layers: [aLayer([officer], { ...changes })] }],
    ...more,
  });
/** Chile puts the clocks forward at midnight of 6 September 2026: there is no half past twelve. */
const inTheGap = (): object =>
  rulesWith(
    { handoffAt: '00:30', startsOn: '2026-09-06' },
    { name: 'Santiago', timeZone: 'America/Santiago' },
  );

interface Refusal {
  readonly what: string;
  /** The request, by whoever asks. */
  readonly ask: (by: Person) => Promise<Problem>;
  readonly path: string;
  readonly zh: RegExp;
  readonly en: RegExp;
}

const make = (body: () => object) => (by: Person) => by.refused('POST', '/schedules', body());
const override = (from: number, to: number) => (by: Person) =>
  by.refused('POST', `/schedules/${schedule.id}/overrides`, anOverride(from, to));
const newUser = (contacts: readonly object[]) => (by: Person) =>
  by.refused('POST', '/users', {
    ...{ username: 'nobody', name: 'nobody', password: 'a password for nobody' },
    ...{ roles: ['officer'], contacts },
  });
const changedUser = (contact: object) => (by: Person) =>
  by.refused('PATCH', `/users/${lin.id}`, { contacts: [contact] });
const LAYER = 'positions.0.layers.0';

const REFUSALS: readonly Refusal[] = [
  {
    what: 'a schedule without positions',
    ask: make(() => rulesWith({}, { positions: [] })),
    ...{ path: 'positions', zh: /至少设置一个岗位/, en: /at least one position/ },
  },
  {
    what: 'a schedule whose position has no layer',
    ask: make(() => rulesWith({}, { positions: [{ position: 'officer', layers: [] }] })),
    ...{ path: 'positions.0.layers', zh: /还没有值班人员/, en: /Nobody is in this position/ },
  },
  {
    what: 'a layer without people',
    ask: make(() => rulesWith({ participants: [] })),
    ...{ path: `${LAYER}.participants`, zh: /至少选择一名/, en: /at least one person/ },
  },
  {
    what: 'somebody who does not work here',
    ask: make(() => rulesWith({ participants: ['li.hua'] })),
    ...{ path: `${LAYER}.participants.0`, zh: /没有这名人员/, en: /no such person/ },
  },
  {
    what: 'a shift of no length',
    ask: make(() => rulesWith({ shift: 'PT0S' })),
    ...{ path: `${LAYER}.shift`, zh: /班次时长/, en: /shift/ },
  },
  {
    what: 'a shift of no days',
    ask: make(() => rulesWith({ shift: 'P0D' })),
    ...{ path: `${LAYER}.shift`, zh: /至少为 1 小时/, en: /at least 1 hour/ },
  },
  {
    what: 'a hand-off that does not exist on its first day',
    ask: make(inTheGap),
    ...{ path: `${LAYER}.handoffAt`, zh: /没有 00:30 这一时刻/, en: /time does not exist/ },
  },
  {
    what: 'the same in the preview',
    ask: (by) =>
      by.refused('POST', '/schedules/preview', {
        ...{ schedule: inTheGap(), from: hence(0), to: hence(24) },
      }),
    ...{ path: `schedule.${LAYER}.handoffAt`, zh: /没有 00:30/, en: /does not exist/ },
  },
  {
    what: 'a zone that nobody knows',
    ask: make(() => rulesWith({}, { timeZone: 'Asia/Qingyuan' })),
    ...{ path: 'timeZone', zh: /没有名为“Asia\/Qingyuan”的时区/, en: /no time zone/ },
  },
  {
    what: 'two overrides of one time in a new schedule',
    ask: make(() => rulesWith({}, { overrides: [anOverride(1, 3), anOverride(2, 4)] })),
    ...{ path: 'overrides.1.from', zh: /已有替班或换班/, en: /already has an override/ },
  },
  {
    what: 'an override over another one',
    ask: override(59, 70),
    ...{ path: 'from', zh: /已有替班或换班/, en: /already has an override/ },
  },
  {
    what: 'an override of no time',
    ask: override(5, 5),
    ...{ path: 'to', zh: /晚于开始时间/, en: /end after it begins/ },
  },
  {
    what: 'an override that ends before it begins',
    ask: override(6, 5),
    ...{ path: 'to', zh: /晚于开始时间/, en: /end after it begins/ },
  },
  {
    what: 'an override of what has passed',
    ask: override(-1, 5),
    ...{ path: 'from', zh: /已经过去/, en: /has passed/ },
  },
  {
    what: 'a leave of what has passed',
    ask: (by) => by.refused('POST', '/leaves', { from: hence(-24), to: hence(-1) }),
    ...{ path: 'from', zh: /过去/, en: /past/ },
  },
  {
    what: 'a swap with oneself',
    ask: async (by) => {
      const { id } = await shiftAt(by, 'officer', Date.now() + DAY_MS);
      const body = { shiftId: id, toUserId: lin.id };
      const { locale } = (await by.get('/me')) as { locale: string };
      await lin.must('PATCH', '/me', { locale });
      return lin.refused('POST', `/schedules/${schedule.id}/swaps`, body);
    },
    ...{ path: 'toUserId', zh: /不能与自己换班/, en: /Nobody swaps with themselves/ },
  },
  {
    what: 'a swap of a shift that has begun',
    ask: async (by) => {
      const { id } = await shiftAt(by, 'officer', Date.now());
      const body = { shiftId: id, arrangeWith: lin.id };
      return by.refused('POST', `/schedules/${schedule.id}/swaps`, body);
    },
    ...{ path: 'shiftId', zh: /已经开始/, en: /has begun/ },
  },
  {
    what: 'an e-mail address without an @',
    ask: newUser([{ channel: 'email', address: 'lin.example.cn' }]),
    ...{ path: 'contacts.0.address', zh: /不是电子邮件地址/, en: /e-mail address/ },
  },
  {
    what: 'a telephone number of letters, after a good one',
    ask: newUser([
      { channel: 'phone', address: '0571 8800 1201' },
      { channel: 'sms', address: 'ask Lin' },
    ]),
    ...{ path: 'contacts.1.address', zh: /不是电话号码/, en: /telephone number/ },
  },
  {
    what: 'a robot that channels.yaml does not name',
    ask: changedUser({ channel: 'dingtalk', address: 'leaders' }),
    ...{ path: 'contacts.0.address', zh: /没有名为“leaders”/, en: /no dingtalk robot/ },
  },
  {
    what: 'a robot of another kind',
    ask: changedUser({ channel: 'wecom', address: 'duty' }),
    ...{ path: 'contacts.0.address', zh: /没有启用 wecom/, en: /wecom is not set up/ },
  },
  {
    what: 'a robot that is to mention somebody by name',
    ask: changedUser({ channel: 'dingtalk', address: 'duty/lin' }),
    ...{ path: 'contacts.0.address', zh: /斜杠后填写手机号/, en: /comes a mobile number/ },
  },
];

describe.each(['zh', 'en'] as const)('what cannot be is refused at its field, in %s:', (locale) => {
  it.each(REFUSALS.map((refusal) => [refusal.what, refusal] as const))('%s', async (_, refusal) => {
    const { status, errors } = await refusal.ask(readers[locale]);
    expect({ status, errors }).toEqual({
      status: 422,
      errors: [{ path: refusal.path, message: expect.stringMatching(refusal[locale]) }],
    });
  });
});

describe('what can be', () => {
  it('is the robot that is there, and a hand-off beside the gap', async () => {
    const { zh } = readers;
    const contacts = [{ channel: 'dingtalk', address: 'duty/+8613800000001' }];
    expect(await zh.must('PATCH', `/users/${lin.id}`, { contacts })).toMatchObject({ contacts });
    const beside = rulesWith(
      { handoffAt: '01:00', startsOn: '2026-09-06' },
      { name: 'Santiago', timeZone: 'America/Santiago' },
    );
    expect(await zh.post('/schedules', beside)).toMatchObject({ timeZone: 'America/Santiago' });
  });

  it('has left nothing of what was refused', async () => {
    const { items } = (await readers.zh.get('/schedules')) as { items: { name: string }[] };
    expect(items.map(({ name }) => name).sort()).toEqual(['Santiago', '网信值班室'].sort());
    const users = (await readers.zh.get('/users?q=nobody')) as { items: unknown[] };
    expect(users.items).toEqual([]);
  });
});
