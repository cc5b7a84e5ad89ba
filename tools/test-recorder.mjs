/**
 * A jest reporter that records each file's result as soon as it is known, one JSON line a file, so
 * that an interrupted run can still be counted, and prints how far the run is.
 */
import { appendFileSync } from 'node:fs';

const PROGRESS_EVERY_MS = 30_000;

export default class TestRecorder {
  #file = process.env.TEST_RECORD_FILE;
  #filesTotal = 0;
  #filesDone = 0;
  #passed = 0;
  #failed = 0;
  #saidAtMs = Date.now();

  onRunStart({ numTotalTestSuites }) {
    this.#filesTotal = numTotalTestSuites;
    this.#record({ filesTotal: numTotalTestSuites });
  }

  onTestFileResult(_test, result) {
    this.#filesDone += 1;
    this.#passed += result.numPassingTests;
    this.#failed += result.numFailingTests;
    this.#record({
      name: result.testFilePath,
      status: result.failureMessage ? 'failed' : 'passed',
      assertionResults: result.testResults.map(({ status }) => ({ status })),
    });
    this.#sayProgress();
  }

  onRunComplete() {
    this.#record({ complete: true });
  }

  #record(line) {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #sayProgress() {
    if (Date.now() - this.#saidAtMs < PROGRESS_EVERY_MS) return;
    this.#saidAtMs = Date.now();
    process.stderr.write(
      `… ${this.#filesDone} of ${this.#filesTotal} files, ${this.#passed} passed, ${this.#failed} failed\n`,
    );
  }
}
