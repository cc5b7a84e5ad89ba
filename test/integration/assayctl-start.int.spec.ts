import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { COMMANDS } from '../../apps/assayctl/src/commands.js';

const MAIN = join(import.meta.dirname, '../../dist/apps/assayctl/src/main.js');

/** Writes the address of each module that Node resolves to MODULES_FILE. */
const HOOKS = `
  import { appendFileSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context);
    appendFileSync(process.env.MODULES_FILE, resolved.url + '\\n');
    return resolved;
  }`;
const REGISTER = `
  import { register } from 'node:module';
  register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(HOOKS)}`)});`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-assayctl-start-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('what assayctl loads', () => {
  it('is commander and its own list for its help', () => {
    const { packages, libs, commands } = loadedBy('--help');
    expect([packages, libs, commands]).toEqual([['commander'], ['environment'], []]);
  });

  it('is the client besides for status', () => {
    const { packages, libs, commands } = loadedBy('status');
    expect([packages, libs, commands]).toEqual([
      ['commander', 'get-east-asian-width'],
      ['environment', 'client'],
      ['status'],
    ]);
  });

  it.each(['payments', 'views', 'policy', 'drive'])(
    'is no framework, database or protocol for %s',
    (name) => {
      const { packages } = loadedBy(name, '--help');
      const small = ['commander', 'cli-progress', 'csv-parse', 'get-east-asian-width'];
      expect(packages.filter((each) => !small.includes(each))).toEqual([]);
    },
  );
});

describe('the commands of assayctl', () => {
  it('show their options by help as well', () => {
    expect(run('help', 'policy', 'propose').stdout).toContain('--note <text>');
  });

  it('offer --json, each one that answers', async () => {
    const without: string[] = [];
    for (const listed of COMMANDS) {
      const command = new Command(listed.name);
      (await listed.load())(command, neverCalled, neverCalled);
      for (const each of answering(command)) {
        const hasJson = each.options.some(({ long }) => long === '--json');
        if (!hasJson) without.push(`${listed.name} ${each.name()}`);
      }
    }
    expect(without).toEqual([]);
  });
});

function neverCalled(): never {
  throw new Error('nothing is called');
}

/** A command, or those of a group; a group that answers too has options of its own. */
function answering(command: Command): readonly Command[] {
  const isGroup = command.commands.length > 0 && command.options.length === 0;
  return [...(isGroup ? [] : [command]), ...command.commands.flatMap(answering)];
}

/** The packages, libs and command folders that a call resolves modules of, each once. */
function loadedBy(...args: string[]): Record<'packages' | 'libs' | 'commands', string[]> {
  const file = join(folder, 'modules');
  rmSync(file, { force: true });
  run(...args);
  const urls = readFileSync(file, 'utf8').split('\n');
  const own = pathToFileURL(MAIN).href.replace(/apps\/assayctl\/.*$/, '');
  const found = (pattern: RegExp): string[] => [
    ...new Set(urls.flatMap((url) => pattern.exec(url.replace(own, '/'))?.[1] ?? [])),
  ];
  return {
    packages: found(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//),
    libs: found(/^\/libs\/([^/]+)\//),
    commands: found(/^\/apps\/assayctl\/src\/([^/]+)\//),
  };
}

function run(...args: string[]): { readonly status: number | null; readonly stdout: string } {
  const register = `data:text/javascript,${encodeURIComponent(REGISTER)}`;
  return spawnSync(process.execPath, ['--import', register, MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], MODULES_FILE: join(folder, 'modules') },
    encoding: 'utf8',
  });
}
