import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashOf, readTimeline, sha256, verifyRecords } from '#platform';
import { recordChecks } from '#product';
import { AttachFile } from '../attachments/attach-file.js';
import { Closing } from '../testing/closing.js';
import { KeepNoLonger } from './keep-no-longer.js';
import { PreviewRetention } from './preview-retention.js';
import type { RetentionPreview } from './retention.dto.js';

const DAY_MS = 24 * 3_600_000;
const SAID = '自来水停了三天没人管';

let closing: Closing;
let keeping: KeepNoLonger;

beforeAll(async () => {
  closing = await Closing.open();
  keeping = closing.office.app.get(KeepNoLonger, { strict: false });
});
afterAll(() => closing.close());
// What earlier tests closed has gone before the next begins.
beforeEach(async () => {
  closing.office.clock.advance(3 * 365 * DAY_MS);
  await keeping.run();
});

const passDays = (days: number) => closing.office.clock.advance(days * DAY_MS);
const preview = (until?: string): Promise<RetentionPreview> =>
  closing.office.app
    .get(PreviewRetention, { strict: false })
    .run({ limit: 50, ...(until !== undefined && { until }) });

interface MentionRow {
  readonly text: string;
  readonly url: string | null;
  readonly rank: number | null;
  readonly views: number | null;
  readonly wording_salt: string | null;
}

const mentionsOf = (id: string): Promise<MentionRow[]> =>
  closing.office.select(
    'SELECT text, url, rank, views::int AS views, wording_salt FROM mentions WHERE incident_id = $1',
    [id],
  );

const GONE = { text: '', url: null, wording_salt: null };

describe('the wording of mentions', () => {
  it('of a dismissed incident goes after 90 days, and not a minute before', async () => {
    const id = await closing.dismissed();
    closing.office.clock.advance(90 * DAY_MS - 60_000);
    expect(await keeping.run()).toMatchObject({ incidents: 0, mentions: 0 });
    closing.office.clock.advance(60_000);
    expect(await keeping.run()).toMatchObject({ incidents: 1, mentions: 1 });
    expect(await mentionsOf(id)).toEqual([expect.objectContaining(GONE)]);
    expect(await keeping.run()).toMatchObject({ incidents: 0, mentions: 0 });
  });

  it('of an archived one goes after two years, while figures and the frozen record stay', async () => {
    const id = await closing.archived({ text: SAID });
    const [before] = await closing.office.select<{ record: unknown; sha256: string }>(
      'SELECT record, sha256 FROM incident_records WHERE incident_id = $1',
      [id],
    );
    passDays(2 * 365 - 1);
    expect((await keeping.run()).mentions).toBe(0);
    expect((await mentionsOf(id))[0]?.text).toBe(SAID);
    passDays(3);
    expect((await keeping.run()).mentions).toBe(1);
    expect(await mentionsOf(id)).toEqual([{ ...GONE, rank: 3, views: 1200 }]);
    const [after] = await closing.office.select<{ record: unknown; sha256: string }>(
      'SELECT record, sha256 FROM incident_records WHERE incident_id = $1',
      [id],
    );
    expect(after).toEqual(before);
    expect(hashOf(after?.record)).toBe(after?.sha256);
    const verified = await closing.office.database.snapshot((tx) =>
      verifyRecords(tx, recordChecks, closing.office.foundation.settings),
    );
    expect(verified).toMatchObject({ ok: true });
  });

  it('leaves nothing of itself in any table', async () => {
    await closing.archived({ text: SAID });
    passDays(3 * 365);
    await keeping.run();
    const tables = await closing.office.select<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const [row] = await closing.office.select<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${name} t WHERE strpos(t::text, $1) > 0`,
        [SAID],
      );
      if (row?.n !== 0) holding.push(name);
    }
    expect(holding).toEqual([]);
  });

  it('goes with an entry on the timeline that says how much and by which rule', async () => {
    const id = await closing.dismissed();
    passDays(91);
    await keeping.run();
    const last = (await readTimeline(closing.office.database.reader, id)).at(-1);
    expect(last).toMatchObject({
      type: 'wording-removed',
      actor: { kind: 'system' },
      data: { mentions: 1, state: 'dismissed', keep: 'P90D' },
    });
  });

  it('stays while the incident is reopened, and its time begins anew', async () => {
    const id = await closing.dismissed();
    passDays(80);
    await closing.reopen(id);
    passDays(20);
    expect((await keeping.run()).mentions).toBe(0);
    await closing.office.must(id, 'dismiss', closing.officer, { reason: '确为误报' });
    passDays(89);
    expect((await keeping.run()).mentions).toBe(0);
    passDays(1);
    expect((await keeping.run()).mentions).toBe(1);
  });

  it('that reached a merged incident goes with the one that took it in', async () => {
    const [merged, into] = [await closing.reported(), await closing.reported()];
    await closing.office.must(merged, 'merge', closing.officer, { intoId: into });
    await closing.office.select(
      'UPDATE mentions SET incident_id = $1 WHERE id = (SELECT min(id::text)::uuid FROM mentions WHERE incident_id = $2)',
      [merged, into],
    );
    await closing.office.must(into, 'dismiss', closing.officer, { reason: '误报' });
    passDays(91);
    expect(await keeping.run()).toMatchObject({ incidents: 2, mentions: 2 });
  });

  it('of an incident that somebody is changing waits for the next time', async () => {
    const id = await closing.dismissed();
    passDays(91);
    await closing.office.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM timeline_heads WHERE subject_id = $1 FOR UPDATE', [id]);
      expect(await keeping.run()).toMatchObject({ incidents: 0 });
    });
    expect(await keeping.run()).toMatchObject({ incidents: 1 });
  });
});

describe('the dry run', () => {
  it('shows what will go by a day, takes nothing, and agrees with what then goes', async () => {
    const id = await closing.dismissed();
    passDays(60);
    expect(await preview()).toMatchObject({ incidents: 0, mentions: 0, items: [] });
    const until = new Date(closing.office.clock.now() + 30 * DAY_MS).toISOString();
    const shown = await preview(until);
    expect(shown).toMatchObject({ incidents: 1, mentions: 1 });
    expect(shown.items).toEqual([
      expect.objectContaining({ id, state: 'dismissed', goesAt: until, mentions: 1 }),
    ]);
    expect((await mentionsOf(id))[0]?.text).not.toBe('');
    passDays(30);
    expect(await keeping.run()).toMatchObject({ incidents: 1, mentions: 1 });
  });
});

describe('files', () => {
  const storeLoose = (content: string, storedAt: number): string => {
    const { dataDir } = closing.office.foundation.settings;
    const hash = sha256(Buffer.from(content));
    const path = join(dataDir, 'attachments', hash.slice(0, 2), hash);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, storedAt / 1000, storedAt / 1000);
    return path;
  };

  it('that no row speaks of are swept after a day, those of an incident never', async () => {
    const id = await closing.office.log(closing.monitor);
    const content = Buffer.from('现场记录');
    const attach = closing.office.app.get(AttachFile, { strict: false });
    await attach.run(id, closing.monitor, { originalname: 'a.txt', buffer: content });
    const now = closing.office.clock.now();
    const held = storeLoose('现场记录', now - 30 * DAY_MS);
    const loose = storeLoose('没有人要的文件', now - DAY_MS);
    const fresh = storeLoose('刚刚上传', now - DAY_MS + 1_000);
    expect(await preview()).toMatchObject({ files: 1 });
    expect(await keeping.run()).toMatchObject({ files: 1 });
    expect([held, loose, fresh].map(existsSync)).toEqual([true, false, true]);
  });
});
