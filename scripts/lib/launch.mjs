import { pathToFileURL } from 'node:url';
import { stopWithParent } from './parent.mjs';
import { fromRoot } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { main, say } from './progress.mjs';
import { passSignalsToChildren } from './run.mjs';

/** @typedef {{ entry: string, parts: readonly import('./build.mjs').Part[] }} Target */

/** What can be started, and what must have been built for it. @type {Record<string, Target>} */
const targets = {
  standalone: { entry: 'dist/apps/standalone/main.js', parts: ['server', 'web'] },
  demo: { entry: 'dist/apps/standalone/demo.js', parts: ['server', 'web'] },
  api: { entry: 'dist/apps/api/main.js', parts: ['server', 'web'] },
  worker: { entry: 'dist/apps/worker/main.js', parts: ['server'] },
  cli: { entry: 'dist/apps/cli/main.js', parts: ['server'] },
  bench: { entry: 'dist/test/bench/main.js', parts: ['server', 'web'] },
  build: { entry: 'scripts/build.mjs', parts: [] },
  check: { entry: 'scripts/check.mjs', parts: [] },
  test: { entry: 'scripts/test.mjs', parts: [] },
};

/**
 * Prepares, then becomes the program: it is imported, not spawned, so that signals, standard streams and the
 * exit code are its own, with nothing in between that could lose them.
 *
 * @param {string[]} args the target and the program's own arguments
 */
export async function launch([name = '', ...rest]) {
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (!target) {
    say(`launch: say what to start, one of ${Object.keys(targets).join(', ')}.`);
    process.exit(2);
  }
  stopWithParent();
  const releaseSignals = passSignalsToChildren();
  await main(() => prepare(target.parts));
  releaseSignals();

  const entry = fromRoot(...target.entry.split('/'));
  process.argv = [process.execPath, entry, ...rest];
  await import(pathToFileURL(entry).href);
}
