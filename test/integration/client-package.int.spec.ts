import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CommandServiceUnderTest } from '../support/command-service.js';

const run = promisify(execFile);
const CLIENT = join(process.cwd(), 'libs/client');
const TSC = join(process.cwd(), 'node_modules/typescript/bin/tsc');

const STRICT = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];

let folder: string;
let system: CommandServiceUnderTest;
let readme: string;

/** A project outside this repository, with the package installed as npm would lay it out. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-client-package-'));
  const installed = join(folder, 'node_modules/@assay/client');
  await mkdir(installed, { recursive: true });
  await run(process.execPath, [TSC, '-p', CLIENT, '--outDir', join(installed, 'dist')]);
  await cp(join(CLIENT, 'package.json'), join(installed, 'package.json'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  readme = await readFile(join(CLIENT, 'README.md'), 'utf8');
  system = await new CommandServiceUnderTest().start();
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the package of the client', () => {
  it('runs the example of its README', async () => {
    await writeFile(join(folder, 'example.js'), exampleOf(readme));
    const env = { PATH: process.env['PATH'], ASSAY_URL: system.url, ASSAY_KEY: 'shop-key' };
    const { stdout } = await run(process.execPath, ['example.js'], { cwd: folder, env });
    const printed = stdout.trim().split('\n');
    expect(readme).toContain(`It prints \`${printed.join('`, then `')}\`.`);
  });

  it('lets a compiler find what the service would refuse', async () => {
    const good = exampleOf(readme);
    const misspelt = good.replace('customerId:', 'customer:');
    const keyless = good.replace(/idempotencyKey: .*/, '');
    const troubles = await troublesOf({ good, misspelt, keyless });
    expect(troubles).not.toContain('good.ts');
    expect(troubles).toMatch(/misspelt\.ts.*'customer' does not exist in type/);
    expect(troubles).toMatch(/keyless\.ts[\s\S]*'idempotencyKey' is missing/);
  });

  it('holds what it needs and no test', async () => {
    const { files } = JSON.parse(
      await readFile(join(folder, 'node_modules/@assay/client/package.json'), 'utf8'),
    ) as { files: string[] };
    expect(files).toEqual(['dist']);
    const listing = (await run('ls', ['-R', join(folder, 'node_modules/@assay/client/dist')]))
      .stdout;
    expect(listing).toContain('index.d.ts');
    expect(listing).not.toContain('.spec.');
  });
});

function exampleOf(markdown: string): string {
  return /```js\n([\s\S]*?)```/.exec(markdown)?.[1] ?? '';
}

/** What TypeScript says of programs that use the package. */
async function troublesOf(programs: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, program] of Object.entries(programs)) {
    const typed = program.replace(/process\.env\.(\w+)/g, `process.env['$1'] ?? ''`);
    await writeFile(join(folder, `${name}.ts`), typed);
  }
  const types = ['--typeRoots', join(process.cwd(), 'node_modules/@types'), '--types', 'node'];
  const options = ['--noEmit', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];
  const files = Object.keys(programs).map((name) => `${name}.ts`);
  const args = [TSC, ...options, ...STRICT, ...types, ...files];
  const end = await run(process.execPath, args, { cwd: folder }).catch((error: unknown) => error);
  return (end as { stdout: string }).stdout;
}
