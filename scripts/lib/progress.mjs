/**
 * Progress goes to standard error: standard output belongs to the program (`mb --json` prints one document).
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An expected failure of the tooling, told in one sentence and without a stack. */
export class ToolingError extends Error {}

/**
 * Runs a script's main act; an expected failure becomes a sentence and exit code 1.
 *
 * @param {() => Promise<void>} act
 */
export async function main(act) {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ToolingError)) throw error;
    say(error.message);
    process.exit(1);
  }
}
