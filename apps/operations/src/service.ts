import type { DynamicModule, Type } from '@nestjs/common';
import type { HttpService } from '#platform';
import { AlertsModule } from './alert-api/alerts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { Config } from './config.js';
import { ConnectionsModule } from './connections.module.js';
import { FILE_BYTES_MAX } from './imports/imports.js';
import { OperationsModule } from './operations.module.js';
import { OutgoingWebhooksModule } from './outgoing-webhooks/outgoing-webhooks.module.js';
import { problemOf } from './problem-details.js';
import { openTextsOf } from './sealed-texts.js';

/** A policy may list thousands of cards; an event takes a megabyte at most. */
const POLICY_BYTES_MAX = 512 * 1024;

const STATEMENT_PATHS = ['/v1/imports', '/v1/imports/preview'];

const BODY_BYTES_MAX = {
  '/v1/fraud-policy/proposals': POLICY_BYTES_MAX,
  '/v1/fraud-policy/simulations': POLICY_BYTES_MAX,
  ...Object.fromEntries(STATEMENT_PATHS.map((path) => [path, FILE_BYTES_MAX])),
};

/** @param modules a global one with the event store and providers, and what else it serves. */
export function operationsOn(...modules: readonly (Type | DynamicModule)[]): HttpService<Config> {
  return {
    name: 'operations',
    config: Config,
    module: () => OperationsModule.on(...modules),
    document: {
      title: 'Assay operations',
      description: 'Jobs, imports, fraud models and policy, reports. Refusals are RFC 9457.',
    },
    problems: problemOf,
    openTexts: openTextsOf,
    bodyBytesMaxOf: BODY_BYTES_MAX,
    streamedBodies: STATEMENT_PATHS,
  };
}

export const service = operationsOn(
  ConnectionsModule,
  OutgoingWebhooksModule,
  AuditModule,
  AlertsModule,
);
