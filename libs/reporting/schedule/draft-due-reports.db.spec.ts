import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '#platform';
import { DraftReport } from '../reports/draft-report.js';
import { ReportDesk } from '../testing/report-desk.js';
import { DraftDueReports } from './draft-due-reports.js';

let desk: ReportDesk;

beforeEach(async () => {
  desk = await ReportDesk.open({ startsAt: at('2026-02-10T09:00') });
});

afterEach(() => desk.close());

const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const drafting = () => desk.office.app.get(DraftDueReports, { strict: false });

const drafted = async (): Promise<string[]> => {
  const rows = await desk.office.select<{ type: string; day: string; by: string | null }>(
    `SELECT type, to_char(period_from AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, drafted_by AS by
     FROM reports ORDER BY type, period_from`,
  );
  return rows.map(({ type, day, by }) => `${type} ${day} ${by === null ? 'by itself' : 'by hand'}`);
};

describe('drafts by themselves', () => {
  it('owe nothing of a time from which there are no records', async () => {
    expect(await drafting().run()).toEqual([]);
    desk.office.clock.moveTo(at('2026-04-20T12:00'));
    expect(await drafting().run()).toEqual([]);
  });

  it('come when a period has been over for as long as the configuration says, once', async () => {
    await desk.office.log(desk.monitor);
    desk.office.clock.moveTo(at('2026-02-16T08:29'));
    expect(await drafting().run()).toEqual([]);
    desk.office.clock.moveTo(at('2026-02-16T08:30'));
    await drafting().run();
    await drafting().run();
    expect(await drafted()).toEqual(['weekly 2026-02-09 by itself']);
    const told = await desk.office.select<{ payload: unknown }>(
      "SELECT payload FROM outbox WHERE payload->>'topic' = 'report.drafted'",
    );
    expect(told).toMatchObject([{ payload: { to: ['role:analyst'] } }]);
    desk.office.clock.moveTo(at('2026-03-01T08:30'));
    await drafting().run();
    expect(await drafted()).toEqual([
      ...['monthly 2026-02-01 by itself', 'weekly 2026-02-09 by itself'],
      'weekly 2026-02-16 by itself',
    ]);
  });

  it('make up for the last period alone after a standstill of months', async () => {
    await desk.office.log(desk.monitor);
    desk.office.clock.moveTo(at('2026-08-20T12:00'));
    await drafting().run();
    expect(await drafted()).toEqual([
      ...['half-year 2026-01-01 by itself', 'monthly 2026-07-01 by itself'],
      ...['quarterly 2026-04-01 by itself', 'weekly 2026-08-10 by itself'],
    ]);
    expect(await drafting().run()).toEqual([]);
  });

  it('leave a period alone of which somebody has drafted or discarded a report', async () => {
    await desk.office.log(desk.monitor);
    desk.office.clock.moveTo(at('2026-04-02T09:00'));
    await drafting().run();
    const id = await desk.drafted({ type: 'quarterly', period: '2026Q1' });
    desk.office.clock.moveTo(at('2026-04-03T09:00'));
    expect(await drafting().run()).toEqual([]);
    await desk.must(id, 'discard', desk.analyst);
    expect(await drafting().run()).toEqual([]);
    expect((await drafted()).filter((one) => one.startsWith('quarterly'))).toEqual([
      'quarterly 2026-01-01 by hand',
    ]);
  });

  it('are made once by two workers that wake at the same minute', async () => {
    await desk.office.log(desk.monitor);
    desk.office.clock.moveTo(at('2026-04-03T09:00'));
    const both = await Promise.all([drafting().run(), drafting().run()]);
    // Of a week, a month and a quarter.
    expect(both.flat()).toHaveLength(3);
    expect(await drafted()).toHaveLength(3);
  });

  it('that were refused are in the log, with the reason, and do not keep others from being drafted', async () => {
    await desk.office.log(desk.monitor);
    desk.office.clock.moveTo(at('2026-03-01T08:30'));
    const drafts = desk.office.app.get(DraftReport, { strict: false });
    const refusal = { code: 'report.future', path: 'from', message: { zh: '未到', en: 'early' } };
    jest.spyOn(drafts, 'run').mockResolvedValueOnce({ ok: false, problems: [refusal] });
    const logger = desk.office.app.get(Logger, { strict: false });
    const logged = jest.spyOn(logger, 'error').mockReturnValue();
    expect(await drafting().run()).toHaveLength(1);
    expect(logged.mock.calls).toEqual([
      ['the weekly report was not drafted', { codes: 'report.future' }],
    ]);
  });
});
