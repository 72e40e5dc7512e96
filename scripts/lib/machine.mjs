import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fromRoot } from './paths.mjs';

/**
 * @param {string[]} names alternatives, the preferred first
 * @returns {string | undefined} the full path of the first one on the PATH
 */
function findProgram(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => isExecutable(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const findChromium = () => findProgram(['chromium', 'chromium-browser', 'google-chrome']);

export const findRedis = () => findProgram(['redis-server']);

/** Real, collected data lies beside the repository: it is not ours to publish. */
export const hasRealData = () => existsSync(fromRoot('..', 'shared', 'data'));
