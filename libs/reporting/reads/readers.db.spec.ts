import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Directory } from '#identity';
import { Notifier } from '#notify';
import { A_MINUTE } from '#testing';
import type { TestUser } from '#testing';
import { reportsSchema } from '../core/index.js';
import { ReportsConfig } from '../reports-config.js';
import { ReportDesk } from '../testing/report-desk.js';
import { countReads, markRead, readersOf } from './readers.repository.js';
import { SendToReaders } from './send-to-readers.js';

let desk: ReportDesk;
let education: TestUser;

beforeAll(async () => {
  desk = await ReportDesk.open();
  education = await desk.office.hire('education', ['handler'], 'education');
});

afterAll(() => desk.close());

async function issued(id: string): Promise<string> {
  await desk.must(id, 'submit', desk.analyst);
  await desk.must(id, 'approve', desk.leader);
  await desk.must(id, 'issue', desk.analyst);
  return id;
}

const namesOf = async (id: string): Promise<string[]> =>
  (await readersOf(desk.office.database.reader, id)).map(({ name }) => name).sort();

describe('an issued report', () => {
  it('is sent to the people of the roles that the configuration names, and to nobody before', async () => {
    const id = await desk.drafted({ type: 'weekly', period: '2026W12' });
    expect(await namesOf(id)).toEqual([]);
    await issued(id);
    expect(await namesOf(id)).toEqual(['analyst', 'deputy', 'leader', 'officer']);
    const told = await desk.office.select<{ n: number }>(
      "SELECT count(*)::int AS n FROM notifications WHERE topic = 'report.issued' AND subject_id = $1",
      [id],
    );
    expect(told).toEqual([{ n: 4 }]);
  });

  it('is read once, and by others than its readers without counting among them', async () => {
    const id = await issued(await desk.drafted({ type: 'weekly', period: '2026W11' }));
    const { reader } = desk.office.database;
    const at = desk.office.clock.now();
    const first = await markRead(reader, id, desk.leader.id, at);
    expect(await markRead(reader, id, desk.leader.id, at + 60_000)).toEqual(first);
    await markRead(reader, id, desk.monitor.id, at);
    expect(await countReads(reader, id)).toEqual({ read: 1, of: 4 });
    expect(await namesOf(id)).toContain('monitor');
  });

  it('on one incident is not named to a unit that may not know of that', async () => {
    const incidentId = await desk.office.log(desk.monitor);
    await desk.office.must(incidentId, 'report', desk.officer, { severity: 'III' });
    desk.office.clock.moveTo(desk.office.clock.now() + A_MINUTE);
    const whole = { type: 'special', period: null, incidentId } as const;
    const id = await issued(await desk.drafted(whole));
    const { app, database, clock } = desk.office;
    const config = new ReportsConfig(
      'Asia/Shanghai',
      reportsSchema.parse({ readers: { special: ['leader', 'handler'] } }),
    );
    const sending = new SendToReaders(
      config,
      app.get(Directory, { strict: false }),
      app.get(Notifier, { strict: false }),
    );
    const report = { id, type: 'special', incidentId, unitId: null } as const;
    await database.transaction((tx) => sending.within(tx, report, clock.now()));
    expect(await namesOf(id)).toEqual(['deputy', 'leader']);
    await desk.office.must(incidentId, 'assign', desk.officer, {
      unitId: await desk.office.unitId('education'),
    });
    await database.transaction((tx) => sending.within(tx, report, clock.now()));
    expect(await namesOf(id)).toContain(education.name);
    expect(await namesOf(id)).not.toContain(desk.handler.name);
  });
});
