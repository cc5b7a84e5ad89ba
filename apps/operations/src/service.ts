import type { DynamicModule, Type } from '@nestjs/common';
import type { HttpService } from '#platform';
import { AuditModule } from './audit/audit.module.js';
import { Config } from './config.js';
import { ConnectionsModule } from './connections.module.js';
import { OperationsModule } from './operations.module.js';
import { OutgoingWebhooksModule } from './outgoing-webhooks/outgoing-webhooks.module.js';
import { problemOf } from './problem-details.js';

/** A policy may list thousands of cards; an event takes a megabyte at most. */
const POLICY_BYTES_MAX = {
  '/v1/fraud-policy/proposals': 512 * 1024,
  '/v1/fraud-policy/simulations': 512 * 1024,
};

/** @param modules a global one with the event store and providers, and what else it serves. */
export function operationsOn(...modules: readonly (Type | DynamicModule)[]): HttpService<Config> {
  return {
    name: 'operations',
    config: Config,
    module: () => OperationsModule.on(...modules),
    document: {
      title: 'Assay operations',
      description: 'Jobs, fraud models and policy, reports. Refusals are RFC 9457.',
    },
    problems: problemOf,
    bodyBytesMaxOf: POLICY_BYTES_MAX,
  };
}

export const service = operationsOn(ConnectionsModule, OutgoingWebhooksModule, AuditModule);
