import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

type Test = {
  readonly path: string;
  readonly context: {
    readonly config: {
      readonly rootDir: string;
      readonly cache: boolean;
      readonly cacheDirectory: string;
      readonly id: string;
      readonly haste: object;
    };
    readonly hasteFS: { getSize(path: string): number };
  };
};

type Order = {
  readonly SECONDS: Readonly<Record<string, number>>;
  readonly default: new () => {
    sort(tests: readonly Test[]): readonly Test[];
    cacheResults(tests: readonly Test[], results: object): void;
  };
};

const LONGEST = 'test/e2e/operation-crash.e2e.spec.ts';
const SECOND = 'test/e2e/standalone.e2e.spec.ts';

describe('the order of test files', () => {
  let order: Order;
  let cacheDirectory: string;

  beforeAll(async () => {
    order = (await import(new URL('./test-order.mjs', import.meta.url).href)) as Order;
    cacheDirectory = mkdtempSync(join(tmpdir(), 'assay-test-order-'));
  });

  afterAll(() => {
    rmSync(cacheDirectory, { recursive: true });
  });

  it('begins with the longest files in a fresh clone', () => {
    expect(sorted(['libs/a.spec.ts', SECOND, 'libs/b.spec.ts', LONGEST])).toEqual([
      LONGEST,
      SECOND,
      expect.any(String),
      expect.any(String),
    ]);
  });

  it('goes by what was measured here, where it was', () => {
    const measured = testsAt([LONGEST, 'libs/a.spec.ts'], 'measured');
    new order.default().cacheResults(measured, {
      testResults: measured.map(({ path }, i) => ({
        testFilePath: path,
        numFailingTests: 0,
        perfStats: { runtime: [2_000, 9_000][i] },
      })),
    });
    expect(sorted([LONGEST, 'libs/a.spec.ts', SECOND], 'measured')).toEqual([
      SECOND,
      'libs/a.spec.ts',
      LONGEST,
    ]);
  });

  it('knows no file that is gone', () => {
    expect(Object.keys(order.SECONDS).filter((path) => !existsSync(path))).toEqual([]);
  });

  function sorted(paths: readonly string[], id = 'fresh'): string[] {
    const tests = new order.default().sort(testsAt(paths, id));
    return tests.map(({ path }) => relative(process.cwd(), path));
  }

  function testsAt(paths: readonly string[], id: string): Test[] {
    const config = { rootDir: process.cwd(), cache: true, cacheDirectory, id, haste: {} };
    const context = { config, hasteFS: { getSize: () => 1 } };
    return paths.map((path) => ({ path: resolve(path), context }));
  }
});
