import type { DynamicModule, Type } from '@nestjs/common';
import type { HttpService } from '#platform';
import { BATCH_BYTES_MAX, BATCH_PATH } from './batch/batch.controller.js';
import { CommandServiceModule } from './command-service.module.js';
import { Config } from './config.js';
import { ConnectionsModule } from './connections.module.js';
import { PART_NAMES } from './front/parts.js';
import { problemOf } from './problem-details.js';
import { WEBHOOKS_PATH } from './webhooks/webhooks.controller.js';

/** A payment takes some two milliseconds of this process: a full turn lasts about fifty. */
const COMMANDS_PER_TURN = 24;

/** @param connections a global module with what commands need of the outside. */
export function commandServiceOn(connections: Type | DynamicModule): HttpService<Config> {
  return {
    name: 'command-service',
    config: Config,
    module: () => CommandServiceModule.on(connections),
    document: {
      title: 'Assay command service',
      description: 'Payment commands. Amounts are minor units as digits; refusals are RFC 9457.',
    },
    documents: ['assay', 'command-service', ...PART_NAMES],
    problems: problemOf,
    bodyBytesMaxOf: { [BATCH_PATH]: BATCH_BYTES_MAX },
    costs: { [BATCH_PATH]: commandsIn },
    queued: { perTurn: COMMANDS_PER_TURN, isOne: isCommand },
  };
}

export const service = commandServiceOn(ConnectionsModule);

/** Providers want their webhooks answered at once, and only commands begin payments. */
function isCommand(method: string, path: string): boolean {
  return method === 'POST' && !path.startsWith(WEBHOOKS_PATH);
}

/** Not validated yet: what is no batch costs one, and is refused. */
function commandsIn(body: unknown): number {
  const { commands } = (body ?? {}) as { readonly commands?: unknown };
  return Array.isArray(commands) ? commands.length : 1;
}
