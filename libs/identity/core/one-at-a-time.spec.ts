import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.js';

describe('work under one key', () => {
  it('runs one after another, even after a failure; other keys do not wait', async () => {
    const turns = new OneAtATime();
    const log: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = turns.run('a', async () => {
      await held;
      log.push('a1');
      throw new Error('failed');
    });
    const second = turns.run('a', () => Promise.resolve(log.push('a2')));
    await turns.run('b', () => Promise.resolve(log.push('b1')));
    release();
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });
});
