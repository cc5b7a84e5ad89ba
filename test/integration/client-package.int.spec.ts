import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CommandServiceUnderTest } from '../support/command-service.js';

const run = promisify(execFile);
const CLIENT = join(process.cwd(), 'libs/client');
const TSC = join(process.cwd(), 'node_modules/typescript/bin/tsc');

const STRICT = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];

/** What the pieces of the README share. */
const PRELUDE = `import type * as assay from '@assay/client';
declare const ledger: assay.CommandServiceClient;
declare const views: assay.ProjectionServiceClient;
export { ledger as _ledger, views as _views };
`;

let folder: string;
let installed: string;
let system: CommandServiceUnderTest;
let readme: string;

/** A project outside this repository that npm installed the packed package into. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-client-package-'));
  const packed = join(folder, 'packed');
  await mkdir(packed);
  await run(process.execPath, [TSC, '-p', CLIENT, '--outDir', join(packed, 'dist')]);
  for (const file of ['package.json', 'README.md']) {
    await cp(join(CLIENT, file), join(packed, file));
  }
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: packed });
  const [archive = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...quiet, join(folder, archive)], { cwd: folder });
  installed = join(folder, 'node_modules/@assay/client');
  readme = await readFile(join(installed, 'README.md'), 'utf8');
  system = await new CommandServiceUnderTest().start();
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the package of the client', () => {
  it('runs the example of its README', async () => {
    await writeFile(join(folder, 'example.js'), quickstart());
    const env = { PATH: process.env['PATH'], ASSAY_URL: system.url, ASSAY_KEY: 'shop-key' };
    const { stdout } = await run(process.execPath, ['example.js'], { cwd: folder, env });
    expect(readme).toContain(`It prints \`${stdout.trim()}\`.`);
  });

  it('compiles every piece of its README', async () => {
    const pieces = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(pieces.length).toBeGreaterThan(3);
    const programs = pieces.map((text, index) => [`piece${index}`, PRELUDE + text] as const);
    expect(await troublesOf(Object.fromEntries(programs))).toBe('');
  });

  it('lets a compiler find what the service would refuse, and a case that is forgotten', async () => {
    const good = quickstart();
    const misspelt = good.replace('customerId:', 'customer:');
    const keyless = good.replace('body, idempotencyKey', 'body');
    const [switching = ''] = /```ts\nimport \{ isLedgerError[\s\S]*?```/.exec(readme) ?? [];
    const forgotten = PRELUDE + switching.replace(/```\w*\n?/g, '').replace(/case 'away':.*/, '');
    const troubles = await troublesOf({ good, misspelt, keyless, forgotten });
    expect(troubles).not.toContain('good.ts');
    expect(troubles).toMatch(/misspelt\.ts[\s\S]*'customerId' is missing/);
    expect(troubles).toMatch(/keyless\.ts[\s\S]*'idempotencyKey' is missing/);
    expect(troubles).toMatch(/forgotten\.ts.*lacks ending return statement/);
  });

  it('holds what it needs and no test', async () => {
    const files = (await readdir(installed, { recursive: true })).map(String);
    for (const file of ['README.md', 'dist/index.d.ts', 'dist/node.js']) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /spec|^src|tsconfig/.test(file))).toEqual([]);
  });
});

function quickstart(): string {
  return /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

/** What TypeScript says of programs that use the package. */
async function troublesOf(programs: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, program] of Object.entries(programs)) {
    const typed = program
      .replace(/process\.env\.(\w+)/g, `process.env['$1'] ?? ''`)
      .replace(`kind: 'card'`, `kind: 'card' as const`)
      .replace(`currency: 'EUR' }`, `currency: 'EUR' as const }`);
    await writeFile(join(folder, `${name}.ts`), typed);
  }
  const types = ['--typeRoots', join(process.cwd(), 'node_modules/@types'), '--types', 'node'];
  const options = ['--noEmit', '--target', 'es2022', '--module', 'nodenext'];
  const files = Object.keys(programs).map((name) => `${name}.ts`);
  const args = [TSC, ...options, ...STRICT, ...types, ...files];
  const end = await run(process.execPath, args, { cwd: folder }).catch((error: unknown) => error);
  return (end as { stdout: string }).stdout;
}
