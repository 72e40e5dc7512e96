import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnMapping } from '../core/index.js';
import { ImportFile } from '../imports/import-file.js';
import type { ImportOutcome, RejectedRow } from '../imports/import-file.js';
import { Redactor } from '../redactor.js';
import { sourcesNamed } from '../sources/source.repository.js';
import type { Database } from '#platform';
import { ManualClock, Metrics, Nudges, sql } from '#platform';

export interface Imported extends ImportOutcome {
  readonly refused: readonly RejectedRow[];
}

interface Wishes {
  readonly source?: string;
  readonly mapping?: ColumnMapping;
  readonly dryRun?: boolean;
}

/** A database of one's own, as `openTestDatabase` gives it. */
interface OpenDatabase {
  readonly database: Database;
  readonly url: string;
  close(): Promise<void>;
}

/** A database and a folder in which files are made and imported. */
export class ImportRoom {
  private constructor(
    readonly database: Database,
    private readonly nudges: Nudges,
    private readonly folder: string,
    private readonly drop: () => Promise<void>,
  ) {}

  readonly clock = new ManualClock(Date.parse('2026-04-01T00:00:00+08:00'));

  static on({ database, url, close }: OpenDatabase): ImportRoom {
    const folder = mkdtempSync(join(tmpdir(), 'mingbian-import-'));
    return new ImportRoom(database, new Nudges(database, url), folder, close);
  }

  async close(): Promise<void> {
    await this.nudges.close();
    await this.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async import(path: string, wishes: Wishes = {}): Promise<Imported> {
    const name = wishes.source ?? '清源论坛';
    const { database, nudges, clock } = this;
    const sources = await database.transaction((tx) =>
      sourcesNamed(tx, [name], 'csv', clock.now()),
    );
    const source = sources.get(name);
    if (source === undefined) throw new Error(`no source ${name}`);
    const redactor = new Redactor({ off: new Set(), allow: new Set() }, new Metrics());
    const refused: RejectedRow[] = [];
    const outcome = await new ImportFile(database, redactor, nudges).run({
      ...{ path, source, mapping: wishes.mapping ?? {}, dryRun: wishes.dryRun ?? false },
      zone: 'Asia/Shanghai',
      now: () => clock.now(),
      onRejected: (rows) => {
        refused.push(...rows);
      },
    });
    return { ...outcome, refused };
  }

  select<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return sql<Row>(this.database.reader, text, parameters);
  }

  /** Everything that the inbox holds, so that two states can be compared. */
  state(): Promise<unknown[]> {
    return this.select(
      `SELECT m.text, m.outlet, m.url, m.state, m.seen_count, m.first_seen_at, m.last_seen_at, m.peak_rank, m.peak_views,
         t.title, (SELECT count(*)::int FROM sightings s WHERE s.mention_id = m.id) AS sightings
       FROM inbox_mentions m JOIN topics t ON t.id = m.topic_id ORDER BY m.key`,
    );
  }
}
