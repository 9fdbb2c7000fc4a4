import { describe, expect, it } from 'vitest';
import { judge, playwrightCounts, summary, vitestCounts } from '../../../scripts/testing/counts.mjs';

describe('the counts of the tests', () => {
  it('takes a Vitest file that could not be loaded for a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'passed', assertionResults: [{}, {}, {}] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('takes errors outside of Playwright tests for failures, and a flaky test for passed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  const good = { passed: 3, failed: 0, skipped: 0 };
  it.each([
    ['all passed', 0, good, 0],
    ['a test failed', 1, { ...good, failed: 2 }, 2],
    ['it ended badly without a failed test', 1, good, 1],
    ['it left no report', 0, undefined, 1],
    ['it ran no test', 0, { ...good, passed: 0, skipped: 5 }, 1],
  ])('judges a runner: %s', (_, exitCode, counts, failed) => {
    expect(judge('Runner', exitCode, counts).failed).toBe(failed);
  });

  it('is said in one line that others can read', () => {
    expect(summary(good)).toBe('3 passed, 0 failed');
    expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
