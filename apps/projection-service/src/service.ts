import type { DynamicModule, Type } from '@nestjs/common';
import type { HttpService } from '#platform';
import { Config } from './config.js';
import { ConnectionsModule } from './connections.module.js';
import { problemOf } from './problem-details.js';
import { openTextsOf } from './sealed-texts.js';
import { ProjectionServiceModule } from './projection-service.module.js';

/** @param connections a global module with the event store and a migrated database. */
export function projectionServiceOn(connections: Type | DynamicModule): HttpService<Config> {
  return {
    name: 'projection-service',
    config: Config,
    module: (config) => ProjectionServiceModule.on(connections, config),
    document: {
      title: 'Assay projection service',
      description:
        'Queries. Every answer says how far its view is (`position`); `minPosition` waits for it. ' +
        'Amounts are minor units as digits; refusals are RFC 9457.',
    },
    problems: problemOf,
    openTexts: openTextsOf,
  };
}

export const service = projectionServiceOn(ConnectionsModule);
