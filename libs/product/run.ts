import { ConfigError, readSettings } from '#platform';
import type { Settings } from '#platform';

/** A stop that takes longer than this is given up; the promise to the outside is 10 s. */
const LONGEST_STOP_MS = 9_000;

/** Nothing is broken, but it cannot be started like this: the message says what to do, and is all that is said. */
export class CannotStart extends Error {}

/** The settings of this process. Says every problem and ends with 1 when there are any. */
export function readSettingsOrExit(
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const result = readSettings(environment);
  if (result.ok) return result.settings;
  for (const problem of result.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/**
 * Starts a program, and stops it at SIGTERM or SIGINT: what runs is finished, and the process ends with 0. A second
 * signal changes nothing, since npm passes on what the terminal has sent to everybody already.
 */
export async function runUntilSignal(start: () => Promise<() => Promise<void>>): Promise<void> {
  const signal = new Promise<void>((resolve) => {
    process.on('SIGTERM', resolve).on('SIGINT', resolve);
  });
  let stop: () => Promise<void>;
  try {
    stop = await start();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
  void signal.then(async () => {
    const giveUp = setTimeout(() => {
      process.stderr.write(
        'stop took too long; what was not finished will be found at the next start\n',
      );
      process.exit(1);
    }, LONGEST_STOP_MS);
    giveUp.unref();
    await stop();
    process.exit(0);
  });
}

function describe(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration has mistakes:\n${error.message}`;
  if (error instanceof CannotStart) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
