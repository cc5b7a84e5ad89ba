import {
  changeStream,
  formatPosition,
  type EventStore,
  type RecordedEvent,
  type StreamType,
} from '#event-store';
import { UnknownEvent } from '#event-shapes';
import {
  EndpointError,
  evolveEndpoint,
  upcastEndpoint,
  type EndpointEvent,
  type WebhookEndpoint,
} from '#outgoing-webhooks';
import { Problem } from '#platform';
import type { DeliveryQueue } from './delivery-queue.js';
import type { KnownEndpoint } from './delivery.js';

export const ENDPOINT_STREAM_PREFIX = 'webhook-endpoint-';

/** Decides on one endpoint; no event: nothing to do. */
export type Decide = (endpoint: WebhookEndpoint | null) => readonly EndpointEvent[];

/** Who wants a change, and under which id a repeat of it is known. */
export type ChangeContext = { readonly actor: string; readonly commandId: string };

const ENDPOINT: StreamType<EndpointEvent, KnownEndpoint | null> = {
  initial: null,
  evolve: (known, event, { position, revision }) => {
    const at = formatPosition(position);
    const endpoint = evolveEndpoint(known?.endpoint ?? null, event, at);
    return { endpoint, revision: String(revision), since: known?.since ?? at };
  },
  upcast: upcastEndpoint,
};

/** Endpoints as events, and the queue's copy of them, which sending reads. */
export class EndpointStreams {
  constructor(
    private readonly eventStore: EventStore,
    private readonly queue: DeliveryQueue,
    private readonly now: () => number,
    private readonly onSetAside: (facts: object) => void = () => undefined,
  ) {}

  /**
   * @throws Problem `not-found` for an endpoint that was never registered, and still is not.
   * @throws EndpointError `endpoint-set-aside` while an event of it cannot be folded.
   */
  async change(endpointId: string, decide: Decide, context: ChangeContext): Promise<KnownEndpoint> {
    if (this.queue.endpointAsides.of(endpointId)) await this.retry(endpointId);
    if (this.queue.endpointAsides.of(endpointId)) throw new EndpointError('endpoint-set-aside');
    await this.#refresh(endpointId);
    const state = this.queue.endpoint(endpointId);
    const from = { state, revision: state && BigInt(state.revision) };
    const target = { stream: ENDPOINT_STREAM_PREFIX + endpointId, type: ENDPOINT, from };
    const cause = { client: context.actor, ...context };
    const changed = await changeStream(this.eventStore, target, cause, (known) =>
      decide(known?.endpoint ?? null),
    );
    if (!changed.state) throw new Problem('not-found');
    if (changed.revision !== from.revision) await this.#refresh(endpointId);
    return this.queue.endpoint(endpointId) ?? changed.state;
  }

  /**
   * Takes an event as it comes. One that cannot be folded sets its endpoint aside, which gets
   * nothing until it can: what it says may be that nothing is to be sent. Others go on.
   *
   * @throws EventStoreUnavailable.
   */
  async take(recorded: RecordedEvent): Promise<void> {
    const endpointId = recorded.stream.slice(ENDPOINT_STREAM_PREFIX.length);
    if (this.queue.endpointAsides.of(endpointId)) await this.retry(endpointId);
    else await this.#orAside(recorded, () => this.apply(recorded));
  }

  /** Takes what an endpoint that was set aside has not taken, as far as it goes. */
  async retry(endpointId: string): Promise<void> {
    const known = this.queue.endpoint(endpointId);
    const from = known ? BigInt(known.revision) + 1n : 0n;
    const stream = ENDPOINT_STREAM_PREFIX + endpointId;
    for await (const recorded of this.eventStore.read(stream, { from })) {
      if (!(await this.#orAside(recorded, () => this.apply(recorded)))) return;
    }
    await this.queue.endpointAsides.set(endpointId, null);
  }

  async #orAside(recorded: RecordedEvent, fold: () => Promise<void>): Promise<boolean> {
    try {
      await fold();
      return true;
    } catch (error) {
      if (!isOfTheEvent(error)) throw error;
      const endpointId = recorded.stream.slice(ENDPOINT_STREAM_PREFIX.length);
      const { revision, recordedAt: at, type: eventType } = recorded;
      const aside = { revision: String(revision), reason: (error as Error).message, at };
      if (this.queue.endpointAsides.of(endpointId)?.revision !== aside.revision) {
        this.onSetAside({ endpointId, eventType, ...aside });
      }
      await this.queue.endpointAsides.set(endpointId, aside);
      return false;
    }
  }

  /** Takes an event into the queue's copy; one that it has already seen changes nothing. */
  async apply(recorded: RecordedEvent): Promise<void> {
    const event = ENDPOINT.upcast(recorded.type, recorded.data);
    await this.queue.changeEndpoint(event.data.endpointId, this.now(), (known) => {
      if (known && BigInt(known.revision) >= recorded.revision) return null;
      return ENDPOINT.evolve(known, event, recorded);
    });
  }

  /**
   * Takes, event by event, what the queue's copy has not seen; abandoned messages may make a stream
   * long.
   */
  async #refresh(endpointId: string): Promise<void> {
    const known = this.queue.endpoint(endpointId);
    const from = known ? BigInt(known.revision) + 1n : 0n;
    const stream = ENDPOINT_STREAM_PREFIX + endpointId;
    for await (const recorded of this.eventStore.read(stream, { from })) await this.apply(recorded);
  }
}

/** An event without its registration, of an unknown type, or with data that is none. */
function isOfTheEvent(error: unknown): boolean {
  return error instanceof UnknownEvent || error instanceof TypeError || error instanceof RangeError;
}
