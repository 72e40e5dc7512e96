import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { DAY_MS, aSchedule, iso, shiftAt } from '../support/duty.js';
import type { SchedulePage } from '../support/duty.js';
import { Brief } from '../support/briefs.js';
import { whatIsWrong } from '../support/fuzz/judge-answer.js';
import { hostileRequest } from '../support/fuzz/requests.js';
import type { HostileRequest } from '../support/fuzz/requests.js';
import { Sender } from '../support/fuzz/send.js';
import { Case, aJudgement } from '../support/incidents.js';
import { operationsOf } from '../support/openapi.js';
import type { ApiDocument, Operation } from '../support/openapi.js';
import { ROLES, hire, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Random, seedOf } from '../support/random.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

const isCi = process.env['CI'] === 'true';
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? (isCi ? 20_000 : 2_000));
const SEED = seedOf('FUZZ_SEED');
/** Requests that are sent together, between two looks at the database. */
const BATCH = 16;
/** 20,000 in three minutes are 111 a second; a busy machine may take twice as long. */
const TIME_LIMIT_MS = 60_000 + REQUESTS * 18;

/** Written by requests alone: a refusal leaves them as they are, to the last byte. */
const UNTOUCHED = [
  ...['incidents', 'incident_numbers', 'incident_links', 'incident_records', 'mentions'],
  ...['attachments', 'users', 'units', 'api_tokens', 'idempotency_keys'],
  ...['schedules', 'schedule_versions', 'duty_overrides', 'leaves', 'swaps', 'handovers'],
  ...['calendar_links', 'channel_preferences', 'push_subscriptions'],
  ...['clarifications', 'claims', 'claim_matches'],
  ...['reports', 'instructions'],
  ...['channels', 'sensitive_dates', 'risk_points', 'responsibilities', 'plan_templates'],
  // Shifts begin, and remind, by themselves.
  ...["subjects WHERE type <> 'shift'", "deadlines WHERE subject_type <> 'shift'"],
];

let scene: Scene;
let owner: Owner;
let everybody: Person;
let sender: Sender;
let document: ApiDocument;

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  owner = await Owner.of(scene.databaseUrl);
  const { url } = scene.program;
  const newcomer = { username: 'everybody', roles: ROLES, unit: 'water' };
  everybody = await hire(url, scene.office.admin, newcomer);
  sender = new Sender(url, await tokenOf(everybody));
  document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDocument;
  await fillOffice();
});

afterAll(async () => {
  sender.close();
  await owner.close();
  await scene.close();
});

async function tokenOf(person: Person): Promise<string> {
  const { permissions } = (await person.get('/me')) as { permissions: string[] };
  const expiresAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const made = await person.post('/tokens', { name: 'fuzz', permissions, expiresAt });
  return (made as { token: string }).token;
}

/** Incidents at several points of their life, so that every command finds one that it fits. */
async function fillOffice(): Promise<void> {
  const water = await unitIdOf(everybody, 'water');
  const dueAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  for (let stage = 0; stage < 5; stage += 1) {
    const one = await Case.log(everybody);
    if (stage > 0) await one.give(everybody, 'report', { severity: 'IV' });
    if (stage > 1) await one.give(everybody, 'judge', aJudgement(water));
    if (stage > 2) {
      await one.give(everybody, 'start-disposal', { actions: [{ title: 'a', dueAt }] });
    }
    if (stage > 3) await one.give(everybody, 'note', { text: 'b' });
  }
  await startDuty();
  await startReporting();
  await startBriefs();
  await everybody.post('/clarifications', {
    ...{ claim: 'f', verdict: 'false', answer: 'g', evidence: [{ text: 'h' }] },
    publishedAt: '2026-01-01T00:00:00+08:00',
  });
}

/** A report that waits above, another draft, and a matter that waits for the desk. */
async function startReporting(): Promise<void> {
  const one = await Case.log(everybody);
  const drafts = `/incidents/${one.id}/upward-reports`;
  const first = (await everybody.post(drafts, { type: 'initial' })) as { id: string };
  await everybody.post(`/upward-reports/${first.id}/send`);
  await everybody.post(drafts, { type: 'follow-up' });
  const matter = await everybody.post('/matters', {
    ...{ title: 'f', kind: 'works', what: 'g', place: 'h', questions: [] },
    ...{ startsAt: iso(Date.now()), endsAt: iso(Date.now() + DAY_MS) },
  });
  await everybody.post(`/matters/${(matter as { id: string }).id}/report`);
}

