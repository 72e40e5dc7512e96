import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AN_HOUR } from '#testing';
import type { ReportContent } from '../../core/index.js';
import { CountReport } from '../count-report.js';
import { ReportDesk } from '../../testing/report-desk.js';

const at = (iso: string): number => Date.parse(iso);
const PERIOD = { from: at('2026-03-01T00:00+08:00'), to: at('2026-04-01T00:00+08:00') };

let desk: ReportDesk;
beforeAll(async () => {
  desk = await ReportDesk.open({ startsAt: at('2026-03-10T08:00+08:00') });
});
afterAll(() => desk.close());

const tell = (asOf: number, period = PERIOD): Promise<ReportContent> =>
  desk.office.app.get(CountReport, { strict: false }).run({
    ...{ type: 'monthly', language: 'zh', incidentId: null, unitId: null },
    span: { ...period, asOf },
  });

/** Of the first table of a section the cells below a head. */
function column({ sections }: ReportContent, key: string, head: string): string[] {
  const table = sections.find((section) => section.key === key)?.tables[0];
  const place = table?.heads.indexOf(head) ?? -1;
  return (table?.rows ?? []).map((cells) => {
    const cell = cells[place] ?? '';
    return typeof cell === 'string' ? cell : cell.text;
  });
}

const mention = (seenAt: number) => ({
  ...{ source: '清源论坛', url: null, text: '听说', seenAt, rank: null, views: null },
});

describe('what a report tells besides figures', () => {
  it('are its main topics, the gravest and the most seen first, without those that are no topic', async () => {
    const { office, monitor, officer } = desk;
    const now = office.clock.now();
    const seen = (title: string, times: number) =>
      office.log(monitor, { title, mentions: Array.from({ length: times }, () => mention(now)) });
    await seen('一次', 1);
    await seen('三次', 3);
    const grave = await seen('重大', 1);
    const dismissed = await seen('排除', 9);
    const merged = await seen('并入', 9);
    await office.must(grave, 'report', officer, { severity: 'II' });
    await office.must(dismissed, 'dismiss', officer, { reason: '无实据' });
    await office.advance(AN_HOUR);
    const before = office.clock.now();
    await office.advance(AN_HOUR);
    await office.must(merged, 'merge', officer, { intoId: grave });
    await office.advance(AN_HOUR);
    const titles = async (asOf: number): Promise<string[]> =>
      column(await tell(asOf), 'topics', '标题');
    expect(await titles(office.clock.now())).toEqual(['重大', '三次', '一次']);
    // As of before the merge, the one that was merged stood for itself.
    expect(await titles(before)).toContain('并入');
  });

  it('are actions about causes as they stood at the moment, and no others', async () => {
    const { office, monitor, officer, analyst, handler } = desk;
    const id = await office.log(monitor, { title: '管网' });
    await office.must(id, 'report', officer, { severity: 'IV' });
    await office.must(id, 'judge', analyst, {
      likelihood: { spread: 1, believability: 1, timing: 1 },
      consequence: { safety: 1, livelihood: 1, disruption: 1, trust: 1 },
      ...{ severity: 'IV', decision: 'dispose', unitId: handler.unitId },
    });
    const due = (days: number): string =>
      new Date(office.clock.now() + days * 24 * AN_HOUR).toISOString();
    await office.must(id, 'start-disposal', handler, {
      actions: [
        { title: '更换管网', kind: 'fix', dueAt: due(9) },
        { title: '采纳建议', kind: 'adopt', dueAt: due(3) },
        { title: '核实', kind: 'verify', dueAt: due(1) },
      ],
    });
    await office.advance(AN_HOUR);
    const open = office.clock.now();
    const [subject] = await office.select<{ actions: { id: string; title: string }[] }>(
      "SELECT facts->'actions' AS actions FROM subjects WHERE id = $1",
      [id],
    );
    const actionId = subject?.actions.find(({ title }) => title === '采纳建议')?.id;
    await office.must(id, 'complete-action', handler, { actionId, result: '已采纳' });
    await office.advance(AN_HOUR);
    const told = async (asOf: number): Promise<string[]> => {
      const content = await tell(asOf);
      const states = column(content, 'advice', '状态');
      return column(content, 'advice', '措施').map((title, n) => `${title} ${states[n] ?? ''}`);
    };
    expect(await told(office.clock.now())).toEqual(['采纳建议 已完成', '更换管网 未完成']);
    expect(await told(open)).toEqual(['采纳建议 未完成', '更换管网 未完成']);
    // Months later nobody has done a thing, and it is still to be done; until the incident is closed.
    const july = at('2026-07-15T08:00+08:00');
    const ofJuly = { from: at('2026-07-01T00:00+08:00'), to: at('2026-08-01T00:00+08:00') };
    await office.advance(july - office.clock.now());
    const inJuly = async (): Promise<string[]> =>
      column(await tell(office.clock.now(), ofJuly), 'advice', '措施');
    expect(await inJuly()).toEqual(['更换管网']);
    await office.must(id, 'merge', officer, { intoId: await office.log(monitor) });
    await office.advance(AN_HOUR);
    expect(await inJuly()).toEqual([]);
  });
});
