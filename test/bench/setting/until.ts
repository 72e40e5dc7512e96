import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the machine's clock shows this instant. */
export const untilInstant = (at: number): Promise<void> => delay(Math.max(0, at - Date.now()));

/** Asks again and again until the answer is yes. Throws when it takes longer than `limitMs`. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  limitMs: number,
  what: string,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${String(limitMs / 1000)} s`);
    await delay(100);
  }
}