/** A draft, a report that waits for a leader, one that is out, and a note in its margin. */
async function startBriefs(): Promise<void> {
  const { leader } = scene.office;
  const unitId = await unitIdOf(everybody, 'water');
  for (const period of ['2025Q1', '2025Q2', '2025Q3']) {
    const brief = await Brief.draft(everybody, { type: 'quarterly', period });
    if (period === '2025Q1') continue;
    await brief.give(everybody, 'submit');
    if (period === '2025Q2') continue;
    await brief.give(leader, 'approve');
    await brief.give(everybody, 'issue');
    const dueAt = new Date(Date.now() + DAY_MS).toISOString();
    await leader.post(`/reports/${brief.id}/instructions`, { text: 'i', unitId, dueAt });
  }
}

/** On duty now, with something in the log, a leave, an offer, and a handover that waits for its second signature. */
async function startDuty(): Promise<void> {
  const { officer } = scene.office;
  const begun = await everybody.post('/schedules', aSchedule([everybody, officer], [everybody]));
  const path = `/schedules/${(begun as SchedulePage).id}`;
  const mine = await shiftAt(everybody, 'officer', Date.now());
  await everybody.post(`/shifts/${mine.id}/sign-in`);
  await everybody.post(`/shifts/${mine.id}/log`, { text: 'c', open: true });
  await everybody.post(`/shifts/${mine.id}/handover`, { notes: 'd' });
  const later = await shiftAt(everybody, 'officer', Date.now() + 2 * DAY_MS);
  await everybody.post(`${path}/swaps`, { shiftId: later.id });
  const days = (count: number): string => iso(Date.now() + count * DAY_MS);
  await everybody.post('/leaves', { from: days(20), to: days(21), note: 'e' });
  const relief = { position: 'officer', userId: officer.id, from: days(30), to: days(31) };
  await everybody.post(`${path}/overrides`, relief);
}

interface Targets {
  readonly ids: readonly string[];
  /** The same by what they are, as paths call it. */
  readonly byKind: ReadonlyMap<string, readonly string[]>;
  readonly people: readonly string[];
  readonly versions: ReadonlyMap<string, number>;
}

/** What paths lead to, most useful first; versions where a request carries the one that was seen. */
const KINDS: Readonly<Record<string, string>> = {
  incidents: 'SELECT id, version FROM incidents ORDER BY id LIMIT 30',
  schedules: 'SELECT id, version FROM schedules ORDER BY archived_at IS NOT NULL, id LIMIT 5',
  swaps: 'SELECT id, version FROM swaps ORDER BY id DESC LIMIT 5',
  shifts: "SELECT id FROM shifts WHERE state <> 'cancelled' ORDER BY starts_at LIMIT 5",
  'upward-reports': 'SELECT id, version FROM upward_reports ORDER BY id DESC LIMIT 6',
  matters: 'SELECT id, version FROM matters ORDER BY id DESC LIMIT 6',
  reports: 'SELECT id, version FROM reports ORDER BY id DESC LIMIT 6',
  instructions: 'SELECT id, version FROM instructions ORDER BY id DESC LIMIT 4',
  users: 'SELECT id FROM users ORDER BY id LIMIT 6',
  ...Object.fromEntries(
    ['channels', 'sensitive-dates', 'risk-points', 'responsibilities', 'plan-templates'].map(
      (kind) => [kind, `SELECT id, version FROM ${kind.replace('-', '_')} ORDER BY id LIMIT 3`],
    ),
  ),
  ...Object.fromEntries(
    [
      'units',
      'escalations',
      'notifications',
      'attachments',
      'leaves',
      'handovers',
      'clarifications',
    ]
      .map((table) => [table, table])
      .concat([['overrides', 'duty_overrides']])
      .map(([kind = '', table = '']) => [kind, `SELECT id FROM ${table} ORDER BY id LIMIT 4`]),
  ),
};

/** Things that are there: never the user whose token is used, whom a lucky request would lock out. */
async function targets(): Promise<Targets> {
  const byKind = new Map<string, readonly string[]>();
  const versions = new Map<string, number>();
  for (const [kind, text] of Object.entries(KINDS)) {
    const rows = await owner.select(text);
    for (const { id, version = null } of rows as { id: string; version?: number }[]) {
      if (version !== null) versions.set(id, version);
    }
    const found = rows.map((row) => String(row['id']));
    byKind.set(
      kind,
      found.filter((id) => id !== everybody.id),
    );
  }
  const people = [everybody.id, ...(byKind.get('users') ?? [])];
  return { ids: [...byKind.values()].flat(), byKind, people, versions };
}

