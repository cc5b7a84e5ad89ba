import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Messaging, MessagingUnavailable } from '#messaging';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';

/** Whether there is a nats-server to start. Without one, its tests say so instead of running. */
export const HAS_NATS_SERVER = spawnSync('nats-server', ['--version']).status === 0;

/** A nats-server with JetStream of its own, on a free port and a folder that goes away. */
export class NatsServer {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<NatsServer> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-nats-'));
    const server = new NatsServer(await freePort(), folder);
    await server.start();
    return server;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  /** Starts it again, with all it had stored. */
  async start(): Promise<void> {
    const args = ['-a', '127.0.0.1', '-p', String(this.port), '-js', '-sd', this.folder];
    this.#child = spawn('nats-server', args, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 200; attempt += 1) {
      try {
        await (await Messaging.connect({ url: this.url, name: 'probe' })).close();
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
}
