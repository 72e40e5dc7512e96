import { Logger, ManualClock, Metrics, Nudges, sql } from '#platform';
import type { Database } from '#platform';
import { readRange } from '../feeds/address.js';
import { FeedsConfig } from '../feeds/feeds-config.js';
import { FetchFeed } from '../feeds/fetch-feed.js';
import { ReadFeeds } from '../feeds/read-feeds.js';
import { IntakeConfig } from '../intake-config.js';
import { TakeIn } from '../mentions/take-in.js';
import { Redactor } from '../redactor.js';
import { SetUpSource } from '../sources/set-up-source.js';
import type { SourceStanding } from '../sources/source.repository.js';
import { standingOf } from '../sources/source.repository.js';

interface OpenDatabase {
  readonly database: Database;
  readonly url: string;
  close(): Promise<void>;
}

const ZONE = 'Asia/Shanghai';
const LIMITS = { withinMs: 2_000, mostBytes: 1024 * 1024, mostRedirects: 5 };

/** A database with everything that reads feeds, and a clock that moves when it is told to. This machine may be read. */
export class FeedRoom {
  readonly clock = new ManualClock(Date.parse('2026-04-01T09:00:00+08:00'));
  private readonly config: FeedsConfig;
  private readonly redactor = new Redactor({ off: new Set(), allow: new Set() }, new Metrics());
  readonly setUp: SetUpSource;

  private constructor(
    readonly database: Database,
    private readonly nudges: Nudges,
    private readonly drop: () => Promise<void>,
  ) {
    const own = readRange('127.0.0.0/8');
    this.config = new FeedsConfig({ contact: '', allow: own === null ? [] : [own] }, LIMITS);
    this.setUp = new SetUpSource(database, this.redactor, this.config, this.clock, nudges);
  }

  static on({ database, url, close }: OpenDatabase): FeedRoom {
    return new FeedRoom(database, new Nudges(database, url), close);
  }

  async close(): Promise<void> {
    await this.nudges.close();
    await this.drop();
  }

  /** One of the workers that read feeds. */
  worker(): ReadFeeds {
    const { database, redactor, clock, nudges, config } = this;
    const fetching = new FetchFeed(config, new IntakeConfig(ZONE), clock);
    const taking = new TakeIn(database, redactor, clock, nudges);
    return new ReadFeeds(database, fetching, taking, redactor, clock, nudges, new Logger('silent'));
  }

  select<Row>(text: string): Promise<Row[]> {
    return sql<Row>(this.database.reader, text);
  }

  async standing(id: string): Promise<SourceStanding> {
    const row = await standingOf(this.database.reader, id);
    if (row === null) throw new Error('there is no such source');
    return row;
  }
}
