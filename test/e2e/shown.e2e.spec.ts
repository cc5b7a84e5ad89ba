import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StandaloneProcess } from '../support/standalone.js';

const PAGE = readFileSync('docs/shown.md', 'utf8');
const WORDS = /^```sh\n([^]*?)^```$/m.exec(PAGE)?.[1] ?? '';
const ROW = /^\| (\d+) +\| (\w+) +\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/gm;
const ROWS = [...PAGE.matchAll(ROW)].map(
  ([, number = '', who = '', asks = '', command = '', shows = '']) => ({
    name: `${number} (${who}): ${asks}`,
    command,
    shows: [...shows.matchAll(/`(.+?)`/g)].map(([, text = '']) => text),
  }),
);

/** Views and work in the background take a moment. */
const TRIES = 20;
const PAUSE_MS = 500;

describe('on a system of its own, docs/shown.md is true of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-shown-'));
  const data = join(folder, 'data');
  let system: StandaloneProcess;
  /** The words and variables of the page, as a shell takes them. */
  let words = '';

  beforeAll(async () => {
    system = StandaloneProcess.start(data, ['--free-ports', '--payments', '10']);
    await system.says('Ctrl-C');
    words = await bash(
      `${WORDS}\ndeclare -p A D payment charge position tag held endpoint; declare -f`,
    );
  });

  afterAll(async () => {
    system.kill('SIGINT');
    await system.ended();
    rmSync(folder, { recursive: true, force: true });
  });

  it('twenty-five questions', () => {
    expect(ROWS.filter(({ shows }) => shows.length > 0)).toHaveLength(25);
  });

  it.each(ROWS.map((row) => [row.name, row] as const))('%s', async (_, { command, shows }) => {
    let output = '';
    for (let left = TRIES; left > 0; left -= 1) {
      output = await bash(`${words}\n${command}`);
      if (shows.every((text) => output.includes(text))) return;
      await sleep(PAUSE_MS);
    }
    for (const text of shows) expect(output).toContain(text);
  });

  /** What a command prints, on either output, however it ends. */
  function bash(script: string): Promise<string> {
    const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: folder };
    const told = { A: system.local.urls.command, DATA_DIR: data };
    return new Promise((resolve) => {
      execFile(
        'bash',
        ['-c', script],
        { env: { ...env, ...told }, timeout: 120_000 },
        (_error, stdout, stderr) => {
          resolve(stdout + stderr);
        },
      );
    });
  }
});
