import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BEAT_MS = 2_000;
/** Seven missed beats: the owner is gone, even when it ran on another machine that shares the folder. */
const STALE_AFTER_MS = 15_000;
const LOOK_EVERY_MS = 200;

/**
 * Runs one act at a time among all processes that use the same lock file.
 *
 * @template T
 * @param {string} file
 * @param {{ onWait: () => void }} options called once, when somebody else is at it
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withLock(file, { onWait }, act) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !tryToTake(file); await wait(LOOK_EVERY_MS)) {
    if (isAbandoned(file)) setAside(file);
    else if (!told) {
      onWait();
      told = true;
    }
  }
  return holding(file, act);
}

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} act
 */
async function holding(file, act) {
  const release = () => rmSync(file, { force: true });
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS);
  process.once('exit', release);
  try {
    return await act();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function tryToTake(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  try {
    const { mtimeMs } = statSync(file);
    if (Date.now() - mtimeMs > STALE_AFTER_MS) return true;
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    return owner.host === hostname() && !isAlive(owner.pid);
  } catch (error) {
    // Released in the meantime, or taken so recently that its owner is not written yet.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/**
 * Renaming is atomic, so of several who find the lock abandoned only one moves it away.
 *
 * @param {string} file
 */
function setAside(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return typeof error === 'object' && error && 'code' in error ? error.code : undefined;
}
