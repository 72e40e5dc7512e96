import { Injectable } from '@nestjs/common';
import { Clock, Database, Logger, Nudges, addToStream } from '#platform';
import type { Tx } from '#platform';
import { identityOf, matches, nextReadAt, parseRule, sightingOf } from '../core/index.js';
import type { FeedEntry, Rule } from '../core/index.js';
import { TakeIn } from '../mentions/take-in.js';
import { Redactor } from '../redactor.js';
import { feedProblem } from './feed-problem.js';
import {
  claimFeed,
  endReading,
  entryKey,
  giveBack,
  isStillOurs,
  nextFeedAt,
  rememberEntries,
} from './feed.repository.js';
import type { LeasedFeed } from './feed.repository.js';
import { FetchFeed } from './fetch-feed.js';
import type { FeedRead } from './fetch-feed.js';

/** A nudge may be lost; then a feed that was just set up waits this long. */
const LONGEST_REST_MS = 15_000;

/**
 * Reads feeds whose time has come. What was read, the counts and the next time are one transaction: whoever is killed
 * over a feed leaves it as it was, and nothing is counted twice.
 */
@Injectable()
export class ReadFeeds {
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly fetching: FetchFeed,
    private readonly taking: TakeIn,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
    private readonly logger: Logger,
  ) {}

  /** What is being fetched is given up and read by the next process. */
  stop(): void {
    this.stopping.abort();
  }

  /** Reads one; answers in how many milliseconds to look again. */
  async next(): Promise<number> {
    if (this.isStopping()) return LONGEST_REST_MS;
    const feed = await this.database.transaction((tx) => claimFeed(tx, this.clock.now()));
    if (feed === null) return this.restMs();
    const read = await this.fetch(feed);
    if (this.isStopping()) {
      await this.database.transaction((tx) => giveBack(tx, feed, this.clock.now()));
      return LONGEST_REST_MS;
    }
    await this.database.transaction((tx) => this.end(tx, feed, read));
    this.nudges.send('stream', 'outbox', 'topics');
    return 0;
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async restMs(): Promise<number> {
    const at = await nextFeedAt(this.database.reader);
    const rest = at === null ? LONGEST_REST_MS : at - this.clock.now();
    return Math.min(Math.max(rest, 100), LONGEST_REST_MS);
  }

  private async fetch({ url, validators, sourceId }: LeasedFeed): Promise<FeedRead> {
    try {
      return await this.fetching.read(url, validators, this.stopping.signal);
    } catch (error) {
      this.logger.error(`reading the feed of source ${sourceId} failed`, error);
      return { kind: 'problem', problem: feedProblem('unexpected') };
    }
  }

  private async end(tx: Tx, feed: LeasedFeed, read: FeedRead): Promise<void> {
    const now = this.clock.now();
    if (!(await isStillOurs(tx, feed))) return giveBack(tx, feed, now);
    const problem = read.kind === 'problem' ? read.problem : null;
    const failures = problem === null ? 0 : feed.failures + 1;
    const { everyMinutes } = feed;
    const pace = { everyMinutes, failures, notBefore: problem?.notBefore ?? null };
    const counts =
      read.kind === 'entries'
        ? await this.takeIn(tx, feed, read.entries, now)
        : { takenIn: 0, leftOut: 0 };
    const validators = read.kind === 'entries' ? read.validators : null;
    const ending = { nextReadAt: nextReadAt(pace, now), problem, validators, ...counts };
    await endReading(tx, feed, ending, now);
    await addToStream(
      tx,
      [{ type: 'source.changed', userId: null, data: { id: feed.sourceId } }],
      now,
    );
  }

  private async takeIn(
    tx: Tx,
    feed: LeasedFeed,
    entries: readonly FeedEntry[],
    now: number,
  ): Promise<{ takenIn: number; leftOut: number }> {
    const rule = ruleOf(feed);
    const keyOf = (entry: FeedEntry): string => entryKey(this.redactor.clean(identityOf(entry)));
    const firstRead = await rememberEntries(tx, feed.sourceId, entries.map(keyOf), now);
    const seen = entries.flatMap((entry) => {
      const firstReadAt = firstRead.get(keyOf(entry)) ?? now;
      const sighting = sightingOf(entry, firstReadAt);
      if (sighting === null) return [];
      const passes = rule === null || matches(rule, sighting.text);
      return [{ sighting, passes, isNew: firstReadAt === now }];
    });
    const passing = seen.filter(({ passes }) => passes).map(({ sighting }) => sighting);
    const { added } = await this.taking.fromSource(tx, feed.sourceId, passing, now);
    return {
      takenIn: added.sightings,
      leftOut: seen.filter(({ passes, isNew }) => !passes && isNew).length,
    };
  }
}

/** It was checked when it was written; one that cannot be read any more lets nothing be lost. */
function ruleOf({ rule }: LeasedFeed): Rule | null {
  const parsed = parseRule(rule ?? '');
  return parsed.ok ? parsed.rule : null;
}
