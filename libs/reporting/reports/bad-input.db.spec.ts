import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { newId } from '#platform';
import { ReportDesk } from '../testing/report-desk.js';

const at = (iso: string): number => Date.parse(iso);
const HOUR = 3_600_000;

/** The organisation's offices in another zone. */
function configIn(timeZone: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingbian-config-'));
  cpSync('config', folder, { recursive: true });
  const file = join(folder, 'organisation.yaml');
  const organisation = parseDocument(readFileSync(file, 'utf8'));
  organisation.setIn(['timeZone'], timeZone);
  writeFileSync(file, organisation.toString());
  return folder;
}

describe('a report that is asked for', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await ReportDesk.open();
  });
  afterAll(() => desk.close());

  it.each([
    [
      'backwards',
      { from: at('2026-04-01T00:00+08:00'), to: at('2026-01-01T00:00+08:00') },
      ['to: report.inverted'],
    ],
    [
      'for no time at all',
      { from: at('2026-01-01T00:00+08:00'), to: at('2026-01-01T00:00+08:00') },
      ['to: report.inverted'],
    ],
    ['for the future', { period: '2026Q3' }, ['from: report.future']],
    [
      'for a part of a quarter',
      { from: at('2026-01-01T00:00+08:00'), to: at('2026-03-31T00:00+08:00') },
      ['to: report.not-whole'],
    ],
    [
      'for a quarter of another zone',
      { from: at('2026-01-01T00:00Z'), to: at('2026-04-01T00:00Z') },
      ['to: report.not-whole'],
    ],
    [
      'for a month under the name of a quarter',
      { from: at('2026-03-01T00:00+08:00'), to: at('2026-04-01T00:00+08:00') },
      ['to: report.not-whole'],
    ],
    [
      'by a name that says otherwise',
      { period: '2026Q1', from: at('2025-10-01T00:00+08:00') },
      ['period: report.period-differs'],
    ],
    ['by no name of a quarter', { period: '2026-13' }, ['period: report.period-unknown']],
    ['for no period', { period: null }, ['period: report.no-period']],
    ['with no end', { period: null, from: at('2026-01-01T00:00+08:00') }, ['to: report.no-to']],
    ['as of tomorrow', { asOf: at('2026-04-02T00:00+08:00') }, ['asOf: report.as-of-future']],
    [
      'as of the year before',
      { asOf: at('2025-04-02T00:00+08:00') },
      ['asOf: report.as-of-before'],
    ],
    ['on an incident', { incidentId: newId() }, ['incidentId: report.not-on-incident']],
    [
      'on an incident, and backwards',
      { incidentId: newId(), from: 2, to: 1, period: null },
      ['incidentId: report.not-on-incident', 'to: report.inverted'],
    ],
    ['on no incident', { type: 'special', period: null }, ['incidentId: report.no-incident']],
    [
      'on an incident that nobody knows',
      { type: 'special', period: null, incidentId: newId() },
      ['incidentId: report.incident-unknown'],
    ],
    [
      'on a unit that there is not',
      { type: 'scorecard', unitId: newId() },
      ['unitId: report.unit-unknown'],
    ],
  ] as const)('%s is refused at its field', async (_, given, problems) => {
    const period = 'from' in given && !('period' in given) ? { period: null } : {};
    expect(await desk.problemsOf({ ...period, ...given })).toEqual(problems);
  });

  it('for a quarter in which nothing happened says so, and can be issued', async () => {
    const id = await desk.drafted();
    const page = await desk.page(id);
    expect(page.figures['logged']).toMatchObject({ value: 0, previous: null, yearBefore: null });
    expect(page.sections[0]?.text).toContain('本期未登记舆情事件');
    for (const { paragraphs, tables } of page.sections)
      expect(paragraphs.length + tables.length).toBeGreaterThan(0);
    await desk.issue(id);
  });

  it('for a day in which one thing happened tells one thing', async () => {
    await desk.logged(1);
    await desk.office.advance(10 * 24 * HOUR);
    const id = await desk.drafted({ type: 'weekly', period: '2026W14', language: 'en' });
    const page = await desk.page(id);
    expect(page.title).toBe('Weekly bulletin, week 14 of 2026');
    expect(page.sections[0]?.text).toContain('1 incident was logged');
    expect(page.sections.map(({ number }) => number).slice(0, 2)).toEqual(['1', '2']);
  });

  it('on one incident is about it from its logging on', async () => {
    const [incidentId = ''] = await desk.logged(1);
    const asked = { type: 'special', period: null, incidentId } as const;
    const id = await desk.drafted(asked);
    expect(await desk.page(id)).toMatchObject({
      ...{ incidentId, isProvisional: false, title: '关于“网传城东停水（1）”的舆情专报' },
      figures: { logged: { value: 1 } },
    });
    await desk.office.advance(HOUR);
    expect(await desk.draft(asked)).toMatchObject({ existing: { id, state: 'draft' } });
    await desk.must(id, 'redraft', desk.analyst);
    expect(Date.parse((await desk.page(id)).to)).toBe(desk.office.clock.now());
  });

  it('on a unit is one for each unit and period', async () => {
    const unitId = await desk.office.unitId('water');
    const other = await desk.office.unitId('health');
    const id = await desk.drafted({ type: 'scorecard', unitId });
    await desk.drafted({ type: 'scorecard', unitId: other });
    expect(await desk.draft({ type: 'scorecard', unitId })).toMatchObject({ existing: { id } });
  });
});

