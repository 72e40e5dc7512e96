/** Run this after `npm install` has changed package-lock.json; scripts/lib/lock-file.mjs says what for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingBuilds } from './lib/lock-file.mjs';
import { fromRoot } from './lib/paths.mjs';
import { say } from './lib/progress.mjs';

const file = fromRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingBuilds(lock.packages);
const all = Object.entries({ ...lock.packages, ...missing });
// npm sorts by path, in the order of the en locale.
const sorted = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
say(`${Object.keys(missing).length} builds for other systems added to package-lock.json.`);
