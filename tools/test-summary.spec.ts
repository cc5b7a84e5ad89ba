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
};

type Summarise = (report: { readonly testResults: Suite[] } | null) => Summary;

describe('the closing line of npm test', () => {
  let summarise: Summarise;

  beforeAll(async () => {
    const file = new URL('./test-summary.mjs', import.meta.url).href;
    ({ summarise } = (await import(file)) as { summarise: Summarise });
  });

  it('counts tests over all suites', () => {
    const first = suite('a.spec.ts', 'failed', ['passed', 'failed', 'pending']);
    const second = suite('b.spec.ts', 'passed', ['passed', 'todo']);
    expect(summarise(report(first, second))).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      skippedFiles: ['a.spec.ts', 'b.spec.ts'],
    });
  });

  it('counts a suite that could not be loaded as a failure', () => {
    expect(summarise(report(suite('a.spec.ts', 'failed', [])))).toMatchObject({ failed: 1 });
  });

  it('counts a suite that failed around its tests as a failure', () => {
    const closing = suite('a.spec.ts', 'failed', ['passed']);
    expect(summarise(report(closing))).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run without a report as a failure', () => {
    expect(summarise(null)).toMatchObject({ passed: 0, failed: 1 });
  });
});

function suite(name: string, status: string, tests: readonly string[]): Suite {
  return { name, status, assertionResults: tests.map((test) => ({ status: test })) };
}

function report(...testResults: Suite[]): { testResults: Suite[] } {
  return { testResults };
}
