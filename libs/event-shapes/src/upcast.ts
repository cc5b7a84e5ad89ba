import type { AnyEvent } from './event-shape.js';

/** A stored event that no version of Assay has ever written. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/**
 * The upcaster of a kind of stream whose stored events are today's, but for fields that came later.
 *
 * @param kind as in `job`, for the message of UnknownEvent.
 * @param types every event type of the stream, with what its later fields mean in older events.
 */
export function upcastOf<Event extends AnyEvent>(
  kind: string,
  types: { readonly [Type in Event['type']]: Partial<Extract<Event, { type: Type }>['data']> },
): (type: string, data: unknown) => Event {
  return (type, data) => {
    if (!Object.hasOwn(types, type)) throw new UnknownEvent(`not a ${kind} event: ${type}`);
    return { type, data: { ...types[type as Event['type']], ...(data as object) } } as Event;
  };
}
