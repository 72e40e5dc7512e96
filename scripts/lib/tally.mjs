/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * The part of jest's `--json` report that is read here.
 *
 * @typedef {object} JestReport
 * @property {boolean} success
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites files that broke before their first test
 * @property {{ assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {JestReport | undefined} report undefined when jest ended before it could write one
 * @returns {Tally}
 */
export function tallyOf(report) {
  if (!report) return { ...nothing, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    // Jest can fail without a failed test, for instance when a coverage or an obsolete snapshot stops it.
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {JestReport | undefined} report
 * @returns {string[]} the full names of the tests that were not run
 */
export function skippedTests(report) {
  return (report?.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function total(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    nothing,
  );
}

/** @param {Tally} tally */
export function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
