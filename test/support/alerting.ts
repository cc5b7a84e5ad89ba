import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock, hashKey, loadConfig, silentLogger } from '#platform';
import { AlertParts } from '../../apps/operations/src/alerts/alert-parts.js';
import { Config } from '../../apps/operations/src/config.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { LocalService } from './alert-services.js';

const START_MS = Date.parse('2026-11-21T10:00:00.000Z');

/** Keys that operations of a test knows. */
export const ALERT_KEYS = [
  `olga:operator:${hashKey('operator-key')}`,
  `aud:auditor:${hashKey('auditor-key')}`,
  `shop:service:${hashKey('shop-key')}`,
].join(',');

/** What operations needs beside alerts, and alerts of a service that the test itself is. */
export function alertEnvironment(folder: string, services: LocalServices): Record<string, string> {
  return {
    PORT: '0',
    API_KEYS: ALERT_KEYS,
    STRIPE_SECRET_KEY: 'sk_test_x',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
    DATA_DIR: folder,
    WEBHOOK_PRIVATE_NETWORKS: 'allowed',
    ALERT_TARGETS: `command-service=${services.metrics.url}`,
    ALERT_METRICS_KEY: 'metrics-key',
    PAGERDUTY_ROUTING_KEY: 'pd-routing-key',
    PAGERDUTY_URL: services.pagerduty.url,
    SLACK_WEBHOOK_URL: `${services.slack.url}/services/T0/B0/slack-token`,
  };
}

export type LocalServices = {
  readonly metrics: LocalService;
  readonly pagerduty: LocalService;
  readonly slack: LocalService;
};

/** Alerts, incidents and channels on a clock that the test moves, against local services. */
export class AlertingUnderTest {
  readonly store: InMemoryEventStore;
  parts: AlertParts;
  nowMs = START_MS;
  /** False where a channel fails for ever, and goes on to be tried. */
  waitsForTelling = true;

  private constructor(
    readonly folder: string,
    readonly services: LocalServices,
    private readonly variables: Record<string, string>,
  ) {
    this.store = new InMemoryEventStore(() => new Date(this.nowMs));
    this.parts = this.#make();
  }

  static async start(variables: Record<string, string> = {}): Promise<AlertingUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-alerts-'));
    const [metrics, pagerduty, slack] = await Promise.all([
      LocalService.start(),
      LocalService.start(),
      LocalService.start(),
    ]);
    pagerduty.answer = { status: 202, body: '{"status":"success"}' };
    metrics.answer = { status: 200, body: '' };
    return new AlertingUnderTest(folder, { metrics, pagerduty, slack }, variables);
  }

  /** Another process takes over from one that was killed: nothing of it was stopped or saved. */
  restart(): void {
    this.parts = this.#make();
  }

  /** Lets time pass, turn by turn, telling metrics as they are then. */
  async pass(minutes: number, metrics?: (minute: number) => string): Promise<void> {
    for (let minute = 1; minute <= minutes; minute += 1) {
      this.nowMs += 60_000;
      if (metrics) {
        const passed = (this.nowMs - START_MS) / 60_000;
        this.services.metrics.answer = { status: 200, body: metrics(passed) };
      }
      await this.turn();
    }
  }

  async turn(): Promise<void> {
    await this.parts.alerting.turn();
    if (this.waitsForTelling) await this.parts.teller.settled();
  }

  /** How many events of a type there are, for what is to be waited for. */
  count(type: string): number {
    return this.store.events.filter((event) => event.type === type).length;
  }

  async stop(): Promise<void> {
    await this.parts.teller.stop();
    const { metrics, pagerduty, slack } = this.services;
    await Promise.all([metrics, pagerduty, slack].map((service) => service.stop()));
    await rm(this.folder, { recursive: true, force: true });
  }

  #make(): AlertParts {
    const environment = { ...alertEnvironment(this.folder, this.services), ...this.variables };
    return AlertParts.of({
      config: loadConfig(Config, environment),
      store: this.store,
      clock: new Clock(() => new Date(this.nowMs)),
      logger: silentLogger(),
      retryMs: [1, 1],
      roundMs: 5,
    });
  }
}
