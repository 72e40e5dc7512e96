import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Brief } from '../support/briefs.js';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Listener } from '../support/stream.js';
import { until } from '../support/until.js';

let scene: Scene;
let owner: Owner;

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  owner = await Owner.of(scene.databaseUrl);
  await Case.log(scene.office.monitor);
});
afterAll(async () => {
  await owner.close();
  await scene.close();
});

/** The quarter in which this runs, as somebody in the office would name it: it is not over. */
const thisQuarter = (): string => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return `${String(now.getUTCFullYear())}Q${String(Math.floor(now.getUTCMonth() / 3) + 1)}`;
};

const QUARTER = { from: '2025-01-01T00:00:00+08:00', to: '2025-04-01T00:00:00+08:00' };

describe('a report', () => {
  let brief: Brief;

  it('is drafted at once, and told which one it is', async () => {
    const { analyst } = scene.office;
    const answer = await analyst.call('POST', '/reports', { type: 'quarterly', ...QUARTER });
    expect(answer.status).toBe(202);
    brief = await Brief.open(analyst, (answer.body as { id: string }).id);
    expect(brief.page).toMatchObject({
      ...{ state: 'draft', edition: 1, title: '2025年第一季度舆情分析报告', hash: null },
      figures: { logged: { value: 0 } },
    });
    expect(brief.page.sections.map(({ key }) => key)).toContain('advice');
  });

  it('is one of its kind: a second draft is refused, and says which there is', async () => {
    const { officer } = scene.office;
    const body = { type: 'quarterly', period: '2025Q1' };
    const problem = await officer.refused('POST', '/reports', body);
    expect(problem).toMatchObject({
      ...{ status: 409, code: 'report.exists', detail: '这一期报告已在起草' },
      existing: { id: brief.id, state: 'draft' },
    });
  });

  it('is asked for twice with one key, and drafted once', async () => {
    const { officer } = scene.office;
    const key = { 'idempotency-key': 'the-year-of-2024' };
    const body = { type: 'annual', period: '2024' };
    const [first, second] = [
      await officer.call('POST', '/reports', body, key),
      await officer.call('POST', '/reports', body, key),
    ];
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(202);
  });

  it('has its edited numbers marked, and is not approved before a leader has looked at them', async () => {
    const { analyst, leader } = scene.office;
    const page = await brief.edit(analyst, 'advice', '投诉下降 57%。电话 13800138000。');
    expect(page.sections.find(({ key }) => key === 'advice')).toMatchObject({
      ...{ edited: true, text: '投诉下降 57%。电话 [电话]。' },
      paragraphs: [['投诉下降 ', { unsupported: true, text: '57%' }, '。电话 [电话]。']],
    });
    await brief.give(analyst, 'submit');
    expect(await brief.refused(leader, 'approve')).toMatchObject({
      ...{ status: 422, code: 'workflow.refused', reasons: [{ code: 'approve.unsupported' }] },
    });
    await brief.give(leader, 'approve', { numbersChecked: true });
    expect(brief.page.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is out for everybody when it is issued, who are told so', async () => {
    const { analyst, handler, monitor } = scene.office;
    expect(await handler.refused('GET', `/reports/${brief.id}`)).toMatchObject({ status: 404 });
    const listener = await Listener.open(scene.program.url, handler);
    await brief.give(analyst, 'issue');
    await listener.hear(
      'that the report is out',
      ({ event, data }) => event === 'report.changed' && data['id'] === brief.id,
    );
    await listener.close();
    for (const reader of [handler, monitor])
      expect(await reader.get(`/reports/${brief.id}`)).toMatchObject({ state: 'issued' });
    const listed = (await handler.get('/reports')) as { items: { id: string }[] };
    expect(listed.items.map(({ id }) => id)).toEqual([brief.id]);
    await until('the handler is told', async () => {
      const { items } = (await handler.get('/notifications')) as {
        items: { topic: string; subjectId: string }[];
      };
      return items.some(
        ({ topic, subjectId }) => topic === 'report.issued' && subjectId === brief.id,
      );
    });
  });

  it('does not change any more: an edit is refused and says what to do', async () => {
    const { analyst } = scene.office;
    const edit = { text: '改', expectedVersion: brief.page.version };
    const path = `/reports/${brief.id}/sections/advice`;
    const problem = await analyst.refused('PATCH', path, edit);
    expect(problem).toMatchObject({ status: 422, code: 'report.issued' });
    expect(problem.detail).toContain('更正');
    await analyst.must('PATCH', '/me', { locale: 'en' });
    expect((await analyst.refused('PATCH', path, edit)).detail).toContain('correct');
    await analyst.must('PATCH', '/me', { locale: 'zh' });
    expect(
      await analyst.refused('POST', '/reports', { type: 'quarterly', ...QUARTER }),
    ).toMatchObject({
      status: 409,
      code: 'report.exists',
      existing: { id: brief.id, state: 'issued' },
    });
  });

  it('is put right by an edition that says what it changed', async () => {
    const { analyst, leader } = scene.office;
    const opened = await brief.give(analyst, 'correct', { reason: '建议有误' });
    expect(opened).toMatchObject({ state: 'draft', edition: 2, previousEditionId: brief.id });
    const next = await Brief.open(analyst, opened.id);
    await next.edit(analyst, 'advice', '尽快公布检测结果。');
    await next.give(analyst, 'submit');
    await next.give(leader, 'approve');
    await next.give(analyst, 'issue');
    expect(next.page.correction).toEqual({ reason: '建议有误', changed: ['advice'] });
    expect(await brief.look(analyst)).toMatchObject({ state: 'replaced', nextEditionId: next.id });
  });

  it('is found out when somebody writes into it by hand', async () => {
    const { admin } = scene.office;
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
    await owner.select("UPDATE reports SET title = title || '！' WHERE id = $1", [brief.id]);
    expect(await admin.post('/audit/verify')).toMatchObject({
      ...{ ok: false, firstBroken: { subjectId: brief.id } },
    });
    await owner.select("UPDATE reports SET title = rtrim(title, '！') WHERE id = $1", [brief.id]);
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
  });
});

/** The file as somebody is given it. */
async function download(by: Person, path: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const headers = { cookie: by.client.cookie ?? '' };
  const answer = await fetch(`${scene.program.url}/api/v1${path}`, { headers });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const ZIP = 'PK\u0003\u0004';

describe('a report on paper', () => {
  it.each([
    ['docx', ZIP, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pdf', '%PDF-', 'application/pdf'],
    ['csv', '\ufeff代码,', 'text/csv; charset=utf-8'],
    ['xlsx', ZIP, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('is a %s of its name', async (format, begins, type) => {
    const { handler } = scene.office;
    const { items } = (await handler.get('/reports?state=issued')) as { items: { id: string }[] };
    const path = `/reports/${items[0]?.id ?? ''}.${format}`;
    const { headers, bytes } = await download(handler, path);
    expect(headers.get('content-type')).toBe(type);
    const name = encodeURIComponent(`2025年第一季度舆情分析报告-2.${format}`);
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`);
    expect(bytes.subarray(0, 16).toString('utf8').startsWith(begins)).toBe(true);
    if (format === 'pdf') expect((await download(handler, path)).bytes.equals(bytes)).toBe(true);
  });

  it('is nothing for those who may not read drafts', async () => {
    const { analyst, handler } = scene.office;
    const { items } = (await analyst.get('/reports?state=draft')) as { items: { id: string }[] };
    const path = `/reports/${items[0]?.id ?? ''}.docx`;
    expect(await handler.refused('GET', path)).toMatchObject({ status: 404 });
    expect((await download(analyst, path)).bytes.length).toBeGreaterThan(1000);
  });
});

describe('mb report', () => {
  const out = mkdtempSync(join(tmpdir(), 'mingbian-reports-'));
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  const mb = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/apps/cli/main.js', 'report', ...words],
      {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: scene.databaseUrl },
      },
    );
    return { status, stdout, stderr };
  };

  it('drafts a report and writes its files; told again it takes the one that there is', () => {
    const first = mb('quarterly', '2024Q4', '--out', out, '--json');
    expect(first).toMatchObject({ status: 0 });
    const told = JSON.parse(first.stdout) as { id: string; files: string[]; hash: string };
    expect(Object.keys(told).sort()).toEqual(['asOf', 'files', 'hash', 'id']);
    expect(told.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(told.files.map((file) => file.split('.').at(-1))).toEqual([
      'docx',
      'pdf',
      'csv',
      'xlsx',
    ]);
    for (const file of told.files) expect(statSync(file).size).toBeGreaterThan(1000);
    expect(JSON.parse(mb('quarterly', '2024Q4', '--out', out, '--json').stdout)).toEqual(told);
  });

  it('says why it does not', () => {
    expect(mb('quarterly', '2999Q1', '--out', out)).toMatchObject({
      ...{ status: 1, stderr: expect.stringContaining('The period has not begun yet') },
    });
    expect(mb('daily', '2024Q4', '--out', out).status).toBe(2);
    expect(mb('quarterly', '2024Q4').status).toBe(2);
  });
});

describe('a report that makes no sense', () => {
  it.each([
    [{ from: QUARTER.to, to: QUARTER.from }, 'report.inverted', 'to'],
    [{ period: '2999Q1' }, 'report.future', 'from'],
    [{ from: QUARTER.from, to: '2025-03-31T00:00:00+08:00' }, 'report.not-whole', 'to'],
    [{}, 'report.no-period', 'period'],
    [{ period: '2025Q1', asOf: '2999-01-01T00:00:00Z' }, 'report.as-of-future', 'asOf'],
  ])('%j is refused with its reason at its field', async (asked, code, path) => {
    const { officer } = scene.office;
    const problem = await officer.refused('POST', '/reports', { type: 'quarterly', ...asked });
    expect(problem).toMatchObject({ status: 422, code, reasons: [{ code, path }] });
    expect(problem.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('by its shape is refused before anything is counted', async () => {
    const { officer } = scene.office;
    const problem = await officer.refused('POST', '/reports', {
      ...{ type: 'daily', period: 'Q1', from: 'today', language: 'fr' },
    });
    expect(problem).toMatchObject({ status: 400, code: 'validation.failed' });
    const paths = problem.errors?.map(({ path }) => path) ?? [];
    expect([...new Set(paths)].sort()).toEqual(['from', 'language', 'period', 'type']);
  });
});

describe('a report on a quarter that is not over', () => {
  it('is drafted, told as provisional, and not issued', async () => {
    const { analyst, leader } = scene.office;
    const brief = await Brief.draft(analyst, { type: 'quarterly', period: thisQuarter() });
    expect(brief.page).toMatchObject({ isProvisional: true, figures: { logged: { value: 1 } } });
    expect(brief.page.subtitle).toContain('统计期未结束');
    await brief.give(analyst, 'submit');
    await brief.give(leader, 'approve');
    expect((await brief.refused(analyst, 'issue')).reasons).toEqual([
      expect.objectContaining({ code: 'issue.provisional' }),
    ]);
    expect(await brief.refused(analyst, 'edit')).toMatchObject({ status: 404 });
  });

  it('leads from each figure to what it counted', async () => {
    const { analyst } = scene.office;
    const { items } = (await analyst.get('/reports?type=quarterly&state=approved')) as {
      items: { id: string }[];
    };
    const { page } = await Brief.open(analyst, items[0]?.id ?? '');
    const path = page.figures['logged']?.records.replace('/api/v1', '') ?? '';
    expect(((await analyst.get(path)) as { items: unknown[] }).items).toHaveLength(1);
  });
});
