import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { endProcess, type Step } from '../processes/processes.js';
import { STOPPING, stopOrphan } from './orphan.js';
import { postgresPrograms, type Programs } from './programs.js';
import { serverUser, type ServerUser } from './server-user.js';

export type PostgresOptions = {
  /** Absolute; made where there is none. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Settings as in `fsync=off`. */
  readonly settings?: readonly string[];
  /** How a server is made to end; default: politely, then harder. */
  readonly stopping?: readonly Step[];
  /** Takes what the programs print. */
  readonly onOutput: (text: string) => void;
};

const READY_MS_MAX = 60_000;
const POLL_MS = 50;

/** A PostgreSQL server of our own, from the programs that npm installed. */
export class EmbeddedPostgres {
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;

  private constructor(
    private readonly server: ChildProcess,
    private readonly options: PostgresOptions,
  ) {
    this.ended = new Promise((resolve) => server.once('exit', () => resolve()));
  }

  /**
   * Starts on what the folder holds; an empty one is initialised first.
   *
   * @throws Error when it does not start; what the programs printed says why.
   */
  static async start(options: PostgresOptions): Promise<EmbeddedPostgres> {
    const programs = postgresPrograms();
    const user = serverUser([programs.postgres, options.folder]);
    if (!existsSync(join(options.folder, 'PG_VERSION'))) await initialise(programs, user, options);
    await stopOrphan(options.folder, options.stopping);
    const settings = [
      `listen_addresses=${options.host}`,
      'unix_socket_directories=',
      ...(options.settings ?? []),
    ].flatMap((setting) => ['-c', setting]);
    const args = ['-D', options.folder, '-p', String(options.port), ...settings];
    const server = launch(programs.postgres, args, { user, onOutput: options.onOutput });
    const postgres = new EmbeddedPostgres(server, options);
    await postgres.#untilReady();
    return postgres;
  }

  /** A client of one database, not yet connected. */
  client(database: string): Client {
    const { host, port, user, password } = this.options;
    return new Client({ host, port, user, password, database });
  }

  async createDatabase(name: string): Promise<void> {
    const client = this.client('postgres');
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    await client.end();
  }

  /** A fast, clean shutdown: connections are cut, nothing is lost. What hangs is killed. */
  async stop(): Promise<void> {
    const { pid } = this.server;
    if (pid !== undefined) await endProcess(pid, this.options.stopping ?? STOPPING);
    await this.ended;
  }

  async #untilReady(): Promise<void> {
    for (let waitedMs = 0; waitedMs < READY_MS_MAX; waitedMs += POLL_MS) {
      if (this.server.exitCode !== null) throw new Error('PostgreSQL did not start; see its log');
      const client = this.client('postgres');
      const connected = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => undefined);
      if (connected) return;
      await sleep(POLL_MS);
    }
    throw new Error(`PostgreSQL is not ready after ${READY_MS_MAX / 1000} s; see its log`);
  }
}

/** Made beside its place and moved in whole, so that a crash in between leaves nothing half. */
async function initialise(
  programs: Programs,
  user: ServerUser,
  { folder, onOutput, ...options }: PostgresOptions,
): Promise<void> {
  const draft = `${folder}.draft`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  for (const path of user.owner ? [draft, passwordFile] : []) {
    chownSync(path, user.owner?.uid ?? 0, user.owner?.gid ?? 0);
  }
  const args = [
    ...[`--pgdata=${draft}`, `--username=${options.user}`, `--pwfile=${passwordFile}`],
    // One order of text everywhere, so that views have the same digest on every machine.
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale'],
  ];
  const code = await ending(launch(programs.initdb, args, { user, onOutput }));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`PostgreSQL could not be initialised in ${folder}; see its log`);
  renameSync(draft, folder);
}

function launch(
  program: string,
  args: readonly string[],
  { user, onOutput }: { readonly user: ServerUser; readonly onOutput: (text: string) => void },
): ChildProcess {
  const [command = program, ...rest] = [...user.prefix, program, ...args];
  const child = spawn(command, rest, {
    ...user.options,
    cwd: '/', // The caller's folder may be closed to the server's user.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.on('error', (error) => {
    onOutput(`${error.message}\n`);
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      onOutput(chunk.toString('utf8'));
    });
  }
  return child;
}

function ending(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
}
