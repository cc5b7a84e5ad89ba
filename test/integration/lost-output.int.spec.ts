import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FULL = '/dev/full';
const PLATFORM = new URL('../../dist/libs/platform/src/index.js', import.meta.url).href;

/** Logs in every way that a process of ours may, then says in a file that it came to its end. */
const CHATTY = `
  import { writeFileSync } from 'node:fs';
  import { createLogger, run } from ${JSON.stringify(PLATFORM)};
  await run('chatty', async () => {
    const logger = createLogger('chatty', 'info');
    for (let i = 0; i < 20_000; i += 1) logger.info({ i, text: 'x'.repeat(200) }, 'said');
    for (let i = 0; i < 3; i += 1) {
      process.stdout.write('plain');
      process.emitWarning('warning ' + i);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    writeFileSync(process.argv[2], 'done');
  });
`;

describe('a process whose output is lost', () => {
  let folder: string;
  let script: string;
  let result: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-lost-output-'));
    script = join(folder, 'chatty.mjs');
    result = join(folder, 'result');
    writeFileSync(script, CHATTY);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes on while the disk is full', async () => {
    if (!existsSync(FULL)) return; // Of Linux.
    const full = openSync(FULL, 'w');
    const child = spawn(process.execPath, [script, result], { stdio: ['ignore', full, full] });
    closeSync(full);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readFileSync(result, 'utf8')).toBe('done');
  });

  it('goes on when its reader has left', async () => {
    const child = spawn(process.execPath, [script, result], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    child.stderr.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readFileSync(result, 'utf8')).toBe('done');
  });

  it('keeps to its owner what it writes', async () => {
    const child = spawn(process.execPath, [script, result], { stdio: 'ignore' });
    await once(child, 'exit');
    expect(statSync(result).mode & 0o777).toBe(0o600);
  });
});
