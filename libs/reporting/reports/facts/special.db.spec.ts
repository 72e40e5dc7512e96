import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AN_HOUR } from '#testing';
import type { ReportContent } from '../../core/index.js';
import { ReportDesk } from '../../testing/report-desk.js';
import { CountReport } from '../count-report.js';

const DAY = 24 * AN_HOUR;
const STARTS_AT = Date.parse('2026-03-31T08:00+08:00');

let desk: ReportDesk;
beforeAll(async () => {
  desk = await ReportDesk.open({ startsAt: STARTS_AT });
});
afterAll(() => desk.close());

const tell = (incidentId: string, to: number): Promise<ReportContent> =>
  desk.office.app.get(CountReport, { strict: false }).run({
    ...{ type: 'special', language: 'zh', incidentId, unitId: null },
    span: { from: STARTS_AT, to, asOf: desk.office.clock.now() },
  });

const mention = (seenAt: number, text: string) => ({
  ...{ source: '清源论坛', url: null, text, seenAt, rank: null, views: null },
});

const section = ({ sections }: ReportContent, key: string) =>
  sections.find((one) => one.key === key);

describe('what a special report tells', () => {
  it('is its course over all days, of which the last sixty are drawn', async () => {
    const first = STARTS_AT - 70 * DAY;
    const mentions = [
      ...[0, 1, 2].map((hour) => mention(first + hour * AN_HOUR, '听说')),
      ...Array.from({ length: 70 }, (_, day) => mention(first + (day + 1) * DAY, '听说')),
    ];
    const id = await desk.office.log(desk.monitor, { mentions });
    await desk.office.advance(AN_HOUR);
    const told = JSON.stringify(section(await tell(id, desk.office.clock.now()), 'course'));
    expect(told).toContain('2026-01-20 首次发现，至 2026-03-31 共有线索 73 条');
    expect(told).toContain('2026-01-20 最多，3 条');
  });

  it('is what is claimed, by merged incidents too, and no wording that retention would have to find', async () => {
    const { office, monitor, officer } = desk;
    const now = office.clock.now();
    const id = await office.log(monitor, { claim: '城东停水', mentions: [mention(now, '原话一')] });
    const complaint = await office.log(monitor, {
      ...{ claim: '水务局不作为', kind: 'complaint' },
      mentions: [mention(now, '原话二'), mention(now + 1, '原话三')],
    });
    await office.advance(AN_HOUR);
    await office.must(complaint, 'merge', officer, { intoId: id });
    await office.advance(AN_HOUR);
    const content = await tell(id, office.clock.now());
    const rows = section(content, 'views')?.tables[0]?.rows ?? [];
    expect(rows.map(([claim, kind, , count]) => [claim, kind, count])).toEqual([
      ['水务局不作为', '诉求', '2'],
      ['城东停水', '谣言传言', '1'],
    ]);
    expect(JSON.stringify(content)).not.toContain('原话');
  });

  it('ends where its span ends', async () => {
    const { office, monitor, officer } = desk;
    const id = await office.log(monitor, { mentions: [mention(office.clock.now(), '听说')] });
    await office.advance(AN_HOUR);
    const to = office.clock.now();
    await office.must(id, 'report', officer, { severity: 'II' });
    await office.advance(AN_HOUR);
    const nodes = async (end: number): Promise<unknown> =>
      section(await tell(id, end), 'nodes')?.tables[0]?.rows.map(([, what]) => what);
    expect(await nodes(to)).toEqual(['已登记']);
    expect(await nodes(office.clock.now())).toEqual(['已登记', '待研判']);
  });
});
