import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import {
  EmbeddedPostgres,
  type PostgresOptions,
} from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { serverOf } from '../../apps/standalone/src/postgres/orphan.js';
import { childrenOf, isRunning } from '../../apps/standalone/src/processes/processes.js';
import { eventually } from '../support/eventually.js';

const IMPATIENT = (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const).map((signal) => ({
  signal,
  patienceMs: signal === 'SIGKILL' ? 20_000 : 300,
}));

describe('a PostgreSQL that hangs', () => {
  let parent: string;
  let options: PostgresOptions;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'assay-hung-postgres-'));
    chmodSync(parent, 0o711); // As root, PostgreSQL runs as another user.
    options = {
      folder: join(parent, 'postgres'),
      host: '127.0.0.1',
      port: await freePort(),
      user: 'assay',
      password: 'secret',
      settings: ['fsync=off'],
      stopping: IMPATIENT,
      onOutput: () => undefined,
    };
  });

  afterAll(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  it('is ended by the next start, with all it started, and nothing is lost', async () => {
    const orphan = await EmbeddedPostgres.start(options);
    await orphan.createDatabase('kept');
    const pid = serverOf(options.folder) ?? 0;
    // A stopped server starts no more children; one that has just ended is not among them.
    const family = [pid, ...(stop(pid) ? childrenOf(pid).filter(stop) : [])];
    expect(family.length).toBeGreaterThan(3);

    const next = await EmbeddedPostgres.start(options);
    expect(family.filter(isRunning)).toEqual([]);
    const client = next.client('kept');
    await client.connect();
    await client.end();

    expect(stop(serverOf(options.folder) ?? 0)).toBe(true);
    await next.stop();
    expect(serverOf(options.folder)).toBeNull();
  });

  it('is distinguished from another process that has its number by now', async () => {
    const { folder } = options;
    const other = spawn(process.execPath, [
      '-e',
      'setInterval(() => {}, 1000)',
      '--',
      '-D',
      folder,
    ]);
    try {
      await eventually(() => childIsThere(other.pid));
      writeFileSync(join(folder, 'postmaster.pid'), `${other.pid}\n${folder}\n`);
      expect(serverOf(folder)).toBeNull();
      rmSync(join(folder, 'postmaster.pid'));
      expect(isRunning(other.pid ?? 0)).toBe(true);
    } finally {
      const ended = once(other, 'exit');
      other.kill('SIGKILL');
      await ended;
    }
  });
});

/** @returns whether the process was still there to be stopped. */
function stop(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGSTOP');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function childIsThere(pid = 0): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
}
