import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from '../../apps/assayctl/src/examples.js';
import { pathOf, wholeProgram, withInner } from '../../apps/assayctl/src/program.js';
import { runAssayctl, type Ended } from '../support/assayctl.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-assayctl-help-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the help of assayctl', () => {
  it('has an example of every command, and each is understood', async () => {
    const paths = withInner(await wholeProgram()).map(pathOf);
    expect(Object.keys(EXAMPLES).sort()).toEqual(paths.filter((path) => path !== '').sort());
    for (const [path, lines] of Object.entries(EXAMPLES)) {
      for (const line of lines) {
        const called = await calledBy(line);
        expect([line, `${called} `.startsWith(`${path} `)]).toEqual([line, true]);
      }
    }
  });

  it('shows the examples, and all exit codes in one place', async () => {
    const { stdout } = await assayctl('journal', 'export', '--help');
    expect(stdout).toMatch(/\nExamples:\n {2}\$ assayctl journal export --format beancount/);
    const { stdout: main } = await assayctl('--help');
    expect(main).toMatch(/\nExit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n/);
  });

  it('suggests the nearest command where one is misspelt, and ends with 2', async () => {
    for (const command of withInner(await wholeProgram())) {
      const [nearest] = command.commands.map((each) => each.name());
      if (nearest === undefined) continue;
      const words = [...pathOf(command).split(' '), `${nearest}x`].filter((word) => word !== '');
      const { code, stderr } = await assayctl(...words);
      expect([words, code, stderr]).toEqual([
        words,
        2,
        expect.stringMatching(
          new RegExp(`unknown command '${nearest}x'\n\\(Did you mean .*${nearest}`),
        ),
      ]);
    }
  });

  it.each([
    ['auditx --help', 'audit'],
    ['help auditx', 'audit'],
    ['audit verifyx --help', 'verify'],
    ['help views rebuildx', 'rebuild'],
  ])('shows no help of another command for %s, and ends with 2', async (line, nearest) => {
    const { code, stdout, stderr } = await assayctl(...line.split(' '));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(`unknown command '${nearest}x'\n(Did you mean ${nearest}?)`);
  });
});

describe('completion of assayctl', () => {
  it.each([
    ['assayctl jour', ['journal']],
    ['assayctl journal st', ['statement']],
    ['assayctl journal export --for', ['--format']],
    ['assayctl journal export --format ', ['beancount', 'ledger', 'csv', 'jsonl']],
    ['assayctl --data /srv journal ex', ['export']],
    ['assayctl journal export --out export --bo', ['--book']],
    ['assayctl journal export --out ', []],
    ['assayctl key create --role aud', ['auditor']],
    ['assayctl completion ', ['bash', 'zsh', 'fish']],
  ])('in bash, of "%s", offers %j', async (line, expected) => {
    expect(bashOffers(await scriptOf('bash'), line)).toEqual(expected);
  });

  (has('zsh') ? it : it.skip)('is read by zsh', async () => {
    const input = await scriptOf('zsh');
    const { status, stderr } = spawnSync('zsh', ['-f', '-n'], { input, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  (has('fish') ? it : it.skip)('offers commands in fish', async () => {
    const script = `${await scriptOf('fish')}\ncomplete -C 'assayctl journal st'`;
    const { status, stdout } = spawnSync('fish', ['-c', script], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^statement\t/)]);
  });
});

/** The path of the command that commander calls for an example. */
async function calledBy(line: string): Promise<string> {
  const program = await wholeProgram();
  let called = 'none';
  for (const command of withInner(program)) {
    const isGroup = command.commands.length > 0 && command.options.length === 0;
    command.exitOverride();
    if (!isGroup) command.action(() => void (called = pathOf(command)));
  }
  const [typed = ''] = line.split(' > ');
  const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
  await program.parseAsync(
    words.map((word) => word ?? ''),
    { from: 'user' },
  );
  return called;
}

/** What bash has in COMPREPLY once the tabulator is hit at the end of a line. */
function bashOffers(script: string, line: string): readonly string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const offered = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `source <(cat); COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; ` +
        '_assayctl; printf "%s\\n" "${COMPREPLY[@]}"',
    ],
    { input: script, encoding: 'utf8' },
  );
  expect([offered.status, offered.stderr]).toEqual([0, '']);
  return offered.stdout.split('\n').filter((word) => word !== '');
}

async function scriptOf(shell: string): Promise<string> {
  const { code, stdout, stderr } = await assayctl('completion', shell);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

function assayctl(...words: readonly string[]): Promise<Ended> {
  // An address where nothing answers: neither help nor completion asks for one.
  return runAssayctl(words, { cwd: folder, env: { ASSAY_URL: 'http://127.0.0.1:1' } });
}
