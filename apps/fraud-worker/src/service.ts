import type { HttpService } from '#platform';
import { AccessFollowerModule } from '#access-follower';
import { Config } from './config.js';
import { ConnectionsModule } from './connections.module.js';
import { ScoringModule } from './scoring/scoring.module.js';

/** Health and metrics over HTTP; requests for scores come over NATS. */
export const service: HttpService<Config> = {
  name: 'fraud-worker',
  config: Config,
  module: () => ScoringModule.on(ConnectionsModule, AccessFollowerModule),
};
