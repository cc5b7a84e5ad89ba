import { DocumentBuilder, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import type { EventStore } from '#event-store';
import {
  ApiKeys,
  Clock,
  createHttpApp,
  describeHttpApp,
  hashKey,
  Health,
  silentLogger,
} from '#platform';
import { PolicyCommands } from './fraud-policy/policy-commands.js';
import { PolicyDecisions } from './fraud-policy/policy-decisions.js';
import { PolicySimulations } from './fraud-policy/policy-simulations.js';
import { JobHistory } from './jobs/job-history.js';
import { Scheduler } from './jobs/scheduler.js';
import { EndpointCommands } from './outgoing-webhooks/endpoint-commands.js';
import type { OutgoingWebhooks } from './outgoing-webhooks/outgoing-webhooks.js';
import { OperationsModule } from './operations.module.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { WhatIfRuns } from './what-if/what-if-runs.js';

/** The document of a built application. */
function describe(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Assay operations')
    .setDescription('Jobs, fraud models and policy, reports. Refusals are RFC 9457.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  return describeHttpApp(app, head);
}

/** The document without a running service, for the copy that is checked in. */
export async function openApiDocument(): Promise<object> {
  const logger = silentLogger();
  const eventStore = {} as EventStore;
  const clock = new Clock();
  const policyDecisions = new PolicyDecisions(eventStore);
  const module = OperationsModule.on({
    clock,
    scheduler: new Scheduler([], new JobHistory(eventStore), clock, logger),
    decisions: new ModelDecisions(eventStore),
    eventStore,
    policyDecisions,
    policyCommands: new PolicyCommands(policyDecisions, eventStore, clock),
    policySimulations: new PolicySimulations(eventStore, clock),
    whatIfRuns: new WhatIfRuns('none'),
    health: new Health(),
    apiKeys: new ApiKeys(`document:operator:${hashKey('')}`),
    endpoints: new EndpointCommands({} as OutgoingWebhooks, eventStore),
  });
  const app = await createHttpApp(module, { logger });
  const document = describe(app);
  await app.close();
  return document;
}
