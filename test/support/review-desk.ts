import { hashKey, loadConfig, type RunningApp } from '#platform';
import type { DataSource } from 'typeorm';
import { Config } from '../../apps/projection-service/src/config.js';
import { CommandServiceUnderTest, payment, type Answer } from './command-service.js';
import { startPostgres, type TestPostgres } from './postgres.js';
import { emptyViews } from './postgres-views.js';
import { serveViews } from './projection-service.js';

/** Analysts by name; a key is the name with `-key`. */
export const ANALYSTS = ['amal', 'ben', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;

export type Analyst = (typeof ANALYSTS)[number];

const OPERATORS = ['olga', 'omar'] as const;

type Operator = (typeof OPERATORS)[number];

const API_KEYS = [
  `shop:service:${hashKey('shop-key')}`,
  ...ANALYSTS.map((name) => `${name}:analyst:${hashKey(`${name}-key`)}`),
  ...OPERATORS.map((name) => `${name}:operator:${hashKey(`${name}-key`)}`),
].join(',');

/** command-service and the view of cases on one store, as analysts meet them: at one address. */
export class ReviewDeskUnderTest {
  private constructor(
    readonly commands: CommandServiceUnderTest,
    private readonly postgres: TestPostgres,
    private readonly dataSource: DataSource,
    private readonly views: RunningApp,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<ReviewDeskUnderTest> {
    const commands = new CommandServiceUnderTest();
    const postgres = await startPostgres();
    const dataSource = await emptyViews(await postgres.createDatabase());
    const config = loadConfig(Config, { API_KEYS, DATABASE_URL: 'postgres://given', PORT: '0' });
    const views = await serveViews(config, commands.store, dataSource, commands.clock);
    await commands.start({ API_KEYS, PROJECTION_SERVICE_URL: views.url, ...settings });
    commands.scorer.verdict = 'review';
    return new ReviewDeskUnderTest(commands, postgres, dataSource, views);
  }

  /** A held payment. @returns its id. */
  async open(change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await this.commands.post('/v1/payments', payment(change));
    return String(body['paymentId']);
  }

  post(
    path: string,
    body: object = {},
    { by = 'amal', key }: { by?: Analyst | Operator; key?: string } = {},
  ): Promise<Answer> {
    return this.commands.post(path, body, {
      authorization: `Bearer ${by}-key`,
      ...(key !== undefined && { 'idempotency-key': key }),
    });
  }

  get(path: string, by: Analyst | Operator | 'shop' = 'amal'): Promise<Answer> {
    return this.commands.get(path, `${by}-key`);
  }

  /** Waits for the view: of what is asked, as far as the store is. */
  async read(path: string, by: Analyst | Operator = 'amal'): Promise<Answer['body']> {
    const last = this.commands.store.events.at(-1)?.position.commit ?? 0n;
    const fresh = `minPosition=${last}/${last}&waitMs=20000`;
    const { status, body } = await this.get(`${path}${path.includes('?') ? '&' : '?'}${fresh}`, by);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Types of the events of one case's stream. */
  history(paymentId: string): string[] {
    return this.commands.store.events
      .filter(({ stream }) => stream === `case-${paymentId}`)
      .map(({ type }) => type);
  }

  async stop(): Promise<void> {
    await this.commands.stop();
    await this.views.stop();
    await this.dataSource.destroy();
    await this.postgres.stop();
  }
}
