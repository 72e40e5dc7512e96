import { Loop } from '#platform';
import type { Logger } from '#platform';
import type { FoldDueLives } from './fold-due-lives.js';

/** Nobody waits for it: figures fold what is left themselves. */
const REST_MS = 5_000;

/** Keeps what figures count up to the timeline, in this process. */
export class FoldRounds {
  private readonly loop: Loop;

  constructor(lives: FoldDueLives, logger: Logger) {
    this.loop = new Loop(
      async () => ((await lives.run()) > 0 ? 0 : REST_MS),
      (error) => {
        logger.error('folding lives failed', error);
      },
      REST_MS,
    );
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }
}
