type Suite = {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
};

type Summary = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skippedFiles: readonly string[];
  readonly complete: boolean;
  readonly filesDone: number;
  readonly filesTotal: number | null;
};

type Summarise = (record: string, interrupted?: boolean) => Summary;

describe('the closing line of npm test', () => {
  let summarise: Summarise;

  beforeAll(async () => {
    const file = new URL('./test-summary.mjs', import.meta.url).href;
    ({ summarise } = (await import(file)) as { summarise: Summarise });
  });

  it('counts tests over all suites', () => {
    const first = suite('a.spec.ts', 'failed', ['passed', 'failed', 'pending']);
    const second = suite('b.spec.ts', 'passed', ['passed', 'todo']);
    expect(summarise(completeRecord(first, second))).toMatchObject({
      passed: 2,
      failed: 1,
      skipped: 2,
      skippedFiles: ['a.spec.ts', 'b.spec.ts'],
      complete: true,
    });
  });

  it('counts a suite that could not be loaded as a failure', () => {
    const record = completeRecord(suite('a.spec.ts', 'failed', []));
    expect(summarise(record)).toMatchObject({ failed: 1 });
  });

  it('counts a suite that failed around its tests as a failure', () => {
    const record = completeRecord(suite('a.spec.ts', 'failed', ['passed']));
    expect(summarise(record)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run that ended by itself before its last suite as a failure', () => {
    expect(summarise('')).toMatchObject({ passed: 0, failed: 1, filesTotal: null });
  });

  it('counts what ran when the run was interrupted, and says how much did not', () => {
    const record = `${lines({ filesTotal: 3 }, suite('a.spec.ts', 'passed', ['passed']))}{"na`;
    expect(summarise(record, true)).toMatchObject({
      passed: 1,
      failed: 0,
      complete: false,
      filesDone: 1,
      filesTotal: 3,
    });
  });
});

function suite(name: string, status: string, tests: readonly string[]): Suite {
  return { name, status, assertionResults: tests.map((test) => ({ status: test })) };
}

function completeRecord(...suites: Suite[]): string {
  return lines({ filesTotal: suites.length }, ...suites, { complete: true });
}

function lines(...values: object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
