/** What a test run came to, from the reports that jest wrote. */

const SKIPPED = ['pending', 'skipped', 'todo', 'disabled'];

/**
 * Counts over all runs.
 *
 * @param reports jest's JSON reports; null for a run that ended before it could write one.
 */
export function summarise(reports) {
  const suites = reports.flatMap((report) => report?.testResults ?? []);
  const tests = suites.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status }) => ({ file: name, status })),
  );
  const skipped = tests.filter(({ status }) => SKIPPED.includes(status));
  // A suite that could not be loaded has no tests to count, and must not count as nothing.
  const notRun = suites.filter(
    ({ status, assertionResults }) => status === 'failed' && !failsInside(assertionResults),
  );
  const lost = reports.filter((report) => report === null);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + notRun.length + lost.length,
    skipped: skipped.length,
    skippedFiles: [...new Set(skipped.map(({ file }) => file))],
  };
}

function failsInside(assertionResults) {
  return assertionResults.some(({ status }) => status === 'failed');
}
