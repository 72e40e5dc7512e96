import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** What the stage `browser` looks for too (scripts/lib/machine.mjs). */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine; none is ever downloaded. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable(),
    // As root there is no sandbox, and a container's /dev/shm is too small for a page.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

function executable(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const file = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (file === undefined) throw new Error(`none of ${NAMES.join(', ')} is installed`);
  return file;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
