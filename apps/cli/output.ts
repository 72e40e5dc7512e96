import { ConfigError, ProblemError } from '#platform';
import type { Words } from '#platform';

/** An expected end that is no success: the sentence says why. */
export class Refused extends Error {}

/** One JSON document on standard output with `--json`; otherwise a sentence for people. */
export function answer(json: boolean, result: unknown, sentence: string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${sentence}\n`);
}

/** A sentence why it failed. Only what nobody expected comes with its stack. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration has mistakes:\n${error.message}`;
  if (error instanceof ProblemError) {
    const { errors = [], reasons = [] } = error.extensions;
    const details = [
      ...errors.map(({ path, message }) => `${path}: ${inEnglish(message)}`),
      ...reasons.map(({ message }) => message),
    ];
    return [error.message, ...details].join('\n');
  }
  if (error instanceof Refused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The command line speaks English. */
const inEnglish = (message: string | Words): string =>
  typeof message === 'string' ? message : message.en;
