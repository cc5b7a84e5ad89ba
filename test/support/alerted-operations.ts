import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { alertEnvironment, type LocalServices } from './alerting.js';
import { LocalService } from './alert-services.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { startOperations } from './operations.js';

/** Operations over HTTP, whose alerts go to local services. */
export class AlertedOperations {
  private constructor(
    readonly folder: string,
    readonly services: LocalServices,
    private readonly app: RunningApp,
  ) {}

  /** @param metrics what the one target tells from the beginning. */
  static async start(metrics: string): Promise<AlertedOperations> {
    const folder = await mkdtemp(join(tmpdir(), 'assay-alerted-'));
    const [target, pagerduty, slack] = await Promise.all([
      LocalService.start(),
      LocalService.start(),
      LocalService.start(),
    ]);
    target.answer = { status: 200, body: metrics };
    const services = { metrics: target, pagerduty, slack };
    const environment = { ...alertEnvironment(folder, services), ALERT_INTERVAL_MS: '100' };
    const app = await startOperations({
      config: loadConfig(Config, environment),
      eventStore: new InMemoryEventStore(),
      alerts: true,
    });
    return new AlertedOperations(folder, services, app);
  }

  get url(): string {
    return this.app.url;
  }

  async stop(): Promise<void> {
    await this.app.stop();
    const { metrics, pagerduty, slack } = this.services;
    await Promise.all([metrics, pagerduty, slack].map((service) => service.stop()));
    await rm(this.folder, { recursive: true, force: true });
  }
}
