import { Loop } from '#platform';
import type { Logger, Nudges } from '#platform';
import type { ReadFeeds } from './read-feeds.js';

/** So many feeds are read at once, each from another host: one slow site does not hold up all. */
const LANES = 3;
const RETRY_MS = 5_000;

/** Keeps feeds being read in this process. */
export class FeedRounds {
  private readonly lanes: readonly Loop[];
  private away: (() => void) | null = null;

  constructor(
    private readonly reading: ReadFeeds,
    private readonly nudges: Nudges,
    logger: Logger,
  ) {
    this.lanes = Array.from(
      { length: LANES },
      () =>
        new Loop(
          () => reading.next(),
          (error) => {
            logger.error('reading a feed failed', error);
          },
          RETRY_MS,
        ),
    );
  }

  start(): void {
    this.away = this.nudges.on('feeds', () => {
      for (const lane of this.lanes) lane.nudge();
    });
    for (const lane of this.lanes) lane.start();
  }

  /** A feed that is being fetched is given up, and read by the next process. */
  async stop(): Promise<void> {
    this.away?.();
    this.reading.stop();
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }
}
