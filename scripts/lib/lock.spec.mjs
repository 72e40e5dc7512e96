import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withLock } from './lock.mjs';

/** Above the largest process id that Linux hands out (2^22), so that nobody has it. */
const NOBODY = 2 ** 22 + 1;

describe('the lock around installing and building', () => {
  let folder = '';
  let file = '';
  const onWait = jest.fn(() => undefined);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingbian-lock-'));
    file = join(folder, 'deep', 'lock');
    onWait.mockClear();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one in at a time, and tells the other once that it waits', async () => {
    /** @type {string[]} */
    const seen = [];
    /** @param {string} name */
    const visit = (name) =>
      withLock(file, { onWait }, async () => {
        seen.push(`${name} in`);
        await turn();
        seen.push(`${name} out`);
      });
    await Promise.all([visit('first'), visit('second')]);
    expect(seen).toEqual(['first in', 'first out', 'second in', 'second out']);
    expect(onWait).toHaveBeenCalledTimes(1);
  });

  it('is given back when the act fails', async () => {
    const failing = withLock(file, { onWait }, () => Promise.reject(new Error('no network')));
    await expect(failing).rejects.toThrow('no network');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over at once from a process that has died here', async () => {
    await withLock(file, { onWait }, async () => undefined);
    writeFileSync(file, JSON.stringify({ pid: NOBODY, host: hostname() }));
    await expect(withLock(file, { onWait }, async () => 'mine')).resolves.toBe('mine');
    expect(onWait).not.toHaveBeenCalled();
  });

  it('is taken over from another machine when its heart has stopped', async () => {
    await withLock(file, { onWait }, async () => undefined);
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'elsewhere' }));
    const minuteAgo = new Date(Date.now() - 60_000);
    utimesSync(file, minuteAgo, minuteAgo);
    await expect(withLock(file, { onWait }, async () => 'mine')).resolves.toBe('mine');
  });
});
