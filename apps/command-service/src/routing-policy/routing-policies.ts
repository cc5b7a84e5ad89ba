import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DecidedStream, eventIdOf, EventStore, idOf, type Cause } from '#event-store';
import {
  DEFAULT_ROUTING,
  ROUTING_STREAM,
  ROUTING_STREAM_TYPE,
  type RoutingEvent,
  type RoutingPolicy,
  type RoutingState,
} from '#routing';

/** The version of a policy: equal for policies that say the same in the same order. */
export function hashOfRouting({ rules, failover }: RoutingPolicy): string {
  return createHash('sha256').update(JSON.stringify({ rules, failover })).digest('hex');
}

/** What decides until a policy is activated, by its hash. */
export const FIRST_ROUTING = {
  policyHash: hashOfRouting(DEFAULT_ROUTING),
  policy: DEFAULT_ROUTING,
};

export type RoutingDecision = {
  readonly person: string;
  /** Null from callers that name no request: a repeat is decided on as it comes. */
  readonly commandId: string | null;
  /** Told when the command is recorded already. */
  readonly replayed?: () => void;
};

/** Decisions of people about the routing policy, kept in `policy-routing`. */
@Injectable()
export class RoutingPolicies {
  readonly #decisions: DecidedStream<RoutingEvent, RoutingState>;

  constructor(eventStore: EventStore) {
    const eventId = ({ commandId }: Cause, { data }: RoutingEvent, { index }: { index: number }) =>
      eventIdOf(commandId, index, JSON.stringify(data));
    const type = { ...ROUTING_STREAM_TYPE, eventId };
    this.#decisions = new DecidedStream(eventStore, { stream: ROUTING_STREAM, type });
  }

  /**
   * Decides on what is recorded by now.
   *
   * @throws RoutingError when a rule forbids it.
   */
  decide(
    { person, commandId, replayed }: RoutingDecision,
    decide: (state: RoutingState) => readonly RoutingEvent[],
  ): Promise<RoutingState> {
    const by = { client: person, actor: `operator:${person}` };
    if (commandId !== null) return this.#decisions.decide({ ...by, commandId }, decide, replayed);
    const commandIdAt = (revision: number): string =>
      idOf('routing-decision', String(revision), person);
    return this.#decisions.decide(
      (_event, { revision }) => ({ ...by, commandId: commandIdAt(revision - 1) }),
      decide,
    );
  }
}
