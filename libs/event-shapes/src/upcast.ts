import type { AnyEvent } from './event-shape.js';
import type { Personal, PersonalFields } from './personal.js';

/** A stored event that no version of Assay has ever written. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/** What there is to know of one event type beside its shape. */
export type TypeRow<Data> = {
  /** Has to be said, if only `{}`: what it tells of people. */
  readonly personal: Personal<Data>;
  /** What fields that came later mean in older events. */
  readonly added?: Partial<Data>;
};

/** Every event type of a kind of stream. */
export type TypeRows<Event extends AnyEvent> = {
  readonly [Type in Event['type']]: TypeRow<Extract<Event, { type: Type }>['data']>;
};

/** Turns a stored event of any age into today's shape, and says what its types tell of people. */
export type Upcaster<Event extends AnyEvent> = {
  (type: string, data: unknown): Event;
  readonly personal: Readonly<Record<Event['type'], PersonalFields>>;
};

/**
 * The upcaster of a kind of stream whose stored events are today's, but for fields that came later.
 *
 * @param kind as in `job`, for the message of UnknownEvent.
 * @param types every event type of the stream.
 */
export function upcastOf<Event extends AnyEvent>(
  kind: string,
  types: TypeRows<Event>,
): Upcaster<Event> {
  const rows = types as Readonly<Record<string, TypeRow<object>>>;
  const personal = Object.entries(rows).map(([type, row]) => [type, row.personal]);
  return Object.assign(
    (type: string, data: unknown): Event => {
      if (!Object.hasOwn(rows, type)) throw new UnknownEvent(`not a ${kind} event: ${type}`);
      return { type, data: { ...rows[type]?.added, ...(data as object) } } as Event;
    },
    { personal: Object.fromEntries(personal) as Upcaster<Event>['personal'] },
  );
}
