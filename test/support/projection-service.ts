import type { DataSource } from 'typeorm';
import { hashKey, loadConfig, silentLogger } from '#platform';
import { Config } from '../../apps/projection-service/src/config.js';
import { serve, type Service } from '../../apps/projection-service/src/serve.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import type { TestPostgres } from './postgres.js';
import { emptyViews } from './postgres-views.js';

/** Clients by name, each with a role; a client's key is its name. */
const KEYS = {
  shop: 'service',
  other: 'service',
  desk: 'analyst',
  audit: 'auditor',
  ops: 'operator',
} as const;

export type Client = keyof typeof KEYS;

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** projection-service in this process, over a store in memory and a database of its own. */
export class ProjectionServiceUnderTest {
  private constructor(
    readonly store: InMemoryEventStore,
    readonly dataSource: DataSource,
    readonly service: Service,
  ) {}

  static async start(
    postgres: TestPostgres,
    env: Record<string, string> = {},
  ): Promise<ProjectionServiceUnderTest> {
    const dataSource = await emptyViews(await postgres.createDatabase());
    const store = new InMemoryEventStore();
    const keys = Object.entries(KEYS).map(([name, role]) => `${name}:${role}:${hashKey(name)}`);
    const config = loadConfig(Config, {
      API_KEYS: keys.join(','),
      DATABASE_URL: 'postgres://given',
      PORT: '0',
      ...env,
    });
    const logger = silentLogger();
    const service = await serve({ config, logger, eventStore: store, dataSource });
    return new ProjectionServiceUnderTest(store, dataSource, service);
  }

  async get(path: string, client: Client = 'shop'): Promise<Answer> {
    const headers = { authorization: `Bearer ${client}` };
    const response = await fetch(this.service.url + path, { headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.dataSource.destroy();
  }
}
