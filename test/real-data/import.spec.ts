import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportFile, Redactor, sourcesNamed } from '#intake';
import type { ImportOutcome } from '#intake';
import { Metrics } from '#platform';
import { TestOffice } from '#testing';

const FILE = resolve('../shared/data/hot-search-2026q1.ndjson');
const MOST_MS = 5_000;

const available = existsSync(FILE) ? describe : describe.skip;

available('the real first quarter of 2026, imported', () => {
  let office: TestOffice;
  let first: ImportOutcome;
  let tookMs: number;

  beforeAll(async () => {
    office = await TestOffice.open({ startsAt: Date.parse('2026-04-02T00:00:00+08:00') });
    const start = performance.now();
    first = await importIt();
    tookMs = performance.now() - start;
  }, 60_000);

  afterAll(() => office.close());

  async function importIt(): Promise<ImportOutcome> {
    const { database, nudges } = office.foundation;
    const now = office.clock.now();
    const name = '微博热搜';
    const sources = await database.transaction((tx) => sourcesNamed(tx, [name], 'list', now));
    const source = sources.get(name);
    if (source === undefined) throw new Error(`no source ${name}`);
    const redactor = new Redactor({ off: new Set(), allow: new Set() }, new Metrics());
    return new ImportFile(database, redactor, nudges).run({
      ...{ path: FILE, source, mapping: {}, dryRun: false, zone: 'Asia/Shanghai' },
      now: () => now,
      onRejected: (rows) => {
        throw new Error(`line ${String(rows[0]?.line)} was rejected`);
      },
    });
  }

  const state = (): Promise<unknown[]> =>
    office.select(
      `SELECT count(*)::int AS mentions, count(DISTINCT topic_id)::int AS topics, sum(seen_count)::int AS seen,
         (SELECT count(*)::int FROM sightings) AS sightings, min(first_seen_at) AS first, max(last_seen_at) AS last,
         min(peak_rank) AS peak, md5(string_agg(key::text || seen_count || peak_rank, ',' ORDER BY key)) AS content
       FROM inbox_mentions`,
    );

  it('is read whole: 2,302 sightings of 739 topics', async () => {
    expect(first).toMatchObject({
      rows: 2302,
      rejected: 0,
      mentions: 739,
      folded: 1563,
      topics: 739,
    });
    expect(first.added).toEqual({ sightings: 2302, mentions: 739, topics: 739 });
    expect(await state()).toMatchObject([
      { mentions: 739, topics: 739, seen: 2302, sightings: 2302, peak: 1 },
    ]);
  });

  it('takes no more than five seconds', () => {
    expect(tookMs).toBeLessThan(MOST_MS);
  });

  it('is the same the second time', async () => {
    const before = await state();
    expect(await importIt()).toEqual({ ...first, added: { sightings: 0, mentions: 0, topics: 0 } });
    expect(await state()).toEqual(before);
  });
});
