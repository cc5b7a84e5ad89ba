import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** By the name of the npm script; `npm start` builds before it reads its arguments. */
const BUILT: Readonly<Record<string, string>> = {
  start: 'dist/apps/standalone/src/main.js',
  ...Object.fromEntries(
    Object.entries(scripts).flatMap(([name, command]) => {
      const path = /^node tools\/run\.mjs apps\/(.+)$/.exec(command)?.[1];
      if (path === undefined) return [];
      const [app = '', entry = 'main'] = path.split('/');
      return [[name, `dist/apps/${app}/src/${entry}.js`] as const];
    }),
  ),
};
const TOOLS = { bench: 'tools/bench.mjs', check: 'tools/check.mjs', test: 'tools/test.mjs' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-entry-points-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('each command of package.json', () => {
  it('is known here', () => {
    expect(Object.keys(BUILT)).toEqual(expect.arrayContaining(['judge', 'train', 'sandbox']));
    const others = Object.keys(scripts).filter((name) => !(name in BUILT) && !(name in TOOLS));
    expect(others).toEqual([
      ...['build', 'build:console', 'generate', 'examples', 'structure', 'format'],
      ...['typecheck', 'jest'],
    ]);
  });

  it.each(Object.entries({ ...BUILT, ...TOOLS }))('explains itself by %s --help', (_, file) => {
    const { status, stdout, stderr } = run(file, '--help');
    expect([status, stdout.length > 20, stderr]).toEqual([0, true, '']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(Object.entries({ ...BUILT, check: TOOLS.check, bench: TOOLS.bench }))(
    'refuses an option that %s does not know',
    (_, file) => {
      const { status, stdout, stderr } = run(file, '--nonsense');
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/nonsense/);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.each([
    ['judge', 'now'],
    ['train', '--seed', 'x'],
    ['what-if', '--review-min', '2'],
    ['dead-letters', 'replay', 'x'],
    ['event-store-salvage', 'store'],
    ['bench', 'event-store', '--nonsense'],
  ])('refuses wrong arguments: %s %s %s', (name, ...args) => {
    const { status, stdout } = run({ ...BUILT, ...TOOLS }[name] ?? '', ...args);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('explains a benchmark without running it', () => {
    for (const file of readdirSync(join(ROOT, 'bench')).filter((each) => each.endsWith('.ts'))) {
      const name = file.replace('.ts', '');
      const { status, stdout } = run(TOOLS.bench, name, '--help');
      expect([name, status, stdout]).toEqual([
        name,
        0,
        expect.stringContaining(`npm run bench -- ${name}`),
      ]);
    }
  });
});

/** In an empty folder, with nothing to connect to. */
function run(file: string, ...args: string[]) {
  const env = { PATH: process.env['PATH'], EVENTSTORE_URL: 'esdb://127.0.0.1:9?tls=false' };
  const options = { cwd: folder, env, encoding: 'utf8', input: '' } as const;
  return spawnSync(process.execPath, [join(ROOT, file), ...args], options);
}
