/**
 * `npm test [-- stage…]`: every test that this machine can run; what it leaves out, it names with the reason.
 * With CI=true, leaving something out is a failure: CI is where nothing may be missing.
 */
import { describeCheck, runChecks } from './lib/checks.mjs';
import { hasTests, runJest } from './lib/jest.mjs';
import { findRedis } from './lib/machine.mjs';
import { prepare } from './lib/prepare.mjs';
import { ToolingError } from './lib/progress.mjs';
import { passSignalsToChildren } from './lib/run.mjs';
import { jestStages, stageNames } from './lib/stages.mjs';
import { nothing, skippedTests, tallyOf, total, words } from './lib/tally.mjs';
import { stopTestDatabase, testDatabaseRuns } from './lib/test-database.mjs';

/** @typedef {import('./lib/stages.mjs').JestStage} JestStage */
/** @typedef {{ stage: string, tally: import('./lib/tally.mjs').Tally, seconds: number, notes: string[] }} Result */

const isCi = process.env['CI'] === 'true';
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !stageNames.includes(name));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}; there are ${stageNames.join(', ')}.`);
  process.exit(2);
}

passSignalsToChildren();
const databaseWasRunning = testDatabaseRuns();
const results = await runStages();
if (!databaseWasRunning) stopTestDatabase();
report(results);

async function runStages() {
  /** @type {Result[]} */
  const done = [];
  if (isChosen('check')) done.push(await timed('check', check));
  const stages = jestStages.filter(({ name }) => isChosen(name));
  if (isChosen('build') || stages.some(({ needsBuild }) => needsBuild)) {
    done.push(await timed('build', compile));
  }
  const isBuilt = done.every(({ stage, tally }) => stage !== 'build' || tally.failed === 0);
  for (const stage of stages) done.push(await timed(stage.name, () => runStage(stage, isBuilt)));
  return done;
}

/** @param {string} name */
function isChosen(name) {
  return chosen.length === 0 || chosen.includes(name);
}

/**
 * @param {string} stage
 * @param {() => Promise<{ tally: import('./lib/tally.mjs').Tally, notes?: string[] }>} act
 * @returns {Promise<Result>}
 */
async function timed(stage, act) {
  console.log(`\n── ${stage} ──`);
  const start = performance.now();
  const { tally, notes = [] } = await act();
  return { stage, tally, notes, seconds: (performance.now() - start) / 1000 };
}

async function check() {
  const outcomes = await runChecks((outcome) => console.log(describeCheck(outcome)));
  const passed = outcomes.filter(({ ok }) => ok).length;
  return { tally: { ...nothing, passed, failed: outcomes.length - passed } };
}

async function compile() {
  try {
    await prepare(['server', 'web']);
    return { tally: { ...nothing, passed: 1 } };
  } catch (error) {
    if (!(error instanceof ToolingError)) throw error;
    console.log(error.message);
    return { tally: { ...nothing, failed: 1 } };
  }
}

/**
 * @param {JestStage} stage
 * @param {boolean} isBuilt
 */
async function runStage(stage, isBuilt) {
  const obstacle = obstacleTo(stage, isBuilt);
  if (obstacle) return { tally: { ...nothing, skipped: 1 }, notes: [`skipped: ${obstacle}`] };
  const jestReport = await runJest(stage);
  const notes = skippedTests(jestReport).map((name) => `skipped: ${name}`);
  return { tally: tallyOf(jestReport), notes };
}

/**
 * @param {JestStage} stage
 * @param {boolean} isBuilt
 */
function obstacleTo(stage, isBuilt) {
  if (!hasTests(stage)) return `no tests in ${stage.folder}`;
  if (stage.needsBuild && !isBuilt) return 'the build failed';
  return stage.lacks?.();
}

/** @param {Result[]} done */
function report(done) {
  const what = new Map(jestStages.map((stage) => [stage.name, stage.what]));
  console.log('\n── summary ──');
  if (!findRedis()) console.log('redis-server is not installed: queues run on PostgreSQL only.');
  for (const { stage, tally, seconds, notes } of done) {
    const label = [stage, what.get(stage)].filter(Boolean).join(': ');
    console.log(`${label} (${seconds.toFixed(1)} s): ${words(tally)}`);
    for (const note of notes) console.log(`  ${note}`);
  }
  const sum = total(done.map(({ tally }) => tally));
  console.log(words(sum));
  process.exitCode = sum.failed > 0 || (isCi && sum.skipped > 0) ? 1 : 0;
}
