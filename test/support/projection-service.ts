import { DataSource } from 'typeorm';
import { EventStore } from '#event-store';
import {
  type Clock,
  hashKey,
  loadConfig,
  type RunningApp,
  silentLogger,
  startHttpApp,
} from '#platform';
import { Config } from '../../apps/projection-service/src/config.js';
import { projectionServiceOn } from '../../apps/projection-service/src/service.js';
import { given } from './given-module.js';
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
  boss: 'operator',
} as const;

export type Client = keyof typeof KEYS;

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** projection-service in this process, over a store in memory and a database of its own. */
export class ProjectionServiceUnderTest {
  private constructor(
    readonly store: InMemoryEventStore,
    readonly dataSource: DataSource,
    readonly service: RunningApp,
  ) {}

  static async start(
    postgres: TestPostgres,
    env: Record<string, string> = {},
    store = new InMemoryEventStore(),
    clock?: Clock,
  ): Promise<ProjectionServiceUnderTest> {
    const dataSource = await emptyViews(await postgres.createDatabase());
    const keys = Object.entries(KEYS).map(([name, role]) => `${name}:${role}:${hashKey(name)}`);
    const config = loadConfig(Config, {
      API_KEYS: keys.join(','),
      DATABASE_URL: 'postgres://given',
      PORT: '0',
      ...env,
    });
    const service = await serveViews(config, store, dataSource, clock);
    return new ProjectionServiceUnderTest(store, dataSource, service);
  }

  async get(path: string, client: Client = 'shop'): Promise<Answer> {
    const headers = { authorization: `Bearer ${client}` };
    const response = await fetch(this.service.url + path, { headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  /** @param key names the request, where it has to be named. */
  async post(path: string, body: object, client: Client = 'ops', key?: string): Promise<Answer> {
    const response = await fetch(this.service.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client}`,
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.dataSource.destroy();
  }
}

/** projection-service on stores that are there already. */
export function serveViews(
  config: Config,
  eventStore: EventStore,
  dataSource: DataSource,
  clock?: Clock,
): Promise<RunningApp> {
  const connections = given(
    { provide: EventStore, useValue: eventStore },
    { provide: DataSource, useValue: dataSource },
  );
  const parts = { config, logger: silentLogger(), ...(clock && { clock }) };
  return startHttpApp(projectionServiceOn(connections), parts);
}
