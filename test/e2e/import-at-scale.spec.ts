import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { writeCsv, writeLongLine, zipBomb } from '../support/big-files.js';
import { Importer } from '../support/importer.js';
import type { Ended } from '../support/importer.js';
import { until } from '../support/until.js';
import { freshDatabase } from '../support/workspace.js';
import type { Workspace } from '../support/workspace.js';

/** The million is in `npm run bench import`; what grows with the rows shows in so many. */
const ROWS = 20_000;
const MOST_MB = 512;
const LONG_LINE = 50_000_000;

let folder: string;
let workspace: Workspace & { readonly databaseUrl: string };
const fileAt = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbian-big-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  workspace = await freshDatabase();
});
afterEach(() => workspace.close());

const importing = (name: string): Promise<Ended> =>
  Importer.start(workspace.env, fileAt(name)).ended;

interface State {
  readonly mentions: number;
  readonly seen: number;
  readonly sightings: number;
  readonly topics: number;
  readonly content: string | null;
}

async function state(): Promise<State> {
  const client = new pg.Client({ connectionString: workspace.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<State>(
      `SELECT count(*)::int AS mentions, coalesce(sum(seen_count), 0)::int AS seen,
         (SELECT count(*)::int FROM sightings) AS sightings, (SELECT count(*)::int FROM topics) AS topics,
         md5(string_agg(text || seen_count || first_seen_at || last_seen_at, ',' ORDER BY text)) AS content
       FROM inbox_mentions`,
    );
    return rows[0] ?? { mentions: 0, seen: 0, sightings: 0, topics: 0, content: null };
  } finally {
    await client.end();
  }
}

describe('a large file', () => {
  it('is taken in with little memory, its good rows kept, its bad ones told; killed in the middle and begun again, it comes to the same', async () => {
    const { rows, bad } = await writeCsv(fileAt('large.csv'), ROWS);
    const whole = await importing('large.csv');
    expect(whole.outcome).toMatchObject({ rows, rejectedRows: bad });
    expect(whole.outcome?.rejected[0]).toMatchObject({ line: 9 });
    expect(whole.peakMB).toBeGreaterThan(50);
    expect(whole.peakMB).toBeLessThan(MOST_MB);
    const expected = await state();
    expect(expected).toMatchObject({ sightings: rows - bad, seen: rows - bad });

    await workspace.close();
    workspace = await freshDatabase();
    const first = Importer.start(workspace.env, fileAt('large.csv'));
    await until('a part is in', async () => (await state()).sightings > ROWS / 10, {
      withinMs: 60_000,
    });
    first.kill();
    await first.ended;
    const half = await state();
    expect(half.sightings).toBeLessThan(expected.sightings);

    const second = await importing('large.csv');
    expect(second.code).toBe(0);
    expect(second.outcome?.added.sightings).toBe(expected.sightings - half.sightings);
    expect(await state()).toEqual(expected);
    const third = await importing('large.csv');
    expect(third.outcome?.added.sightings).toBe(0);
    expect(await state()).toEqual(expected);
  }, 120_000);

  it.each(['csv', 'ndjson'] as const)(
    'with one line of 50 MB (%s) loses that line only',
    async (kind) => {
      const name = `long.${kind}`;
      await writeLongLine(fileAt(name), kind, LONG_LINE);
      const { outcome, peakMB } = await importing(name);
      expect(outcome?.mentions).toBe(2);
      expect(outcome?.rejected).toEqual([
        expect.objectContaining({ line: kind === 'csv' ? 3 : 2 }),
      ]);
      expect(outcome?.rejected[0]?.reason).toMatch(/too long/);
      expect(peakMB).toBeLessThan(MOST_MB);
    },
    60_000,
  );

  it('that would unpack to a hundred times its size is not unpacked', async () => {
    writeFileSync(fileAt('bomb.xlsx'), zipBomb('xl/worksheets/sheet1.xml', 300_000_000));
    const { code, stderr, peakMB } = await importing('bomb.xlsx');
    expect(code).toBe(1);
    expect(stderr).toMatch(/unpack to far more/);
    expect(peakMB).toBeLessThan(MOST_MB);
    expect((await state()).mentions).toBe(0);
  }, 60_000);
});
