/** What a test run came to, from the report that jest wrote. */

const SKIPPED = ['pending', 'skipped', 'todo', 'disabled'];

/**
 * Counts over all suites.
 *
 * @param report jest's JSON report; null when it ended before it could write one.
 */
export function summarise(report) {
  const suites = report?.testResults ?? [];
  const tests = suites.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status }) => ({ file: name, status })),
  );
  const skipped = tests.filter(({ status }) => SKIPPED.includes(status));
  // A suite that could not be loaded has no tests to count, and must not count as nothing.
  const notRun = suites.filter(
    ({ status, assertionResults }) => status === 'failed' && !failsInside(assertionResults),
  );
  const lost = report === null ? 1 : 0;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + notRun.length + lost,
    skipped: skipped.length,
    skippedFiles: [...new Set(skipped.map(({ file }) => file))],
  };
}

function failsInside(assertionResults) {
  return assertionResults.some(({ status }) => status === 'failed');
}
