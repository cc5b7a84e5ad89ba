import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Messaging,
  MessagingUnavailable,
  NATS_LOGINS,
  natsAuthorization,
  type NatsLogin,
} from '#messaging';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';

/** Whether there is a nats-server to start. Without one, its tests say so instead of running. */
export const HAS_NATS_SERVER = spawnSync('nats-server', ['--version']).status === 0;

/** What the processes of a system under test seal their messages with. */
export const MESSAGE_KEY = 'only-for-tests-only-for-tests-only';

/** A nats-server with JetStream of its own, on a free port and a folder that goes away. */
export class NatsServer {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly guarded: boolean,
  ) {}

  /** Open to everybody on this machine. */
  static start(): Promise<NatsServer> {
    return NatsServer.#start(false);
  }

  /** With the logins and permissions of a real system. */
  static startGuarded(): Promise<NatsServer> {
    return NatsServer.#start(true);
  }

  static async #start(guarded: boolean): Promise<NatsServer> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-nats-'));
    const server = new NatsServer(await freePort(), folder, guarded);
    await server.start();
    return server;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  urlOf(login: NatsLogin): string {
    return `nats://${login}:${passwordOf(login)}@127.0.0.1:${this.port}`;
  }

  /** What a process with this login reads from its environment. */
  envOf(login: NatsLogin): Record<'NATS_URL' | 'NATS_MESSAGE_KEY', string> {
    return { NATS_URL: this.urlOf(login), NATS_MESSAGE_KEY: MESSAGE_KEY };
  }

  /** Starts it again, with all it had stored. */
  async start(): Promise<void> {
    const file = join(this.folder, 'nats-server.conf');
    await writeFile(file, JSON.stringify(this.#configuration()));
    this.#child = spawn('nats-server', ['-c', file], { stdio: 'ignore' });
    const url = this.guarded ? this.urlOf('command-service') : this.url;
    for (let attempt = 0; attempt < 2_000; attempt += 1) {
      try {
        await (await Messaging.connect({ url, name: 'probe', key: MESSAGE_KEY })).close();
        return;
      } catch (error) {
        if (!(error instanceof MessagingUnavailable)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
    throw new Error(`nats-server did not start on ${this.url}`);
  }

  async kill(): Promise<void> {
    if (!this.#child) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    this.#child = null;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  #configuration(): object {
    const passwords = Object.fromEntries(NATS_LOGINS.map((login) => [login, passwordOf(login)]));
    return {
      listen: `127.0.0.1:${this.port}`,
      jetstream: { store_dir: join(this.folder, 'jetstream') },
      ...(this.guarded && {
        authorization: natsAuthorization(passwords as Record<NatsLogin, string>),
      }),
    };
  }
}

function passwordOf(login: NatsLogin): string {
  return `password-of-${login}`;
}
