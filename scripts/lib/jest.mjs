import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { binOf } from './bin.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run.mjs';
import { filesBelow } from './sources.mjs';

/** @typedef {import('./stages.mjs').JestStage} JestStage */
/** @typedef {import('./tally.mjs').JestReport} JestReport */

/** Jest runs ES modules only behind this flag; its warning on every worker says nothing new. */
const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** @param {JestStage} stage */
export function hasTests({ folder, tests }) {
  return filesBelow(fromRoot(folder)).some((file) => tests.test(file));
}

/**
 * @param {JestStage} stage
 * @returns {Promise<JestReport | undefined>} undefined when jest ended before it could write its report
 */
export async function runJest({ name, workers }) {
  const results = fromRoot('test-results', `${name}.json`);
  mkdirSync(fromRoot('test-results'), { recursive: true });
  rmSync(results, { force: true });
  const options = ['--ci', '--json', `--outputFile=${results}`, `--maxWorkers=${workers}`];
  await runNode([binOf('jest'), '--selectProjects', name, ...options], {
    env: { ...process.env, NODE_OPTIONS },
  });
  return existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
}
