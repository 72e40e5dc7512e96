import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./bare.js', import.meta.url));

/** Calls `work` with the address of a bare server that sends what is at `address`. */
export async function withBareServer<T>(
  address: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [ENTRY, address], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^ready (http\S+)/.exec(line) ?? [];
      if (url !== undefined) return await work(url);
    }
    throw new Error('the bare server ended before it was ready');
  } finally {
    child.kill();
  }
}
