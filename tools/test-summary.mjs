/** What a test run came to, from the lines that TestRecorder wrote. */

const SKIPPED = ['pending', 'skipped', 'todo', 'disabled'];

/**
 * Counts over all suites that ended.
 *
 * @param record the recorder's JSON lines; a run that ended early has no `complete` line.
 * @param interrupted whether a signal ended the run: then files that did not run are listed, and
 *   are no failure. Without it, a run without a `complete` line counts as one failure.
 */
export function summarise(record, interrupted = false) {
  const lines = linesOf(record);
  const suites = lines.filter(({ name }) => name !== undefined);
  const complete = lines.some((line) => line.complete === true);
  const tests = suites.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status }) => ({ file: name, status })),
  );
  const skipped = tests.filter(({ status }) => SKIPPED.includes(status));
  // A suite that could not be loaded has no tests to count, and must not count as nothing.
  const notRun = suites.filter(
    ({ status, assertionResults }) => status === 'failed' && !failsInside(assertionResults),
  );
  const lost = complete || interrupted ? 0 : 1;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + notRun.length + lost,
    skipped: skipped.length,
    skippedFiles: [...new Set(skipped.map(({ file }) => file))],
    complete,
    filesDone: suites.length,
    filesTotal: lines.find(({ filesTotal }) => filesTotal !== undefined)?.filesTotal ?? null,
  };
}

/** The last line may be half written when the run was killed. */
function linesOf(record) {
  return record.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

function failsInside(assertionResults) {
  return assertionResults.some(({ status }) => status === 'failed');
}
