import { CASE_STREAM_PREFIX } from '#cases';
import type { EventStore, Json, Metadata, NewEvent } from '#event-store';
import { PAYMENT_STREAM_PREFIX, paymentStream } from '#payments';
import { customerSubject, inboxSubject } from '#privacy';

const REMEMBERED_MAX = 10_000;

type Data = Readonly<Record<string, Json | undefined>>;

/** Whom events are about: the customer of their payment, as far as a payment is known. */
export class Subjects {
  readonly #byPayment = new Map<string, string>();

  constructor(
    private readonly eventStore: EventStore,
    private readonly nowMs: () => number,
  ) {}

  async of(stream: string, events: readonly NewEvent[]): Promise<string> {
    const first = events.find(({ type }) => type === 'PaymentInitiated');
    if (first) return customerOf(first) ?? strangerOf(stream);
    for (const paymentId of paymentsIn(stream, events)) {
      const subject = await this.#ofPayment(paymentId);
      if (subject !== null) return subject;
    }
    return inboxSubject(new Date(this.nowMs()));
  }

  async #ofPayment(paymentId: string): Promise<string | null> {
    const known = this.#byPayment.get(paymentId);
    if (known !== undefined) return known;
    for await (const event of this.eventStore.read(paymentStream(paymentId), { maxCount: 1 })) {
      const subject = customerOf(event) ?? strangerOf(event.stream);
      if (this.#byPayment.size >= REMEMBERED_MAX) this.#byPayment.clear();
      this.#byPayment.set(paymentId, subject);
      return subject;
    }
    return null;
  }
}

function paymentsIn(stream: string, events: readonly NewEvent[]): string[] {
  for (const prefix of [PAYMENT_STREAM_PREFIX, CASE_STREAM_PREFIX]) {
    if (stream.startsWith(prefix)) return [stream.slice(prefix.length)];
  }
  return events.flatMap(({ data }) => {
    const { facts = [], subject = null } = (data ?? {}) as Delivered;
    return [...facts, subject].flatMap((each) => {
      const paymentId = each?.paymentId;
      return typeof paymentId === 'string' ? [paymentId] : [];
    });
  });
}

type Naming = { readonly paymentId?: Json };

/** The part of a delivery that says which payments it is about. */
type Delivered = { readonly facts?: readonly Naming[]; readonly subject?: Naming | null };

function customerOf({ data, metadata }: { data: Json; metadata: Metadata }): string | null {
  const { customerId } = data as Data;
  const { client } = metadata;
  if (typeof customerId !== 'string') return null;
  return customerSubject(typeof client === 'string' ? client : '', customerId);
}

/** A payment from before customers were named stands for itself. */
function strangerOf(stream: string): string {
  return `stream/${stream}`;
}
