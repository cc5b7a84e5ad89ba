import type { EventStore } from '#event-store';
import {
  evolvePolicy,
  NO_POLICY,
  POLICY_STREAM,
  type PolicyEvent,
  type PolicyState,
} from '#fraud-policy';
import { DecidedStream } from '../decided-stream.js';

/** Decisions about the fraud policy, kept in `policy-fraud`; command-service follows them. */
export class PolicyDecisions extends DecidedStream<PolicyState, PolicyEvent> {
  constructor(eventStore: EventStore) {
    super(eventStore, {
      stream: POLICY_STREAM,
      initial: NO_POLICY,
      evolve: evolvePolicy,
    });
  }
}
