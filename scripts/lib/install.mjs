import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot, root } from './paths.mjs';
import { ToolingError, say } from './progress.mjs';
import { exitOf } from './run.mjs';

/** @typedef {{ packages: import('./lock-file.mjs').LockedPackages }} LockFile */

/**
 * Is node_modules what package-lock.json asks for? Contents are compared, not times: a checkout touches the
 * lock file without changing it, and an install that broke off leaves no `.package-lock.json`, because npm
 * writes that last.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    const there = installed.packages[path];
    if (path === '') return true;
    // Optional packages are built for other systems, and npm leaves those out.
    if (!there) return entry.optional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

export function needsInstall() {
  const installed = fromRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return !isInstalled(readLock(fromRoot('package-lock.json')), readLock(installed));
}

/** Installs exactly what package-lock.json names; development packages too, because they build the product. */
export async function install() {
  say('Installing packages (a few minutes, the first time) …');
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await exitOf(spawnNpm(options));
  if (code !== 0) {
    throw new ToolingError(`npm ci ended with code ${code}: the messages above say why.`);
  }
}

/** @param {string[]} args */
function spawnNpm(args) {
  const stdio = /** @type {import('node:child_process').StdioOptions} */ ([
    'ignore',
    process.stderr.fd,
    'inherit',
  ]);
  const npm = process.env['npm_execpath'];
  if (npm) return spawn(process.execPath, [npm, ...args], { cwd: root, stdio });
  // npm is a batch file on Windows, which only a shell can start.
  return spawn('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
}

/**
 * @param {string} file
 * @returns {LockFile}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
