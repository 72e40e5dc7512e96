import { describe, expect, it } from '@jest/globals';
import { skippedTests, tallyOf, total, words } from './tally.mjs';

const report = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
};

describe('the last line of npm test', () => {
  it('adds the stages up', () => {
    const sum = total([tallyOf(report), tallyOf({ ...report, numPendingTests: 2 })]);
    expect(words(sum)).toBe('6 passed, 0 failed, 2 skipped');
  });

  it('counts a file that broke before its first test as a failure', () => {
    const broken = { ...report, success: false, numRuntimeErrorTestSuites: 1 };
    expect(words(tallyOf(broken))).toBe('3 passed, 1 failed, 0 skipped');
  });

  it('never says that nothing failed when jest did not succeed', () => {
    expect(tallyOf({ ...report, success: false }).failed).toBe(1);
    expect(tallyOf(undefined).failed).toBe(1);
  });

  it('names the tests that were left out', () => {
    const testResults = [
      {
        assertionResults: [
          { fullName: 'the queue on Redis keeps a job', status: 'pending' },
          { fullName: 'the queue on PostgreSQL keeps a job', status: 'passed' },
        ],
      },
    ];
    expect(skippedTests({ ...report, testResults })).toEqual(['the queue on Redis keeps a job']);
  });
});
