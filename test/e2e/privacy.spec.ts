import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy, officeConfig } from '../support/config.js';
import { Owner } from '../support/database.js';
import { writeRegisters } from '../support/register-words.js';
import { writeOnDuty } from '../support/duty-words.js';
import type { Send } from '../support/duty-words.js';
import { writeBriefs } from '../support/brief-words.js';
import { writeMatters, writeReports } from '../support/upward-words.js';
import { freeTextFields, plantedFields } from '../support/free-text.js';
import { writeIntoInbox } from '../support/inbox-words.js';
import { Case, aGraveJudgement, aJudgement } from '../support/incidents.js';
import { NOBODY, propertyNames } from '../support/openapi.js';
import type { ApiDocument } from '../support/openapi.js';
import { ROLES, hire, passwordOf, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Program } from '../support/program.js';
import { writeIntoReview } from '../support/review-words.js';
import { openScene } from '../support/scene.js';
import { Site } from '../support/site.js';
import { until } from '../support/until.js';
import type { Scene } from '../support/scene.js';

/** Made-up numbers: the sample of every guide, and one with a computed check digit (GB 11643). */
const PHONE = '13800138000';
const ID_CARD = '110101199003077715';
const MAIL = 'zhangsan@mail.example';
const NEEDLES = [PHONE, ID_CARD, MAIL];
/** Occurs nowhere else. With the numbers it has 58 characters: the shortest field takes 60. */
const WORDING = '紫藤巷怪谈';
const SAID = `${WORDING} ${PHONE} ${ID_CARD} ${MAIL}`;
const ADDRESS = `https://a.example/x?tel=${PHONE}&id=${ID_CARD}&mail=${MAIL}`;

/** Fields that take what is typed as it is, and why. */
const NOT_ABOUT_POSTS: readonly RegExp[] = [
  // Colleagues: their names, and how to reach them at work.
  / \/api\/v1\/(users(\/\{id\})?|me|session|setup) /,
  // What administrators call units and programs.
  / \/api\/v1\/(units(\/\{id\})?|tokens) /,
  // The name of a clock, which must be one that there is.
  /-clock clock$/,
  // The code of a receiver that is configured, and of a category that there is: all else is refused.
  / receiverCode$/,
  / \/api\/v1\/matters(\/\{id\})? category$/,
  // The key of a section that there is: all else is refused.
  / sectionKey$/,
  // When turns begin, how long they are, and whose they are: all else is refused.
  / \/api\/v1\/schedules.*(timeZone|layers\.(shift|handoffAt|startsOn|endsOn|participants))$/,
  // The address and keys that a colleague's own browser made.
  / \/api\/v1\/push\/subscriptions /,
];

/** Words, as parts of names, for who said something, and from where (boundaries.md, rule 1). */
const ABOUT_AUTHORS = new RegExp(
  `(^|_)(${[
    ...['author', 'poster', 'handle', 'nick', 'nickname', 'screenname', 'avatar', 'follower'],
    ...['followers', 'fans', 'profile', 'ip', 'device', 'agent', 'fingerprint', 'mac', 'imei'],
    ...['latitude', 'longitude', 'geo', 'location', 'gender', 'birthday', 'ethnicity', 'openid'],
  ].join('|')})(_|$)`,
);

const asSnake = (name: string): string => name.replaceAll(/[A-Z]/g, '_$&').toLowerCase();

let scene: Scene;
let owner: Owner;
let document: ApiDocument;
/** Everything that was sent, with the places in which numbers were planted. */
const driven = new Set<string>();
let everybody: Person;

beforeAll(async () => {
  const inside = officeConfig().set('feeds.yaml', { allow: ['127.0.0.1'] });
  scene = await openScene(inside, { MINGBIAN_LOG_LEVEL: 'debug' });
  owner = await Owner.of(scene.databaseUrl);
  const { url } = scene.program;
  document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDocument;
  everybody = await hire(url, scene.office.admin, {
    username: '欧阳测试',
    roles: ROLES,
    unit: 'water',
  });
  await liveThrough();
  // The whole life of an incident, a release and a report, by every command that takes words.
}, 90_000);

afterAll(async () => {
  await owner.close();
  await scene.close();
});

function remember(operation: string, body: object): void {
  for (const field of plantedFields(body, PHONE)) driven.add(`${operation} ${field}`);
}

