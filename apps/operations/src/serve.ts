import type { EventStore } from '#event-store';
import { ApiKeys, Clock, createHttpApp, Health, type Logger, Metrics } from '#platform';
import type { PaymentProvider } from '#provider-port';
import type { Config } from './config.js';
import { FraudMetrics } from './fraud-watch/fraud-metrics.js';
import { fraudWatch } from './fraud-watch/fraud-watch.js';
import { PolicyCommands } from './fraud-policy/policy-commands.js';
import { PolicyDecisions } from './fraud-policy/policy-decisions.js';
import { PolicySimulations } from './fraud-policy/policy-simulations.js';
import { JobHistory } from './jobs/job-history.js';
import { Scheduler } from './jobs/scheduler.js';
import { OperationsModule } from './operations.module.js';
import { addWebhookHealth } from './outgoing-webhooks/attention.js';
import { EndpointCommands } from './outgoing-webhooks/endpoint-commands.js';
import type { OutgoingWebhooks } from './outgoing-webhooks/outgoing-webhooks.js';
import { addWebhookMetrics } from './outgoing-webhooks/webhook-metrics.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { problemOf } from './problem-details.js';
import { settlementImport } from './settlement/settlement-import.js';
import { challengerComparison, modelTraining } from './training/model-training.js';
import { WhatIfRuns } from './what-if/what-if-runs.js';

export type Surroundings = {
  readonly config: Config;
  readonly logger: Logger;
  readonly eventStore: EventStore;
  readonly providers: readonly PaymentProvider[];
  /** Absent: clients are told nothing. Closed at the end. */
  readonly webhooks?: OutgoingWebhooks;
  /** Default: the time of this machine. */
  readonly clock?: Clock;
};

/** A policy may list thousands of cards; an event takes a megabyte at most. */
const POLICY_BYTES_MAX = {
  '/v1/fraud-policy/proposals': 512 * 1024,
  '/v1/fraud-policy/simulations': 512 * 1024,
};

const HTTP = {
  document: 'operations',
  bodyBytesMaxOf: POLICY_BYTES_MAX,
  mapping: problemOf,
};

/** A running operations process; `stop` waits for the jobs that run. */
export type Operations = { readonly url: string; stop(): Promise<void> };

/** Schedules the jobs and serves HTTP. Port 0 takes a free one. */
export async function serve({
  config,
  logger,
  eventStore,
  providers,
  webhooks,
  clock = new Clock(),
}: Surroundings): Promise<Operations> {
  const intervalMs = config.OPERATIONS_SETTLEMENT_INTERVAL_MS;
  const fraudMetrics = new FraudMetrics();
  const jobs = [
    ...providers.map((provider) => settlementImport(provider, eventStore, intervalMs, clock)),
    modelTraining(config.TRAINER_COMMAND),
    challengerComparison(config.JUDGE_COMMAND),
    fraudWatch('weekly', { store: eventStore, clock }, (measures) => {
      fraudMetrics.measured(measures);
    }),
    fraudWatch('monthly', { store: eventStore, clock }),
  ];
  const scheduler = new Scheduler(jobs, new JobHistory(eventStore), clock, logger);
  const health = new Health();
  health.add('event-store', () => troubleOf(eventStore));
  if (webhooks) addWebhookHealth(health, webhooks);
  const policyDecisions = new PolicyDecisions(eventStore);
  const policySimulations = new PolicySimulations(eventStore, clock);
  const whatIfRuns = new WhatIfRuns(config.WHAT_IF_COMMAND);
  const foundation = {
    scheduler,
    clock,
    health,
    eventStore,
    decisions: new ModelDecisions(eventStore),
    policyDecisions,
    policyCommands: new PolicyCommands(policyDecisions, eventStore, clock),
    policySimulations,
    whatIfRuns,
    apiKeys: new ApiKeys(config.API_KEYS),
    endpoints: webhooks ? new EndpointCommands(webhooks, eventStore) : null,
  };
  const app = await createHttpApp(OperationsModule.on(foundation), {
    logger,
    ...HTTP,
  });
  fraudMetrics.addTo(app.get(Metrics));
  if (webhooks) addWebhookMetrics(app.get(Metrics), webhooks);
  await app.listen({ port: config.PORT, host: config.HOST });
  scheduler.start();
  webhooks?.start();
  return {
    url: await app.getUrl(),
    stop: async () => {
      await scheduler.stop();
      await whatIfRuns.stop();
      await policySimulations.stop();
      await webhooks?.stop();
      await app.close();
    },
  };
}

async function troubleOf(eventStore: EventStore): Promise<string | null> {
  await eventStore.readAll({ maxCount: 1 })[Symbol.asyncIterator]().next();
  return null;
}
