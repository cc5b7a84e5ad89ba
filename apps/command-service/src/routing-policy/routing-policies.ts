import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConcurrencyConflict, eventIdOf, EventStore, idOf } from '#event-store';
import { Problem } from '#platform';
import {
  evolveRouting,
  NO_ROUTING,
  ROUTING_STREAM,
  type RoutingEvent,
  type RoutingPolicy,
  type RoutingState,
} from '#routing';

/** The version of a policy: equal for policies that say the same in the same order. */
export function hashOfRouting({ rules, failover }: RoutingPolicy): string {
  return createHash('sha256').update(JSON.stringify({ rules, failover })).digest('hex');
}

/** Decisions of people about the routing policy, kept in `policy-routing`. */
@Injectable()
export class RoutingPolicies {
  constructor(private readonly eventStore: EventStore) {}

  /**
   * Decides on what is recorded by now, and records the decision only if nobody decided meanwhile.
   *
   * @throws RoutingError when a rule forbids it.
   * @throws Problem `conflict` when another decision came first.
   */
  async decide(
    person: string,
    decide: (state: RoutingState) => readonly RoutingEvent[],
  ): Promise<RoutingState> {
    let state = NO_ROUTING;
    let revision = -1n;
    for await (const recorded of this.eventStore.read(ROUTING_STREAM)) {
      const { type, data } = recorded;
      state = evolveRouting(state, { type, data } as unknown as RoutingEvent);
      revision = recorded.revision;
    }
    try {
      const events = decide(state);
      if (events.length > 0) await this.#append(events, revision, person);
      return events.reduce(evolveRouting, state);
    } catch (error) {
      if (error instanceof ConcurrencyConflict) {
        throw new Problem('conflict', 'another decision was recorded meanwhile');
      }
      throw error;
    }
  }

  async #append(events: readonly RoutingEvent[], revision: bigint, person: string): Promise<void> {
    const commandId = idOf('routing-decision', String(revision), person);
    const metadata = {
      client: person,
      actor: `operator:${person}`,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
    };
    const stored = events.map(({ type, data }, index) => ({
      id: eventIdOf(commandId, index, JSON.stringify(data)),
      type,
      data: data,
      metadata,
    }));
    await this.eventStore.append(ROUTING_STREAM, stored, revision < 0n ? 'no-stream' : revision);
  }
}