describe('two who draft one quarter at once', () => {
  it('get one report: the other is told which it is', async () => {
    const desk = await ReportDesk.open();
    try {
      const answers = await Promise.all(
        [desk.analyst, desk.officer, desk.leader, desk.deputy].map((by) => desk.draft({}, by)),
      );
      const [id, ...more] = answers.flatMap((one) => (one.ok ? [one.id] : []));
      expect(more).toEqual([]);
      const others = answers.filter(({ ok }) => !ok);
      expect(others).toEqual(Array(3).fill({ ok: false, existing: { id, state: 'draft' } }));
      expect(await desk.office.select('SELECT id FROM reports')).toEqual([{ id }]);
      expect(await desk.office.select("SELECT id FROM subjects WHERE type = 'report'")).toEqual([
        { id },
      ]);
    } finally {
      await desk.close();
    }
  });

  it('and a third who comes when it is out is told to correct it', async () => {
    const desk = await ReportDesk.open();
    try {
      const id = await desk.drafted();
      await desk.must(id, 'submit', desk.analyst);
      await desk.must(id, 'approve', desk.leader);
      const [issued, drafted] = await Promise.all([
        desk.give(id, 'issue', desk.analyst),
        desk.draft({}, desk.officer),
      ]);
      expect(issued).toMatchObject({ ok: true });
      expect(drafted).toMatchObject({ ok: false, existing: { id } });
      const states = await desk.office.select<{ state: string }>('SELECT state FROM reports');
      expect(states).toEqual([{ state: 'issued' }]);
    } finally {
      await desk.close();
    }
  });

  it('and correct one report at once open one edition', async () => {
    const desk = await ReportDesk.open();
    try {
      const id = await desk.drafted();
      await desk.issue(id);
      // Both have the page open that was read before either of them acted.
      const correction = { reportId: id, name: 'correct', body: { reason: '数字' } };
      const expectedVersion = await desk.versionOf(id);
      const answers = await Promise.all(
        [desk.analyst, desk.officer].map((actor) =>
          desk.acts.give({ ...correction, actor, expectedVersion }),
        ),
      );
      expect(answers.filter((one) => one?.ok === true)).toHaveLength(1);
      expect(answers.find((one) => one?.ok === false)).toMatchObject({ kind: 'stale' });
      expect(await desk.office.select('SELECT edition FROM reports ORDER BY 1')).toEqual([
        ...[{ edition: 1 }, { edition: 2 }],
      ]);
    } finally {
      await desk.close();
    }
  });
});

describe('days that are not like others', () => {
  it('29 February belongs to its month, and the year before has none', async () => {
    const desk = await ReportDesk.open({ startsAt: at('2028-02-29T12:00+08:00') });
    try {
      await desk.logged(1);
      await desk.office.advance(24 * HOUR);
      const id = await desk.drafted({ type: 'monthly', period: '2028-02' });
      const page = await desk.page(id);
      expect(page.subtitle).toContain('2028-02-01 至 2028-02-29');
      expect(page.figures['logged']?.value).toBe(1);
      expect(page.isProvisional).toBe(false);
    } finally {
      await desk.close();
    }
  });

  it('a quarter in which clocks change is whole in its own zone: an hour shorter', async () => {
    const configDir = configIn('America/New_York');
    const startsAt = at('2026-03-31T23:30-04:00');
    const desk = await ReportDesk.open({ startsAt, configDir });
    try {
      await desk.office.log(desk.monitor);
      await desk.office.advance(2 * HOUR);
      await desk.office.log(desk.monitor);
      const from = at('2026-01-01T00:00-05:00');
      const to = at('2026-04-01T00:00-04:00');
      expect((to - from) / HOUR).toBe(90 * 24 - 1);
      const id = await desk.drafted({ period: null, from, to });
      expect(await desk.page(id)).toMatchObject({
        ...{ periodName: '2026年第一季度', figures: { logged: { value: 1 } } },
      });
      expect(await desk.problemsOf({ period: null, from, to: to + HOUR })).toEqual([
        'to: report.not-whole',
      ]);
    } finally {
      await desk.close();
      rmSync(configDir, { recursive: true });
    }
  });
});
