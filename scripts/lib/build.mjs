import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from './paths.mjs';
import { ToolingError, say } from './progress.mjs';
import { runNode } from './run.mjs';
import { hashOf, removeOrphans, serverSources, webSources } from './sources.mjs';

/** @typedef {'server' | 'web'} Part */
/** @typedef {{ label: string, stamp: string, sources: () => string[], build: () => Promise<number> }} Recipe */

/** @type {Record<Part, Recipe>} */
const recipes = {
  server: {
    label: 'server',
    stamp: fromRoot('dist', '.server.stamp'),
    sources: serverSources,
    build: buildServer,
  },
  web: {
    label: 'web client',
    stamp: fromRoot('dist', '.web.stamp'),
    sources: webSources,
    build: buildWeb,
  },
};

/** @param {Part} part */
export function needsBuild(part) {
  const { stamp, sources } = recipes[part];
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(sources());
}

/**
 * @param {Part} part
 * @returns {Promise<void>}
 */
export async function build(part) {
  const { label, stamp, sources, build: act } = recipes[part];
  say(`Building the ${label} …`);
  // Hashed before the build: what is edited meanwhile is built the next time.
  const hash = hashOf(sources());
  const code = await act();
  if (code !== 0) {
    throw new ToolingError(`The ${label} could not be built: the messages above say where.`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

async function buildServer() {
  const nest = fromRoot('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const code = await runNode([nest, 'build']);
  for (const room of ['apps', 'libs', 'test']) removeOrphans(fromRoot('dist', room));
  return code;
}

function buildWeb() {
  const vite = fromRoot('node_modules', 'vite', 'bin', 'vite.js');
  const outDir = fromRoot('dist', 'web');
  return runNode([vite, 'build', fromRoot('apps', 'web'), '--outDir', outDir, '--emptyOutDir']);
}
