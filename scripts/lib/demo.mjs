import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fromRoot, root } from './paths.mjs';
import { ToolingError } from './progress.mjs';
import { exitOf } from './run.mjs';

/**
 * Starts the compiled demo on a free port, and waits until it says that all of it is up.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<number> }>}
 */
export async function startDemo() {
  const entry = fromRoot('dist', 'apps', 'standalone', 'demo.js');
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = exitOf(child);
  const stop = () => {
    child.kill('SIGTERM');
    return exit;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^ready (\S+)$/.exec(line) ?? [];
    if (url !== undefined) return { url, stop };
  }
  throw new ToolingError(`The demo ended with ${await exit} before it was ready.`);
}
