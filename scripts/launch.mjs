/**
 * The door behind `npm start`, `npm run demo`, `npm run mb`, `npm test` and the others: it makes a fresh clone
 * runnable (install, build) and then becomes the program that was asked for.
 *
 * Only the Node version is looked at here; everything else is loaded afterwards, so that an old Node says
 * which version is needed, and not where its parser stumbled.
 */
import { readFileSync } from 'node:fs';
import { nodeVersionProblem } from './lib/node-version.mjs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const problem = nodeVersionProblem(manifest.engines.node, process.versions.node);

if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const { launch } = await import('./lib/launch.mjs');
await launch(process.argv.slice(2));
