import { bool, field, int64, message, names, repeated, text, uint32 } from '#wire';
import { Uuid } from './shared.js';

/** Messages of `server_features.ServerFeatures` and `gossip.Gossip`. */

export const SupportedMethods = message({
  methods: repeated(
    1,
    message({
      methodName: field(1, text),
      serviceName: field(2, text),
      features: repeated(3, text),
    }),
  ),
  eventStoreServerVersion: field(2, text),
});

/** States of a cluster member, in the order of their numbers. */
const STATES = [
  'initializing',
  'discovering',
  'unknown',
  'pre-replica',
  'catching-up',
  'clone',
  'follower',
  'pre-leader',
  'leader',
] as const;

export const ClusterInfo = message({
  members: repeated(
    1,
    message({
      instanceId: field(1, Uuid),
      timeStamp: field(2, int64),
      state: field(3, names(...STATES)),
      isAlive: field(4, bool),
      httpEndPoint: field(5, message({ address: field(1, text), port: field(2, uint32) })),
    }),
  ),
});
