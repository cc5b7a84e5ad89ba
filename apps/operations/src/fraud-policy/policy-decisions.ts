import { DecidedStream, type EventStore } from '#event-store';
import {
  POLICY_STREAM,
  POLICY_STREAM_TYPE,
  type PolicyEvent,
  type PolicyState,
} from '#fraud-policy';

/** Decisions about the fraud policy, kept in `policy-fraud`; command-service follows them. */
export class PolicyDecisions extends DecidedStream<PolicyEvent, PolicyState> {
  constructor(eventStore: EventStore) {
    super(eventStore, { stream: POLICY_STREAM, type: POLICY_STREAM_TYPE });
  }
}
