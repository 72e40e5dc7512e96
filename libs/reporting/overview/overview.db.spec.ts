import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManageMatters } from '#matters';
import { A_MINUTE, AN_HOUR } from '#testing';
import type { TestUser } from '#testing';
import { asReader, ReportDesk } from '../testing/report-desk.js';
import { ReadOverview } from './read-overview.js';

let desk: ReportDesk;

beforeAll(async () => {
  desk = await ReportDesk.open({ startsAt: Date.parse('2026-05-06T09:00:00+08:00') });
});

afterAll(() => desk.close());

const see = (by: TestUser, locale: 'zh' | 'en' = 'zh') =>
  desk.office.app.get(ReadOverview, { strict: false }).run(asReader(by, locale));

const JUDGED = {
  likelihood: { spread: 5, believability: 4, timing: 4 },
  consequence: { safety: 4, livelihood: 3, disruption: 3, trust: 3 },
  ...{ severity: 'I', decision: 'dispose' },
};

describe('the overview', () => {
  it('tells the quarter so far against as many days before it, with five figures and a chart', async () => {
    const empty = await see(desk.leader);
    expect(empty.five.map(({ key }) => key)).toEqual([
      ...['logged', 'archived', 'onTime.first-response', 'medianMinutes.first-response'],
      'escalations.exhausted',
    ]);
    expect(empty.quarter).toMatchObject({ name: '2026年第二季度' });
    await desk.office.log(desk.monitor);
    // What was counted is good for a minute.
    expect((await see(desk.leader)).five[0]).toMatchObject({ key: 'logged', value: 0 });
    desk.office.clock.moveTo(desk.office.clock.now() + A_MINUTE);
    const { sentences, five, chart, now } = await see(desk.leader);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toEqual([
      ...['本季度至今登记舆情事件 ', { figure: 'logged', text: '1' }, ' 件。'],
    ]);
    expect(five[0]).toMatchObject({ value: 1, previous: null, unit: 'incidents' });
    expect(five[0]?.records).toContain('/api/v1/figures/logged/records?from=2026-03-31T16');
    expect(five[2]?.words).toEqual({ zh: '按时率', en: 'On time' });
    expect(chart).toMatchObject({ key: 'weekly', title: '每周登记数量' });
    expect(now).toMatchObject({ open: 1, overdue: 0 });
    expect((await see(desk.leader, 'en')).chart.title).toBe('Logged in each week');
  });

  it('tells at once what is open, what is late, and the gravest first', async () => {
    const grave = await desk.office.log(desk.monitor, { title: '水厂氯气泄漏', severity: 'I' });
    await desk.office.must(grave, 'report', desk.officer, { severity: 'I' });
    const before = await see(desk.analyst);
    expect(before.now.gravest[0]).toMatchObject({ id: grave, severity: 'I', state: 'reported' });
    expect(before.now.escalations).toBeGreaterThan(0);
    await desk.office.advance(AN_HOUR);
    const { now } = await see(desk.analyst);
    expect(now.overdue).toBeGreaterThan(before.now.overdue);
  });
});

describe('what the quarter so far is compared with', () => {
  it('is the same part of the quarter before, not the days just before it', async () => {
    const year = await ReportDesk.open({ startsAt: Date.parse('2026-01-05T09:00:00+08:00') });
    await year.office.log(year.monitor);
    for (const day of ['2026-03-25', '2026-03-26', '2026-04-10']) {
      year.office.clock.moveTo(Date.parse(`${day}T09:00:00+08:00`));
      await year.office.log(year.monitor);
    }
    year.office.clock.moveTo(Date.parse('2026-04-10T10:00:00+08:00'));
    const overview = year.office.app.get(ReadOverview, { strict: false });
    const { five, sentences } = await overview.run(asReader(year.leader));
    expect(five[0]).toMatchObject({ key: 'logged', value: 1, previous: 1 });
    expect(sentences[0]).toContainEqual({ figure: 'logged', text: '环比持平' });
    await year.close();
  });
});

describe('what waits', () => {
  it('is for whoever may say yes to it: a judgement, a matter, a report', async () => {
    const incident = await desk.office.log(desk.monitor, { title: '学校食堂', severity: 'I' });
    await desk.office.must(incident, 'report', desk.officer, { severity: 'I' });
    const unitId = await desk.office.unitId('education');
    await desk.office.must(incident, 'judge', desk.analyst, { ...JUDGED, unitId });
    const matters = desk.office.app.get(ManageMatters, { strict: false });
    const inAnHour = new Date(desk.office.clock.now() + AN_HOUR).toISOString();
    const matter = await matters.create(
      {
        ...{ title: '停水', kind: 'interruption', what: '停水', place: '城东' },
        ...{
          startsAt: inAnHour,
          endsAt: new Date(desk.office.clock.now() + 2 * AN_HOUR).toISOString(),
        },
        questions: [],
      },
      asReader(desk.handler),
    );
    await matters.report(matter, {}, asReader(desk.handler));
    const report = await desk.drafted();
    await desk.must(report, 'submit', desk.leader);
    const waitsFor = async (by: TestUser) =>
      (await see(by)).waiting.map(({ is, path }) => `${is} ${path}`).sort();
    expect(await waitsFor(desk.deputy)).toEqual([
      ...[`judgement /incidents/${incident}`, `matter /matters/${matter}`],
      `report /reports/${report}`,
    ]);
    // Nobody approves what they have submitted.
    expect(await waitsFor(desk.leader)).toEqual([
      ...[`judgement /incidents/${incident}`, `matter /matters/${matter}`],
    ]);
    expect(await waitsFor(desk.officer)).toEqual([`matter /matters/${matter}`]);
    expect(await waitsFor(desk.analyst)).toEqual([]);
    await desk.must(report, 'approve', desk.deputy);
    await desk.office.must(incident, 'concur', desk.deputy);
    expect(await waitsFor(desk.deputy)).toEqual([`matter /matters/${matter}`]);
  });
});
