import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './machine.js';
import type { Row } from './row.js';

const FOLDER = 'bench-results';

/** Writes what a benchmark found to `bench-results/<name>.json`, with the machine it was found on. */
export function saveRows(name: string, rows: readonly Row[], quick: boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  const document = { name, at: new Date().toISOString(), quick, machine: describeMachine(), rows };
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
}
