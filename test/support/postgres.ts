import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { serverOf } from '../../apps/standalone/src/postgres/orphan.js';
import { childrenOf } from '../../apps/standalone/src/processes/processes.js';

/** A PostgreSQL of this test file's own, on a free port, gone with `stop`. */
export type TestPostgres = {
  /** A fresh database each time. @returns its URL. */
  createDatabase(): Promise<string>;
  /** Stops the server and starts it again on the same port, with all databases. */
  restart(): Promise<void>;
  /** Has the server take connections and answer nothing, as on a disk that hangs. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

const USER = 'postgres';
const PASSWORD = 'only-for-tests';

/** Starts one server; about a second. Meant for beforeAll. */
export async function startPostgres(): Promise<TestPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'assay-postgres-'));
  await chmod(parent, 0o711); // As root, the server runs as another user.
  const log: string[] = [];
  const port = await freePort();
  const start = () =>
    EmbeddedPostgres.start({
      folder: join(parent, 'data'),
      host: '127.0.0.1',
      port,
      user: USER,
      password: PASSWORD,
      settings: ['fsync=off', 'max_connections=200'],
      onOutput: (text) => void log.push(text),
    });
  let server = await start().catch(async (cause: unknown) => {
    await rm(parent, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause });
  });
  let databases = 0;
  let frozen: readonly number[] = [];
  const thaw = () => {
    frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));
    frozen = [];
  };
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `test_${databases}`;
      await server.createDatabase(name);
      return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    freeze: () => {
      const pid = serverOf(join(parent, 'data'));
      if (pid === null) throw new Error('there is no server to freeze');
      // First the server, which then starts no more children.
      process.kill(pid, 'SIGSTOP');
      frozen = [pid];
      for (const child of childrenOf(pid)) {
        process.kill(child, 'SIGSTOP');
        frozen = [...frozen, child];
      }
    },
    thaw,
    stop: async () => {
      thaw();
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
