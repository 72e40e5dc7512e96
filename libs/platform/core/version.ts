import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The version of the product, from its package.json: sources and build lie at different depths below it. */
export function productVersion(from: string = import.meta.dirname): string {
  const file = join(from, 'package.json');
  if (!existsSync(file)) return productVersion(dirname(from));
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
