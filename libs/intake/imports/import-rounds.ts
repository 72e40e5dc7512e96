import { Loop } from '#platform';
import type { Logger, Nudges } from '#platform';
import type { ReadImports } from './read-imports.js';

/** A nudge may be lost; then a file waits this long. */
const REST_MS = 5_000;

/** Keeps files being read in this process. */
export class ImportRounds {
  private readonly loop: Loop;
  private away: (() => void) | null = null;

  constructor(
    private readonly reading: ReadImports,
    private readonly nudges: Nudges,
    logger: Logger,
  ) {
    this.loop = new Loop(
      async () => ((await reading.next()) ? 0 : REST_MS),
      (error) => {
        logger.error('reading an import failed', error);
      },
      REST_MS,
    );
  }

  start(): void {
    this.away = this.nudges.on('imports', () => {
      this.loop.nudge();
    });
    this.loop.start();
  }

  /** A file that is being read is left after its batch, and begun again by the next process: nothing is taken twice. */
  async stop(): Promise<void> {
    this.away?.();
    this.reading.stop();
    await this.loop.stop();
  }
}
