/**
 * Outcomes of tests.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Counts the tests of a report of Vitest's JSON reporter. A file that could not even be loaded counts as one failure.
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts the tests of a report of Playwright's JSON reporter. One that failed and then passed when it was tried again
 * counts as passed. Errors outside of tests, such as a file that could not be loaded, count as one failure each.
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a runner's end says, whatever its report does: one that ended badly without a failed test, that left no report
 * or that ran nothing has failed too.
 * @param {string} name of the runner
 * @param {number} exitCode
 * @param {Counts | undefined} counts `undefined` where there is no report
 * @returns {Counts & { problem?: string }}
 */
export function judge(name, exitCode, counts) {
  if (!counts) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      problem: `${name} ended with code ${exitCode} and left no report`,
    };
  }
  if (counts.failed > 0) return counts;
  if (exitCode !== 0) {
    return { ...counts, failed: 1, problem: `${name} ended with code ${exitCode} without a failed test` };
  }
  if (counts.passed === 0) return { ...counts, failed: 1, problem: `${name} ran no test` };
  return counts;
}

/** `12 passed, 0 failed`, and what was skipped where something was. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
