import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fromRoot, root } from './paths.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist']);

/**
 * A hash over names and contents. Times would do on one machine, but a checkout or a copy changes them all.
 * About 600 small files: 20 ms.
 *
 * @param {string[]} files absolute paths
 */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder absolute; may be missing
 * @returns {string[]} every file below it
 */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** What the compiled server is made from; the same set as tsconfig.build.json, tests left out. */
export function serverSources() {
  const web = fromRoot('apps', 'web');
  const compiled = [...filesBelow(fromRoot('apps')), ...filesBelow(fromRoot('libs'))]
    .concat(filesBelow(fromRoot('test', 'bench')))
    .filter((file) => extname(file) === '.ts' && !file.startsWith(web))
    .filter((file) => !file.endsWith('.spec.ts'));
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];
  return [
    ...compiled,
    ...[...settings, 'package.json', 'package-lock.json'].map((f) => fromRoot(f)),
  ];
}

export function webSources() {
  return [...filesBelow(fromRoot('apps', 'web')), fromRoot('package-lock.json')];
}

/**
 * tsc never deletes: the output of a source that has gone would still be found by whoever loads a folder.
 *
 * @param {string} folder one that holds compiled files, such as dist/libs
 */
export function removeOrphans(folder) {
  for (const file of filesBelow(folder)) {
    const source = fromRoot(relative(fromRoot('dist'), file).replace(/\.js(\.map)?$/, '.ts'));
    if (!existsSync(source)) rmSync(file);
  }
}
