import type { Server } from 'node:http';
import { Health, startHealthServer } from '#platform';
import type { Config } from './config.js';
import { credentialsIn } from './folder/credentials.js';
import { DataFolder } from './folder/data-folder.js';
import { writeDoorFiles } from './folder/door-files.js';
import type { Options } from './options.js';
import { findProgram } from './parts/find-program.js';
import {
  DOOR_FOLDER,
  doorsOf,
  listeningPorts,
  stagesOf,
  urlsOf,
  type Plan,
} from './parts/parts.js';
import { assertFree, freePorts, portsOf } from './parts/ports.js';
import { Supervisor } from './supervisor/supervisor.js';

export type StandaloneOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
};

/** The whole system on one machine, in one data folder. */
export class Standalone {
  #health: Server | null = null;

  private constructor(
    readonly plan: Plan,
    readonly supervisor: Supervisor,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * Claims the data folder and lays out the parts; nothing runs yet.
   *
   * @throws StartFailure when folder or ports cannot be had.
   */
  static async prepare(
    config: Config,
    options: Options,
    { env, say }: StandaloneOptions,
  ): Promise<Standalone> {
    const folder = await DataFolder.open(options.data ?? config.DATA_DIR);
    try {
      const plan: Plan = {
        config,
        folder,
        ports: options.freePorts ? await freePorts(config.HOST) : portsOf(config),
        credentials: credentialsIn(folder.of('credentials.json')),
        natsServer: findProgram('nats-server', env['PATH'] ?? ''),
      };
      await assertFree(plan.ports, listeningPorts(plan), config.HOST);
      const supervisor = new Supervisor({
        stages: stagesOf(plan),
        logOf: (name) => folder.of('logs', `${name}.log`),
        env,
        say,
      });
      return new Standalone(plan, supervisor, say);
    } catch (error) {
      folder.release();
      throw error;
    }
  }

  /** @throws StartFailure when a part does not start. */
  async start(): Promise<void> {
    const { config, natsServer, folder, credentials } = this.plan;
    await writeDoorFiles(folder.of(DOOR_FOLDER), credentials.doorPasswords);
    if (config.NATS_URL === undefined && natsServer === null) {
      this.say(
        'no nats-server on the PATH: scoring runs inside command-service; ' +
          'for fraud workers: apt-get install nats-server',
      );
    }
    await this.#tellHealth();
    await this.supervisor.start();
    folder.publish(urlsOf(this.plan), doorsOf(this.plan));
  }

  /** Stops every part and gives the data folder up. */
  async stop(): Promise<void> {
    await this.supervisor.stop();
    this.#health?.close();
    this.#health?.closeAllConnections();
    this.plan.folder.release();
  }

  /** Which parts run; the ones without which payments go on do not make the system unready. */
  async #tellHealth(): Promise<void> {
    const health = new Health();
    for (const { name, essential } of stagesOf(this.plan).flat()) {
      health.add(name, () => this.supervisor.troubleOf(name), { essential });
    }
    const { config, ports } = this.plan;
    this.#health = await startHealthServer(health, {
      host: config.HOST,
      port: ports.STANDALONE_PORT,
    });
  }
}
