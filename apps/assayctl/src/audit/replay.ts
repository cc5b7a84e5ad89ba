import {
  comparePositions,
  formatPosition,
  parsePosition,
  type EventStore,
  type RecordedEvent,
} from '#event-store';
import {
  evolve,
  NO_PAYMENT,
  PAYMENT_STREAM_PREFIX,
  paymentResource,
  paymentStream,
  timelineEntryOf,
  upcast,
  type PaymentResource,
} from '#payments';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';

/** Which events; what is null restricts nothing. */
export type ReplayFilter = {
  readonly stream: string | null;
  /** A time (recorded) or a position, inclusive. */
  readonly from: string | null;
  /** A time or a position, exclusive for times, inclusive for positions. */
  readonly to: string | null;
  readonly types: readonly string[];
};

export type Replayed = {
  readonly event: RecordedEvent;
  /** Of a payment, with this event taken in; null of other streams, or where none is asked for. */
  readonly state: PaymentResource | null;
};

/** Events as they are stored, in order, and what each made of its payment. */
export async function* replay(
  store: EventStore,
  filter: ReplayFilter,
  withState: boolean,
): AsyncGenerator<Replayed> {
  const { stream, to } = filter;
  // Times of different streams may be a little out of order; positions are not.
  const endsAtBound = stream !== null || (to !== null && isPosition(to));
  const payments = new Map<string, PaymentReplay>();
  const events = stream === null ? store.readAll() : store.read(stream);
  for await (const event of events) {
    if (to !== null && isBehind(event, to)) {
      if (endsAtBound) return;
      continue;
    }
    const state = withState ? stateAfter(payments, event) : null;
    if (isWanted(event, filter)) yield { event, state };
  }
}

function isWanted(event: RecordedEvent, { from, types }: ReplayFilter): boolean {
  if (from !== null && isBefore(event, from)) return false;
  return types.length === 0 || types.includes(event.type);
}

/** A payment as its events recorded before a time, or up to a position, make it. */
export async function paymentAsOf(
  store: EventStore,
  paymentId: string,
  to: string,
): Promise<PaymentResource> {
  const stream = paymentStream(paymentId);
  let last: PaymentResource | null = null;
  for await (const { state } of replay(store, { stream, from: null, to, types: [] }, true)) {
    last = state;
  }
  if (last) return last;
  throw new Failure(`there was no payment ${paymentId} then`);
}

/** The fold of one payment, event by event. */
class PaymentReplay {
  #payment = NO_PAYMENT;
  #client = '';
  readonly #timeline: ReturnType<typeof timelineEntryOf>[] = [];

  take({ type, data, metadata }: RecordedEvent): PaymentResource {
    const event = upcast(type, data);
    const { client } = metadata;
    if (this.#timeline.length === 0 && typeof client === 'string') this.#client = client;
    this.#payment = evolve(this.#payment, event);
    this.#timeline.push(timelineEntryOf(event));
    const [payment, timeline] = [this.#payment, [...this.#timeline]];
    return paymentResource({ client: this.#client, payment, timeline });
  }
}

function stateAfter(payments: Map<string, PaymentReplay>, event: RecordedEvent) {
  if (!event.stream.startsWith(PAYMENT_STREAM_PREFIX)) return null;
  const known = payments.get(event.stream) ?? new PaymentReplay();
  payments.set(event.stream, known);
  return known.take(event);
}

/** One line for a person. */
export function lineOfEvent({
  stream,
  revision,
  type,
  position,
  recordedAt,
}: RecordedEvent): string {
  return printable(`${recordedAt}  ${formatPosition(position)}  ${stream} ${revision}  ${type}`);
}

/** Whether an event was recorded at or after a time, or behind a position. */
export function isBehind({ recordedAt, position }: RecordedEvent, bound: string): boolean {
  if (isPosition(bound)) return comparePositions(position, parsePosition(bound)) > 0;
  return Date.parse(recordedAt) >= Date.parse(bound);
}

function isBefore({ recordedAt, position }: RecordedEvent, bound: string): boolean {
  if (isPosition(bound)) return comparePositions(position, parsePosition(bound)) < 0;
  return Date.parse(recordedAt) < Date.parse(bound);
}

export function isPosition(text: string): boolean {
  return /^\d{1,19}\/\d{1,19}$/.test(text);
}
