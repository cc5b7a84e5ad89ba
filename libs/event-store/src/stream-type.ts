import type { AnyEvent } from '#event-shapes';
import type { Cause } from './cause.js';
import type { RecordedEvent } from './event-store.js';

/** What the store adds to an event. */
export type RecordedFacts = Pick<RecordedEvent, 'id' | 'metadata' | 'position' | 'revision'>;

/** Where an event stands in its stream, and in the decision that it is a part of. */
export type EventPlace = { readonly revision: number; readonly index: number };

/** A kind of stream: what its events come to, and how stored ones of any age are read. */
export type StreamType<Event extends AnyEvent, State> = {
  readonly initial: State;
  readonly evolve: (state: State, event: Event, recorded: RecordedFacts) => State;
  /** Turns a stored event of any age into today's shape. @throws UnknownEvent */
  readonly upcast: (type: string, data: unknown) => Event;
  /** Left out: derived from the command and the event's index in the decision. */
  readonly eventId?: (cause: Cause, event: Event, place: EventPlace) => string;
};

/** What a stream comes to; the revision is of its last event, null where there is none. */
export type StreamState<State> = { readonly state: State; readonly revision: bigint | null };

/** One stream of a kind. */
export type TypedStream<Event extends AnyEvent, State> = {
  readonly stream: string;
  readonly type: StreamType<Event, State>;
  /** What is known of it already; left out: nothing. */
  readonly from?: StreamState<State>;
};
