import { Loop } from '#platform';
import type { Logger } from '#platform';
import type { Workspace } from '#product';

const LOOK_EVERY_MS = 1_000;

/** Starts the embedded database again when it has died: nobody else would. */
export function keepAlive({ embedded }: Workspace, logger: Logger): { stop(): Promise<void> } {
  if (embedded === null) return { stop: () => Promise.resolve() };
  const loop = new Loop(
    async () => {
      if (await embedded.revive()) logger.warn('the database had stopped and was started again');
      return LOOK_EVERY_MS;
    },
    (error) => {
      logger.error('the database could not be started again', error);
    },
  );
  loop.start();
  return loop;
}
