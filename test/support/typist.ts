import type { Page } from 'playwright-core';

/**
 * The keystroke-level model of Card, Moran and Newell (CACM 23(7), 1980): an average non-secretary typist takes
 * 0.28 s for a key, and 1.35 s to make up their mind before a step.
 */
const KEY_MS = 280;
const THOUGHT_MS = 1350;

/** Somebody who uses the keyboard alone. What they do takes no time here; how long it takes people is added up. */
export class Typist {
  private keys = 0;
  private thoughts = 0;
  private readonly begunAt = performance.now();

  constructor(private readonly page: Page) {}

  /** One step that has to be thought of, as Playwright names keys: `Tab`, `Control+V`. */
  async press(...keys: readonly string[]): Promise<void> {
    this.thoughts += 1;
    for (const key of keys) {
      this.keys += key.split('+').length;
      await this.page.keyboard.press(key);
    }
  }

  /** What a person would have needed since the beginning, the machine's own time included. */
  get elapsedMs(): number {
    const machine = performance.now() - this.begunAt;
    return machine + this.keys * KEY_MS + this.thoughts * THOUGHT_MS;
  }
}
