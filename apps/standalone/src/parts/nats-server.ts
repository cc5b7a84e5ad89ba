// A nats-server of the machine as a child that ends with its parent. It gets its settings by
// message and says when it is ready.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { natsAuthorization, type NatsLogin } from '#messaging';
import { survivesLostOutput, writeOutput } from '#platform';
import { commandOf, endProcess, type Step } from '../processes/processes.js';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type NatsSettings = {
  /** The program, as found on the PATH. */
  readonly program: string;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** Of every login; a connection without one of them is refused. */
  readonly passwords: Readonly<Record<NatsLogin, string>>;
};

const STOPPING: readonly Step[] = [
  { signal: 'SIGTERM', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
];
const STDERR = 2;
const OWNER_ONLY = 0o600;

/** The first version that knows the setting `sync_interval`. */
const SYNC_INTERVAL_SINCE = [2, 10] as const;

survivesLostOutput();

process.once('message', (settings: NatsSettings) => {
  serve(settings).catch((error: unknown) => {
    writeOutput(`nats-server: ${(error as Error).message}\n`, STDERR);
    process.exit(1);
  });
});

async function serve(settings: NatsSettings): Promise<void> {
  const { program, folder, host, port } = settings;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nats-server.conf');
  writeFileSync(file, configuration(settings), { mode: OWNER_ONLY });
  chmodSync(file, OWNER_ONLY); // It may have been there before, open to all.
  await stopOrphan(file, pidFileIn(folder));
  const server = spawn(program, ['-c', file], { stdio: ['ignore', 'inherit', 'inherit'] });
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping = true;
      server.kill('SIGTERM');
    });
  }
  server.once('exit', (code) => {
    if (!stopping) writeOutput(`nats-server: it ended with exit code ${code}\n`, STDERR);
    process.exit(stopping ? 0 : 1);
  });
  while (!(await accepts(host, port))) await sleep(50);
  process.send?.('ready');
}

/** JSON is one of the forms that the server reads. */
function configuration({ program, folder, host, port, passwords }: NatsSettings): string {
  return JSON.stringify({
    listen: `${host}:${port}`,
    pid_file: pidFileIn(folder),
    jetstream: {
      store_dir: join(folder, 'jetstream'),
      // On disk before it is acknowledged; older servers sync every two minutes, without a setting.
      ...(knowsSyncInterval(program) && { sync_interval: 'always' }),
    },
    authorization: natsAuthorization(passwords),
  });
}

function pidFileIn(folder: string): string {
  return join(folder, 'nats-server.pid');
}

/** A server whose starter was killed still holds the port; it was started with this very file. */
async function stopOrphan(file: string, pidFile: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : NaN;
  if (!Number.isInteger(pid) || pid <= 1) return;
  const words = commandOf(pid);
  if (words[words.indexOf('-c') + 1] !== file || !words.includes('-c')) return;
  if (await endProcess(pid, STOPPING)) return;
  throw new Error(`the nats-server of an earlier start (process ${pid}) does not end`);
}

function knowsSyncInterval(program: string): boolean {
  const [, major = '0', minor = '0'] =
    /v(\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
  const [sinceMajor, sinceMinor] = SYNC_INTERVAL_SINCE;
  return (
    Number(major) > sinceMajor || (Number(major) === sinceMajor && Number(minor) >= sinceMinor)
  );
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
