import {
  ConcurrencyConflict,
  eventIdOf,
  formatPosition,
  type EventStore,
  type RecordedEvent,
} from '#event-store';
import { evolveEndpoint, type EndpointEvent, type WebhookEndpoint } from '#outgoing-webhooks';
import { Problem } from '#platform';
import type { DeliveryQueue, KnownEndpoint } from './delivery-queue.js';

export const ENDPOINT_STREAM_PREFIX = 'webhook-endpoint-';

const ATTEMPTS_MAX = 3;

/** Decides on one endpoint; no event: nothing to do. */
export type Decide = (endpoint: WebhookEndpoint | null) => readonly EndpointEvent[];

/** Who wants a change, and under which id a repeat of it is known. */
export type ChangeContext = { readonly actor: string; readonly commandId: string };

/** Endpoints as events, and the queue's copy of them, which sending reads. */
export class EndpointStreams {
  constructor(
    private readonly eventStore: EventStore,
    private readonly queue: DeliveryQueue,
    private readonly now: () => number,
  ) {}

  /** @throws Problem `conflict` when others change the endpoint all the time. */
  async change(endpointId: string, decide: Decide, context: ChangeContext): Promise<KnownEndpoint> {
    const stream = ENDPOINT_STREAM_PREFIX + endpointId;
    for (let attempt = 1; ; attempt += 1) {
      const revision = await this.#refresh(endpointId);
      const events = decide(this.queue.endpoint(endpointId)?.endpoint ?? null);
      try {
        if (events.length > 0) {
          const stored = storable(events, context);
          await this.eventStore.append(stream, stored, revision ?? 'no-stream');
          await this.#refresh(endpointId);
        }
        const known = this.queue.endpoint(endpointId);
        if (!known) throw new Problem('not-found');
        return known;
      } catch (error) {
        if (!(error instanceof ConcurrencyConflict)) throw error;
        if (attempt === ATTEMPTS_MAX)
          throw new Problem('conflict', 'the endpoint changed at the same time');
      }
    }
  }

  /** Takes an event into the queue's copy; one that it has already seen changes nothing. */
  async apply(recorded: RecordedEvent): Promise<void> {
    const { endpointId } = recorded.data as { endpointId: string };
    const event = { type: recorded.type, data: recorded.data } as unknown as EndpointEvent;
    await this.queue.changeEndpoint(endpointId, this.now(), (known) => {
      if (known && BigInt(known.revision) >= recorded.revision) return null;
      const position = formatPosition(recorded.position);
      const endpoint = evolveEndpoint(known?.endpoint ?? null, event, position);
      return { endpoint, revision: String(recorded.revision), since: known?.since ?? position };
    });
  }

  /** Takes what the queue's copy has not seen; messages given up may make a stream long. */
  async #refresh(endpointId: string): Promise<bigint | null> {
    const known = this.queue.endpoint(endpointId);
    let revision = known ? BigInt(known.revision) : null;
    const from = revision === null ? 0n : revision + 1n;
    for await (const recorded of this.eventStore.read(ENDPOINT_STREAM_PREFIX + endpointId, {
      from,
    })) {
      await this.apply(recorded);
      revision = recorded.revision;
    }
    return revision;
  }
}

function storable(
  events: readonly EndpointEvent[],
  { actor, commandId }: ChangeContext,
): Parameters<EventStore['append']>[1] {
  const metadata = {
    client: actor,
    actor,
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
  };
  return events.map(({ type, data }, index) => ({
    id: eventIdOf(commandId, index),
    type,
    data,
    metadata,
  }));
}