async function give(one: Case, command: string, body: object = {}, by = everybody): Promise<void> {
  remember(`POST /api/v1/incidents/{id}/commands/${command}`, body);
  await one.give(by, command, body);
}

async function log(): Promise<Case> {
  const seenAt = new Date().toISOString();
  const fields = {
    ...{ title: SAID, claim: SAID, category: SAID, place: SAID },
    mentions: [{ source: SAID, text: SAID, url: ADDRESS, seenAt }],
  };
  remember('POST /api/v1/incidents', fields);
  return Case.log(everybody, fields);
}

/** A judgement that is declined first, a consultation, and a verdict that is changed. */
async function judgeTogether(): Promise<void> {
  const { leader } = scene.office;
  const unitIds = [await unitIdOf(everybody, 'water'), await unitIdOf(everybody, 'health')];
  const judgement = { ...aGraveJudgement(unitIds[0] ?? ''), reason: SAID };
  const dueAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const evidence = [{ text: SAID }];
  const one = await log();
  await give(one, 'report', { severity: 'II' });
  await give(one, 'judge', judgement);
  await give(one, 'decline-proposal', { reason: SAID }, leader);
  await give(one, 'judge', judgement);
  await give(one, 'concur', { note: SAID }, leader);
  await give(one, 'consult', { unitIds, question: SAID, dueAt });
  await give(one, 'give-view', { text: SAID });
  await give(one, 'close-consultation', { summary: SAID });
  await give(one, 'set-verdict', { verdict: 'false', evidence });
  await give(one, 'set-verdict', { verdict: 'partly-true', evidence, reason: SAID });
  await give(one, 'reclassify', { kind: 'complaint', reason: SAID });
}

/** Every command that takes words, each with numbers in every place for words. */
async function liveThrough(): Promise<void> {
  await takeFromLadder();
  await judgeTogether();
  const one = await log();
  const soon = new Date(Date.now() + 24 * 3_600_000).toISOString();
  await give(one, 'report', { severity: 'II' });
  await give(one, 'acknowledge', { note: SAID });
  await give(one, 'pause-clock', { clock: 'judge', reason: SAID, resumeBy: soon });
  await give(one, 'judge', {
    ...aGraveJudgement(await unitIdOf(everybody, 'water')),
    reason: SAID,
  });
  await give(one, 'concur', { note: SAID }, scene.office.leader);
  await give(one, 'note', { text: SAID });
  await give(one, 'link', { url: ADDRESS, note: SAID });
  await attach(one);
  await give(one, 'regrade', { severity: 'III', reason: SAID });
  await give(one, 'record-upward-report', { type: 'initial', text: SAID });
  await give(one, 'settle-press-conference', { outcome: 'waived', note: SAID });
  const action = { title: SAID, kind: 'refer', basis: SAID, dueAt: soon };
  await give(one, 'start-disposal', { actions: [action, action] });
  const [first, second] = one.page.actions;
  await give(one, 'supervise', { reason: SAID, every: 'PT4H' });
  await give(one, 'progress-report', { text: SAID });
  await give(one, 'lift-supervision', { reason: SAID });
  await give(one, 'change-action', { actionId: first?.id, dueAt: soon, reason: SAID });
  await give(one, 'add-action', action);
  const evidence = [{ text: SAID, url: ADDRESS }];
  await give(one, 'complete-action', { actionId: first?.id, result: SAID, evidence });
  await give(one, 'waive-action', { actionId: one.page.actions[2]?.id, reason: SAID });
  await give(one, 'waive-action', { actionId: second?.id, reason: SAID });
  await give(one, 'set-verdict', { verdict: 'false', evidence: [{ text: SAID, url: ADDRESS }] });
  await give(one, 'complete-disposal', { responseNotNeeded: SAID });
  await give(one, 'return', { reason: SAID });
  await give(one, 'complete-disposal', { responseNotNeeded: SAID });
  const closing = { summary: SAID, review: SAID, lessons: SAID };
  await give(one, 'archive', closing, scene.office.analyst);
  await give(one, 'reopen', { reason: SAID });
  await give(one, 'dismiss', { reason: SAID });
  const back = await log();
  await give(back, 'report', { severity: 'IV' });
  await give(back, 'judge', aJudgement(await unitIdOf(everybody, 'water')));
  await give(back, 'hand-back', { reason: SAID });
  const { officer, leader } = scene.office;
  await writeOnDuty({ first: everybody, second: officer, leader }, SAID, send);
  await writeRegisters(everybody, SAID, send);
  await send(everybody, 'POST /clarifications', null, {
    ...{ title: SAID, claim: SAID, place: SAID, verdict: 'false', answer: SAID, issuedBy: SAID },
    evidence: [{ text: SAID, url: ADDRESS }],
    links: [{ channel: SAID, url: ADDRESS }],
    publishedAt: '2026-01-01T00:00:00+08:00',
  });
  await readAnswers();
  await send(everybody, 'POST /match', null, { text: SAID, place: SAID });
  await everybody.get(`/clarifications?q=${encodeURIComponent(SAID)}`);
  await writeIntoInbox(everybody, SAID, ADDRESS, send);
  await sendFile();
  await sendByHook();
  await writeIntoReview(
    { drafter: everybody, reviewer: scene.office.reviewer, leader },
    one.id,
    SAID,
    ADDRESS,
    send,
  );
  await writeReports(everybody, scene.office.admin, {
    ...{ url: scene.program.url, said: SAID, owner, send },
  });
  await writeMatters(everybody, officer, SAID, send);
  await writeBriefs({ writer: everybody, leader }, SAID, send);
  await everybody.get(`/incidents?q=${encodeURIComponent(SAID)}`);
  const stranger = { username: PHONE, password: `${WORDING}的密码` };
  await everybody.client.call('POST', '/api/v1/session', { body: stranger });
  await everybody.call('POST', `/incidents/${NOBODY}/commands/note`, { text: SAID });
}

