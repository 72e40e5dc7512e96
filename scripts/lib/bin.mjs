import { readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

/**
 * The file behind a command of an installed package. Run with Node directly, it needs no shell and no `.bin`.
 *
 * @param {string} name the package
 * @param {string} [command] when it differs from the package's name
 */
export function binOf(name, command = name) {
  const folder = fromRoot('node_modules', ...name.split('/'));
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return fromRoot('node_modules', name, typeof bin === 'string' ? bin : bin[command]);
}
