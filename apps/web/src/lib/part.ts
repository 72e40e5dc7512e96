import { lazy, type ComponentType } from 'react';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A part of a page with code of its own. While the server is away, the part is waited for; React's `lazy` alone would
 * keep the failure, and take the whole page down with it.
 */
export const part = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) => lazy(() => untilItComes(load));

async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      return await load();
    } catch {
      // A server that is there and has no such file has another version: the page says so, and offers a reload.
      if (await isServerThere()) return load();
    }
    await pause(wait);
  }
}

/** Asked past the service worker, which leaves the API alone. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/api/v1/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