/** Sends words through any door, and remembers where. */
const send: Send = async (by, door, id, body) => {
  const [method = '', path = ''] = door.split(' ');
  // A part of a report has its name in the path.
  remember(`${method} /api/v1${path.replace(/(?<=\/sections\/)\w+$/, '{key}')}`, body);
  return by.must(method, path.replace(/\{(id|token)\}/, id ?? ''), body);
};

async function takeFromLadder(): Promise<void> {
  const one = await log();
  await give(one, 'report', { severity: 'II' });
  const { items } = (await everybody.get(`/escalations?subjectId=${one.id}`)) as {
    items: { id: string }[];
  };
  remember('POST /api/v1/escalations/{id}/ack', { note: SAID });
  await everybody.post(`/escalations/${items[0]?.id}/ack`, { note: SAID });
}

/** A program that says too much, by the token of its source. */
async function sendByHook(): Promise<void> {
  const source = { name: `${WORDING} 3`, kind: 'webhook' };
  const { id } = (await everybody.post('/sources', source)) as { id: string };
  const { token } = (await everybody.post(`/sources/${id}/token`)) as { token: string };
  const sighting = { text: SAID, url: ADDRESS, seenAt: new Date().toISOString(), externalId: SAID };
  remember('POST /api/v1/hooks/{id}', sighting);
  const answer = await fetch(`${scene.program.url}/api/v1/hooks/${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(sighting),
  });
  expect(answer.status).toBe(201);
}

/** A feed of answers that says too much in each of its parts. */
async function readAnswers(): Promise<void> {
  const link = ADDRESS.replaceAll('&', '&amp;');
  const site =
    await Site.open(`<rss version="2.0"><channel><title>x</title><item><title>${SAID}</title>
    <description>${SAID}</description><link>${link}</link><author>${MAIL}</author>
    <pubDate>Mon, 02 Mar 2026 09:00:00 +0800</pubDate></item></channel></rss>`);
  const url = `${site.url}?tel=${PHONE}`;
  const feed = { url, verdict: 'false', issuedBy: SAID };
  expect(await send(everybody, 'POST /clarifications/imports/feed', null, feed)).toMatchObject({
    ...{ added: 1, rejected: 0 },
  });
  await site.close();
}

/** A file of mentions that says too much in its name, its rows and those of them that cannot be read. */
async function sendFile(): Promise<void> {
  const form = new FormData();
  remember('POST /api/v1/imports', { source: SAID });
  form.set('source', SAID);
  const rows = `text,time\n${SAID},2026-03-02 09:00\n${SAID},${SAID}\n`;
  form.set('file', new Blob([rows]), `${SAID}.csv`);
  const headers = { cookie: everybody.client.cookie ?? '' };
  remember('POST /api/v1/imports/preview', { source: SAID });
  const looking = new FormData();
  looking.set('source', SAID);
  looking.set('file', new Blob([rows]), `${SAID}.csv`);
  const look = await fetch(`${scene.program.url}/api/v1/imports/preview`, {
    ...{ method: 'POST', headers, body: looking },
  });
  expect(look.status).toBe(200);
  const answer = await fetch(`${scene.program.url}/api/v1/imports`, {
    ...{ method: 'POST', headers, body: form },
  });
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  await until('the file is read', async () => {
    const { state } = (await everybody.get(`/imports/${id}`)) as { state: string };
    return state === 'done';
  });
}

/** A file whose name says too much, and the same said through the command. */
async function attach(one: Case): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob(['x']), `${SAID}.txt`);
  const answer = await fetch(`${scene.program.url}/api/v1/incidents/${one.id}/attachments`, {
    method: 'POST',
    headers: { cookie: everybody.client.cookie ?? '' },
    body: form,
  });
  expect(answer.status).toBe(201);
  const { attachments } = await one.look(everybody);
  await give(one, 'attach', { attachmentId: attachments[0]?.id, name: `${SAID}.txt` });
}

/** The tables, ours and the queue's, in which a row holds this text in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await owner.select(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'bullmq') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    const rows = await owner.number(
      `SELECT count(*) FROM ${name} t WHERE strpos(t::text, $1) > 0`,
      [text],
    );
    if (rows > 0) found.push(name);
  }
  return found;
}

describe('what is typed', () => {
  it('was tried in every field that takes words about posts', () => {
    const open = freeTextFields(document).filter((field) =>
      NOT_ABOUT_POSTS.every((reason) => !reason.test(field)),
    );
    expect(open.length).toBeGreaterThan(25);
    expect(open.filter((field) => !driven.has(field))).toEqual([]);
  });

  it('is found again by its wording, so that the next tests would find more', async () => {
    const kept = [
      'attachments',
      'incident_records',
      'incidents',
      'mentions',
      'subjects',
      'timeline',
      'duty_overrides',
      'leaves',
      'schedule_versions',
      'clarifications',
      'release_versions',
      'release_publications',
      'claims',
      'reports',
      'instructions',
    ];
    expect(await tablesWith(WORDING)).toEqual(
      expect.arrayContaining(kept.map((table) => `public.${table}`)),
    );
    expect(await tablesWith('[电话]')).toEqual(expect.arrayContaining(['public.mentions']));
  });

  it.each(NEEDLES)('leaves %s in no table', async (needle) => {
    expect(await tablesWith(needle)).toEqual([]);
  });
});

describe('the log, at its most talkative,', () => {
  it('has no wording, no names and no secrets', () => {
    const { stdout, stderr } = scene.program;
    expect(stderr).toContain('"msg":"request"');
    const cookie = everybody.client.cookie?.split('=')[1] ?? '';
    const secrets = [everybody.username, passwordOf(everybody.username), cookie, '网传'];
    for (const secret of [...NEEDLES, WORDING, ...secrets]) {
      expect({ secret, said: (stdout + stderr).includes(secret) }).toEqual({ secret, said: false });
    }
  });
});

describe('there is no place for who said something', () => {
  it('in the schema', async () => {
    const columns = await owner.select(
      `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const names = columns.map((row) => [String(row['table_name']), String(row['column_name'])]);
    expect(names.filter(([, column = '']) => ABOUT_AUTHORS.test(column))).toEqual([]);
  });

  it('in the API', () => {
    const names = propertyNames(document);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => ABOUT_AUTHORS.test(asSnake(name)))).toEqual([]);
  });
});

describe('the deletion of posts', () => {
  it('is no disposal, and cannot be configured to be one', async () => {
    const config = new ConfigCopy();
    const file = 'workflows/incident.yaml';
    config.write(file, config.read(file).replaceAll('watch, none]', 'watch, none, delete-post]'));
    const program = Program.launch({ env: config.env });
    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr).toMatch(/incident\.yaml:\d+: .*nobody may delete-post/);
    config.remove();
  });
});
