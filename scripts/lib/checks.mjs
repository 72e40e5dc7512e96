import { binOf } from './bin.mjs';
import { captureNode } from './run.mjs';

/** @typedef {{ name: string, args: () => string[] }} Check */
/** @typedef {{ name: string, ok: boolean, seconds: number, output: string }} Outcome */

/** Two cores are what CI has; more at once would only take turns. */
const AT_ONCE = 2;

/** The slowest first, so that the two lanes end together. @type {readonly Check[]} */
const checks = [
  { name: 'lint', args: () => [binOf('eslint'), '.', '--max-warnings=0'] },
  { name: 'types of the server', args: () => tsc('tsconfig.json') },
  { name: 'types of the web client', args: () => tsc('apps/web/tsconfig.json') },
  { name: 'format', args: () => [binOf('prettier'), '--check', '--log-level=warn', '.'] },
  {
    name: 'boundaries',
    args: () => [binOf('dependency-cruiser', 'depcruise'), 'apps', 'libs', 'test', '--config'],
  },
  { name: 'unused code', args: () => [binOf('knip'), '--no-progress'] },
  { name: 'types of the scripts', args: () => tsc('scripts/tsconfig.json') },
];

/** @param {string} project */
const tsc = (project) => [binOf('typescript', 'tsc'), '--noEmit', '-p', project];

/**
 * Runs every check, also after one has failed: whoever mends one wants to know of the others.
 *
 * @param {(outcome: Outcome) => void} onDone called as each one ends
 * @returns {Promise<Outcome[]>}
 */
export async function runChecks(onDone) {
  const waiting = [...checks];
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await runCheck(next);
      outcomes.push(outcome);
      onDone(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return outcomes;
}

/**
 * @param {Check} check
 * @returns {Promise<Outcome>}
 */
async function runCheck({ name, args }) {
  const start = performance.now();
  const { code, output } = await captureNode(args());
  return { name, ok: code === 0, seconds: (performance.now() - start) / 1000, output };
}

/** @param {Outcome} outcome */
export function describeCheck({ name, ok, seconds, output }) {
  const line = `${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`;
  return ok ? line : `${line}\n${output.trimEnd()}\n`;
}
