import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { notWritable, StoreNotOpened } from './errors.js';

/** What the writer says of itself to other processes that want the folder. */
type Owner = { readonly pid: number; readonly host: string; readonly holds: boolean };

const SOCKET = /^writer-[0-9a-f-]{36}\.sock$/;
const DRAFT = /^writer-[0-9a-f-]{36}\.new$/;
/** A draft this old has no process that will still name it. */
const DRAFT_MS_MAX = 60_000;
const TRIES_MAX = 20;
const RETRY_MS_MAX = 100;
const ANSWER_MS_MAX = 2_000;
const SILENT = 'no answer';

/**
 * Makes this process the only writer of `folder` until the returned function is called.
 *
 * The writer listens on a socket in the folder. The system closes it when the process ends,
 * however it ends, so a lock can neither be left behind nor be taken over from the living; process
 * ids, which containers count each for themselves, do not matter. It does not hold between
 * machines: the folder must be on a local disk, as LMDB needs it anyway.
 *
 * @throws StoreNotOpened when another writer lives, or the folder cannot be written to.
 */
export async function lockForWriting(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const claim = await Claim.announce(path);
    const other = await firstAlive(path, claim.name).catch(async (error: unknown) => {
      await claim.withdraw();
      throw error;
    });
    if (other === undefined) {
      claim.holds = true;
      return () => claim.withdraw();
    }
    await claim.withdraw();
    if (other.holds) throw inUse(path, other);
    // Two began at once and saw each other: both step back for a while.
    await new Promise((done) => setTimeout(done, Math.random() * RETRY_MS_MAX));
  }
  throw new StoreNotOpened('in-use', `event store ${path} is being opened by other processes`);
}

/** This process's wish to write, for all to see. */
class Claim {
  holds = false;

  private constructor(
    private readonly path: string,
    readonly name: string,
    private readonly server: Server,
  ) {}

  static async announce(path: string): Promise<Claim> {
    const name = `writer-${randomUUID()}.sock`;
    const draft = `${name.slice(0, -5)}.new`;
    const server = createServer((socket) => {
      const owner: Owner = { pid: process.pid, host: hostname(), holds: claim.holds };
      socket.on('error', () => undefined); // The process that asked is gone.
      socket.end(JSON.stringify(owner));
    });
    const claim = new Claim(path, name, server);
    try {
      await withShortPath(path, async (short) => {
        server.listen(join(short, draft)).unref();
        await once(server, 'listening');
      });
      // Under its name only once it answers, so that a silent one is known to be dead.
      renameSync(join(path, draft), join(path, name));
    } catch (error) {
      server.close();
      throw notWritable(path, error);
    }
    return claim;
  }

  async withdraw(): Promise<void> {
    rmSync(join(this.path, this.name), { force: true });
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Asks every other writer whether it lives; removes what the dead left behind. */
async function firstAlive(path: string, own: string): Promise<Owner | undefined> {
  for (const name of readdirSync(path)) {
    if (DRAFT.test(name)) removeOld(join(path, name));
    if (name === own || !SOCKET.test(name)) continue;
    const owner = await withShortPath(path, (short) => ask(join(short, name)));
    if (owner !== undefined) return owner;
    rmSync(join(path, name), { force: true });
  }
  return undefined;
}

function removeOld(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat && Date.now() - stat.mtimeMs > DRAFT_MS_MAX) rmSync(file, { force: true });
}

/** Undefined when no process listens any more. */
async function ask(file: string): Promise<Owner | undefined> {
  const socket = connect(file);
  socket.setTimeout(ANSWER_MS_MAX, () => socket.destroy(new Error(SILENT)));
  try {
    await once(socket, 'connect');
    return JSON.parse(await text(socket)) as Owner;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return undefined;
    // It may live but be stopped, or be another user's: not ours to take. One that hung up in
    // between is about to be gone.
    return { pid: 0, host: '', holds: message === SILENT || code === 'EACCES' };
  } finally {
    socket.destroy();
  }
}

/** The path of a socket has about 100 bytes; Linux has a short way to every open folder. */
async function withShortPath<T>(folder: string, use: (short: string) => Promise<T>): Promise<T> {
  if (!existsSync('/proc/self/fd')) return use(folder);
  const handle = openSync(folder, 'r');
  try {
    return await use(`/proc/self/fd/${handle}`);
  } finally {
    closeSync(handle);
  }
}

function inUse(path: string, { pid, host }: Owner): StoreNotOpened {
  const by =
    pid === 0
      ? 'a process that does not answer'
      : `process ${pid}${host === hostname() ? '' : ` of ${host}`}`;
  return new StoreNotOpened(
    'in-use',
    `event store ${path} is already open in ${by}; one process writes, the others connect to it`,
  );
}
