/** `npm run check`: format, lint, types, boundaries, unused code. All are run, whichever fails. */
import { describeCheck, runChecks } from './lib/checks.mjs';
import { passSignalsToChildren } from './lib/run.mjs';

passSignalsToChildren();
const outcomes = await runChecks((outcome) => console.log(describeCheck(outcome)));
const failed = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);

console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
