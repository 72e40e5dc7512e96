import { setTimeout as delay } from 'node:timers/promises';

/** How often a condition is looked at: often enough to cost no test any time worth mentioning. */
const LOOK_EVERY_MS = 20;

interface Patience {
  readonly withinMs?: number;
  /** What to add to the complaint. */
  readonly orSay?: () => string;
}

/** Waits for a condition, not for a time. Throws, naming it, when it does not come true. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  { withinMs = 15_000, orSay = () => '' }: Patience = {},
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`not within ${withinMs} ms: ${what}\n${orSay()}`);
    }
    await delay(LOOK_EVERY_MS);
  }
}
