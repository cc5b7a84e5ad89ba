import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashKey } from '#platform';
import { PAYPAL_WEBHOOK_TYPES, STRIPE_WEBHOOK_TYPES } from '#providers';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { startProgram, stopProgram, untilAnswers } from './processes.js';

export const API_KEY = 'bench-key';

const DIST = new URL('../..', import.meta.url).pathname;
const STRIPE_WEBHOOK_SECRET = 'whsec_bench';
const PAYPAL_WEBHOOK_ID = 'WH-BENCH';
const POSTGRES = { user: 'postgres', password: 'only-for-benchmarks' } as const;

export type LedgerParts = {
  /** The provider sandbox, so that payments go further than their initiation. */
  readonly sandbox?: boolean;
  /** PostgreSQL and the views. */
  readonly views?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

/** Parts of the ledger as processes of their own, on free ports and a folder that goes away. */
export class LedgerSystem {
  readonly #stops: (() => Promise<unknown>)[] = [];
  commandUrl = '';
  queryUrl = '';
  sandboxUrl = '';
  databaseUrl = '';
  eventStoreUrl = '';

  private constructor(private readonly dataDir: string) {}

  static async start({ sandbox, views, env = {} }: LedgerParts = {}): Promise<LedgerSystem> {
    const dataDir = await mkdtemp(join(tmpdir(), 'assay-bench-'));
    await chmod(dataDir, 0o711); // As root, PostgreSQL runs as another user.
    const system = new LedgerSystem(dataDir);
    try {
      system.commandUrl = `http://127.0.0.1:${await freePort()}`;
      if (sandbox === true) await system.#startSandbox();
      await system.#startCommandService(env);
      if (views === true) {
        await system.startPostgres();
        await system.#startProjectionService();
      }
      return system;
    } catch (error) {
      await system.stop();
      throw error;
    }
  }

  /** With the durability of a default installation. */
  async startPostgres(): Promise<void> {
    const port = await freePort();
    const host = '127.0.0.1';
    const folder = join(this.dataDir, 'postgres');
    const settings = ['max_connections=200'];
    const onOutput = (): void => undefined;
    const options = { folder, host, port, ...POSTGRES, settings, onOutput };
    const server = await EmbeddedPostgres.start(options);
    this.#stops.unshift(() => server.stop());
    await server.createDatabase('bench');
    this.databaseUrl = `postgres://${POSTGRES.user}:${POSTGRES.password}@${host}:${port}/bench`;
  }

  /** Ends everything, the last started first, and removes its data. */
  async stop(): Promise<void> {
    for (const stop of this.#stops) await stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #startSandbox(): Promise<void> {
    const port = await freePort();
    this.sandboxUrl = `http://127.0.0.1:${port}`;
    this.#run('provider-sandbox', {
      PORT: String(port),
      // Its durability is not what is measured.
      SANDBOX_STORE: 'memory',
      STRIPE_WEBHOOK_SECRET,
      PAYPAL_WEBHOOK_ID,
      SANDBOX_WEBHOOK_URL_STRIPE: `${this.commandUrl}/v1/webhooks/stripe`,
      SANDBOX_WEBHOOK_URL_PAYPAL: `${this.commandUrl}/v1/webhooks/paypal`,
      SANDBOX_WEBHOOK_EVENTS_STRIPE: STRIPE_WEBHOOK_TYPES.join(','),
      SANDBOX_WEBHOOK_EVENTS_PAYPAL: PAYPAL_WEBHOOK_TYPES.join(','),
    });
    await untilAnswers(`${this.sandboxUrl}/health/ready`);
  }

  async #startCommandService(env: Readonly<Record<string, string>>): Promise<void> {
    const doorPort = await freePort();
    this.eventStoreUrl = `esdb://127.0.0.1:${doorPort}?tls=false`;
    const { port, host } = new URL(this.commandUrl);
    this.#run('command-service', {
      PORT: port,
      EVENTSTORE_PORT: String(doorPort),
      FRAUD_SCORING: 'off',
      CHECKOUTS_PER_CUSTOMER: 'off',
      MODELS_DIR: join(DIST, '..', 'models'),
      STRIPE_SECRET_KEY: 'sk_test_bench',
      STRIPE_WEBHOOK_SECRET,
      PAYPAL_CLIENT_ID: 'bench',
      PAYPAL_CLIENT_SECRET: 'bench',
      PAYPAL_WEBHOOK_ID,
      PAYER_RETURN_URL: 'https://shop.example/return',
      ...(this.sandboxUrl === ''
        ? {}
        : {
            STRIPE_API_URL: this.sandboxUrl,
            PAYPAL_API_URL: this.sandboxUrl,
            PAYPAL_WEBHOOK_CA_FILE: join(this.dataDir, 'provider-sandbox', 'paypal-ca.pem'),
            PAYPAL_WEBHOOK_CERT_HOSTS: new URL(this.sandboxUrl).host,
          }),
      ...env,
    });
    await untilAnswers(`http://${host}/health/ready`);
  }

  async #startProjectionService(): Promise<void> {
    const port = await freePort();
    this.queryUrl = `http://127.0.0.1:${port}`;
    const { databaseUrl: DATABASE_URL, eventStoreUrl: EVENTSTORE_URL } = this;
    this.#run('projection-service', { PORT: String(port), DATABASE_URL, EVENTSTORE_URL });
    await untilAnswers(`${this.queryUrl}/health/ready`);
  }

  /** One of the apps, stopped with the system. */
  #run(app: string, env: Readonly<Record<string, string>>): ChildProcess {
    const child = startProgram(join(DIST, `apps/${app}/src/main.js`), [], {
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'warn',
      API_KEYS: `bench:service:${hashKey(API_KEY)},desk:operator:${hashKey(`${API_KEY}-desk`)}`,
      ...env,
    });
    this.#stops.unshift(() => stopProgram(child));
    return child;
  }

  /** Each in a folder of its own, since each keeps its own feature state. */
  async startFraudWorker(name: string, nats: Readonly<Record<string, string>>): Promise<void> {
    const port = await freePort();
    this.#run('fraud-worker', {
      PORT: String(port),
      DATA_DIR: join(this.dataDir, `fraud-worker-${name}`),
      EVENTSTORE_URL: this.eventStoreUrl,
      ...nats,
      MODELS_DIR: join(DIST, '..', 'models'),
    });
    await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
  }
}
