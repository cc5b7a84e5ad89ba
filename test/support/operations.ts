import { EventStore } from '#event-store';
import { type RunningApp, silentLogger, startHttpApp } from '#platform';
import type { PaymentProvider } from '#provider-port';
import { AlertsModule } from '../../apps/operations/src/alert-api/alerts.module.js';
import { AuditLog } from '../../apps/operations/src/audit/audit-log.js';
import { AuditModule } from '../../apps/operations/src/audit/audit.module.js';
import type { Config } from '../../apps/operations/src/config.js';
import { OutgoingWebhooks } from '../../apps/operations/src/outgoing-webhooks/outgoing-webhooks.js';
import { OutgoingWebhooksModule } from '../../apps/operations/src/outgoing-webhooks/outgoing-webhooks.module.js';
import { operationsOn } from '../../apps/operations/src/service.js';
import { BookedProviders } from '../../apps/operations/src/settlement/booked-providers.js';
import { given } from './given-module.js';

export type OperationsParts = {
  readonly config: Config;
  readonly eventStore: EventStore;
  readonly providers?: readonly PaymentProvider[];
  /** Absent: clients are told nothing. */
  readonly webhooks?: OutgoingWebhooks;
  /** Absent: no tree is kept. */
  readonly audit?: AuditLog;
  /** Whether rules of alerts are evaluated. */
  readonly alerts?: boolean;
};

/** operations on what the test gives it. */
export function startOperations({
  config,
  eventStore,
  providers = [],
  webhooks,
  audit,
  alerts = false,
}: OperationsParts): Promise<RunningApp> {
  const connections = given(
    { provide: EventStore, useValue: eventStore },
    { provide: BookedProviders, useValue: new BookedProviders(providers) },
    { provide: OutgoingWebhooks, useValue: webhooks ?? null },
    ...(audit ? [{ provide: AuditLog, useValue: audit }] : []),
  );
  const service = operationsOn(
    connections,
    ...(webhooks ? [OutgoingWebhooksModule] : []),
    ...(audit ? [AuditModule] : []),
    ...(alerts ? [AlertsModule] : []),
  );
  return startHttpApp(service, { config, logger: silentLogger() });
}
