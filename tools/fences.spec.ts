import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruiseTree } from './dependencies.js';
import { FENCES, RULES } from './fences.js';

/** A rule, the file that breaks it, and what else the tree needs for that. */
type Plant = { readonly rule: string; readonly from: string; readonly text: string };

describe('the fences', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'assay-fences-'));
    await plant(root, SOUND_TREE);
  });

  afterEach(() => rm(root, { recursive: true }));

  it('let a sound tree be', async () => {
    expect(await broken(root)).toEqual([]);
  });

  it('catch a planted violation of every rule, and nothing else', async () => {
    await plant(root, Object.fromEntries(PLANTS.map(({ from, text }) => [from, text])));
    await plant(root, { 'apps/one/src/hen.ts': "import './egg.js';\n" });
    const expected = PLANTS.map(({ rule, from }) => `${rule}: ${from}`);
    expect(await broken(root)).toEqual([...new Set(expected)].sort());
  });

  it('have a violation planted for each of them', () => {
    const planted = new Set(PLANTS.map(({ rule }) => rule));
    expect(RULES.map(({ name }) => name).filter((name) => !planted.has(name ?? ''))).toEqual([]);
  });

  it('say why they stand', () => {
    for (const { name, comment } of RULES)
      expect(`${name}: ${comment}`).toMatch(/: [A-Z].{20,}\.$/);
  });
});

const LIBS = Object.keys(FENCES);

const SOUND_TREE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    imports: { '#*': './dist/libs/*/src/index.js' },
    dependencies: { 'left-pad': '1.0.0' },
    devDependencies: { 'test-tool': '1.0.0' },
  }),
  ...packageFiles('left-pad'),
  ...packageFiles('test-tool'),
  ...packageFiles('stowaway'),
  ...Object.fromEntries(
    LIBS.map((lib) => [`libs/${lib}/src/index.ts`, `export const name = '${lib}';\n`]),
  ),
  'apps/one/src/main.ts': `${LIBS.map((lib) => `import '#${lib}';`).join('\n')}\nimport 'left-pad';\n`,
  'apps/two/src/main.ts': "import assert from 'node:assert';\nassert.ok(true);\n",
  'apps/console/src/main.ts': "import '#money';\n",
  'test/support/builder.ts': "export { name } from '#payments';\n",
  'libs/money/src/money.spec.ts':
    "import '../../../test/support/builder.js';\nimport 'test-tool';\n",
};

const PLANTS: readonly Plant[] = [
  { rule: 'no-cycles', from: 'apps/one/src/egg.ts', text: "import './hen.js';\n" },
  {
    rule: 'apps-apart',
    from: 'apps/one/src/neighbour.ts',
    text: "import '../../two/src/main.js';",
  },
  { rule: 'console-apart', from: 'apps/console/src/heavy.ts', text: "import '#payments';\n" },
  ...['apps-apart', 'console-alone'].map((rule) => ({
    rule,
    from: 'apps/one/src/desk.ts',
    text: "import '../../console/src/main.js';\n",
  })),
  {
    rule: 'libs-below-apps',
    from: 'libs/platform/src/upwards.ts',
    text: "import type {} from '../../../apps/two/src/main.js';\n",
  },
  {
    rule: 'libs-by-name',
    from: 'apps/one/src/deep.ts',
    text: "import '../../../libs/money/src/index.js';\n",
  },
  {
    rule: 'production-alone',
    from: 'apps/one/src/tested.ts',
    text: "import '../../../test/support/builder.js';\n",
  },
  { rule: 'production-packages', from: 'apps/one/src/tooled.ts', text: "import 'test-tool';\n" },
  { rule: 'declared-packages', from: 'apps/one/src/hidden.ts', text: "import 'stowaway';\n" },
  { rule: 'resolvable', from: 'apps/one/src/lost.ts', text: "import './nowhere.js';\n" },
  { rule: 'no-orphans', from: 'apps/one/src/alone.ts', text: 'export const alone = true;\n' },
  { rule: 'every-lib-fenced', from: 'libs/unheard-of/src/index.ts', text: "import '#money';\n" },
  ...LIBS.flatMap((lib) => plantsIn(lib)),
];

function plantsIn(lib: string): Plant[] {
  const { libs = [], node } = FENCES[lib] ?? {};
  const foreign = LIBS.find((other) => other !== lib && !libs.includes(other));
  const plants = [
    { rule: `${lib}-libs`, from: `libs/${lib}/src/far.ts`, text: `import '#${foreign}';\n` },
    { rule: `${lib}-packages`, from: `libs/${lib}/src/heavy.ts`, text: "import 'left-pad';\n" },
  ];
  if (!node) return plants;
  const impure = { from: `libs/${lib}/src/impure.ts`, text: "import 'node:fs/promises';\n" };
  return [...plants, { rule: `${lib}-pure`, ...impure }];
}

function packageFiles(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
    [`node_modules/${name}/index.js`]: '',
  };
}

async function plant(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function broken(root: string): Promise<string[]> {
  const { summary } = await cruiseTree(root);
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
}
