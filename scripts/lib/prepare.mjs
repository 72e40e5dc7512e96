import { build, needsBuild } from './build.mjs';
import { install, needsInstall } from './install.mjs';
import { withLock } from './lock.mjs';
import { fromRoot } from './paths.mjs';
import { say } from './progress.mjs';

/** @typedef {import('./build.mjs').Part} Part */

/**
 * Installs when packages are missing or differ from the lock file, and builds the parts whose sources have
 * changed. Several may be started at once (a server, `mb`, a test): one prepares, the others wait for it and
 * then find nothing left to do.
 *
 * @param {readonly Part[]} parts
 */
export async function prepare(parts) {
  if (!needsInstall() && !parts.some(needsBuild)) return;
  await oneAtATime(async () => {
    if (needsInstall()) await install();
    for (const part of parts) if (needsBuild(part)) await build(part);
  });
}

/**
 * Builds the parts whether or not they look up to date.
 *
 * @param {readonly Part[]} parts
 */
export async function rebuild(parts) {
  await oneAtATime(async () => {
    for (const part of parts) await build(part);
  });
}

/** @param {() => Promise<void>} act */
function oneAtATime(act) {
  const onWait = () => say('Another start is preparing this folder; waiting for it …');
  return withLock(fromRoot('dist', '.prepare.lock'), { onWait }, act);
}