/** What the path leads to, as a rule; now and then something else. */
function targetOf({ path }: Operation, { ids, byKind }: Targets, random: Random): string {
  const kind = /\/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? '';
  const fitting = byKind.get(kind) ?? [];
  return random.one(fitting.length > 0 && random.chance(0.7) ? fitting : ids);
}

/** A line per table, always in the same order. A chore marks claims as told to the topics, whoever wrote them. */
async function fingerprint(): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const table of UNTOUCHED) {
    const [row] = await owner.select(
      `SELECT count(*) AS rows, md5(string_agg(md5(t), '' ORDER BY md5(t))) AS content
       FROM (SELECT (to_jsonb(a) - 'told')::text AS t FROM (SELECT * FROM ${table}) a) b`,
    );
    parts.push(`${table}: ${JSON.stringify(row)}`);
  }
  const byPeople = "SELECT count(*) FROM timeline WHERE actor_kind = 'user'";
  return [...parts, `timeline: ${await owner.number(byPeople)}`];
}

const inWords = ({ method, path, headers, body }: HostileRequest): string =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${String(body).slice(0, 500)}`;

/** What came of many requests. */
class Outcome {
  readonly faults: string[] = [];
  readonly created = new Map<string, number>();
  sent = 0;
  accepted = 0;
  refusedAltogether = 0;
}

async function sendBatch(operation: Operation, random: Random, outcome: Outcome): Promise<void> {
  const around = await targets();
  const { ids, people, versions } = around;
  const requests = Array.from({ length: BATCH }, () => {
    const id = targetOf(operation, around, random);
    const version = versions.get(id) ?? random.whole(1, 9);
    const chosen = random.chance(0.8) ? [id] : ids;
    return hostileRequest(operation, { document, random, people, ids: chosen, version });
  });
  const before = await fingerprint();
  const statuses = await Promise.all(
    requests.map(async (request) => {
      try {
        const answer = await sender.send(request);
        const wrong = whatIsWrong(answer, request.path);
        if (wrong !== null) outcome.faults.push(`${inWords(request)}\n   → ${wrong}`);
        return answer.status;
      } catch (error) {
        outcome.faults.push(`${inWords(request)}\n   → ${String(error)}`);
        return 0;
      }
    }),
  );
  const accepted = statuses.filter((status) => status >= 200 && status < 300).length;
  outcome.sent += requests.length;
  outcome.accepted += accepted;
  const name = `${operation.method} ${operation.path}`;
  outcome.created.set(name, (outcome.created.get(name) ?? 0) + accepted);
  if (accepted > 0) return;
  outcome.refusedAltogether += 1;
  const after = await fingerprint();
  for (const [at, was] of before.entries()) {
    if (after[at] !== was)
      outcome.faults.push(`${name} was refused and left ${was} → ${after[at]}`);
  }
}

describe('whatever is sent', () => {
  it(
    `the answer is no 5xx, says what is wrong, and nothing is half saved (FUZZ_SEED=${SEED})`,
    async () => {
      const random = new Random(SEED);
      const operations = operationsOf(document);
      const outcome = new Outcome();
      const [incidents, users] = await Promise.all([
        owner.number('SELECT count(*) FROM incidents'),
        owner.number('SELECT count(*) FROM users'),
      ]);
      for (let turn = 0; outcome.sent < REQUESTS && outcome.faults.length < 5; turn += 1) {
        await sendBatch(operations[turn % operations.length]!, random, outcome);
      }
      expect({ faults: outcome.faults, log: scene.program.stderr }).toEqual({
        faults: [],
        log: '',
      });
      expect(outcome.sent).toBeGreaterThanOrEqual(REQUESTS);
      // It must be able to fail: much was refused as a whole, and some found the door.
      expect(outcome.refusedAltogether).toBeGreaterThan(REQUESTS / BATCH / 20);
      expect(outcome.accepted).toBeGreaterThan(0);
      expect(await owner.number('SELECT count(*) FROM incidents')).toBe(
        incidents + (outcome.created.get('POST /api/v1/incidents') ?? 0),
      );
      expect(await owner.number('SELECT count(*) FROM users')).toBe(
        users + (outcome.created.get('POST /api/v1/users') ?? 0),
      );
      // Of all people only this one cannot have been locked out on the way.
      expect(await everybody.post('/audit/verify')).toMatchObject({ ok: true });
    },
    TIME_LIMIT_MS,
  );
});
