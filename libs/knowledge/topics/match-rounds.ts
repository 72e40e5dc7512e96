import { Loop } from '#platform';
import type { Logger, Nudges } from '#platform';
import type { MatchTopics } from './match-topics.js';

/** A nudge may be lost; then a topic waits this long. */
const REST_MS = 5_000;

/** Keeps new topics being compared in this process. */
export class MatchRounds {
  private readonly loop: Loop;
  private away: (() => void) | null = null;

  constructor(
    private readonly matching: MatchTopics,
    private readonly nudges: Nudges,
    logger: Logger,
  ) {
    this.loop = new Loop(
      async () => ((await this.matching.run()) > 0 ? 0 : REST_MS),
      (error) => {
        logger.error('matching topics failed', error);
      },
      REST_MS,
    );
  }

  start(): void {
    this.away = this.nudges.on('topics', () => {
      this.loop.nudge();
    });
    this.loop.start();
  }

  async stop(): Promise<void> {
    this.away?.();
    await this.loop.stop();
  }
}
