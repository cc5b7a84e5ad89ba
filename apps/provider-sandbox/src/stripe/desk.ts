import type { LineKind } from '../ledger/line.js';
import type { Currency } from '#money';
import { book } from '../ledger/books.js';
import type { Clock } from '../ledger/clock.js';
import type { Ids } from '../ledger/ids.js';
import type { Draft, Shelf } from '../ledger/shelf.js';
import type { Outbox } from '../webhooks/outbox.js';
import { toIso } from './currencies.js';
import { missing } from './errors.js';
import { threadOf, type StripeEvent, type StripeEventType, type Subject } from './event.js';
import type { BalanceTransaction, Metadata, StripeCharge, StripePayment } from './records.js';

export type StripeParts = {
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly outbox: Outbox;
  /** Where payers reach the sandbox. */
  readonly publicUrl: () => string;
};

export type StripeRequest = { readonly id: string | null; readonly idempotencyKey: string | null };

/** What changes without anybody asking has no request. */
export const BY_ITSELF: StripeRequest = { id: null, idempotencyKey: null };

/** What one request at Stripe works with: records in its draft, the books, and what to tell. */
export class StripeDesk {
  constructor(
    readonly parts: StripeParts,
    readonly draft: Draft,
    readonly request: StripeRequest,
  ) {}

  get now(): number {
    return this.parts.clock.seconds();
  }

  /** @throws StripeRefusal when there is no such payment. */
  payment(id: string, param = 'intent'): StripePayment {
    const payment = this.draft.get('stripe-payment', id);
    if (payment === undefined) throw missing('payment_intent', id, param);
    return payment;
  }

  /** @throws StripeRefusal when there is no such charge. */
  charge(id: string, param = 'id'): StripeCharge {
    const charge = this.draft.get('stripe-charge', id);
    if (charge === undefined) throw missing('charge', id, param);
    return charge;
  }

  save(subject: Subject): void {
    if (subject.kind === 'payment') {
      this.draft.put('stripe-payment', subject.record.id, subject.record);
    } else if (subject.kind === 'charge') {
      this.draft.put('stripe-charge', subject.record.id, subject.record);
    } else {
      this.draft.put('stripe-refund', subject.record.id, subject.record);
    }
  }

  tell(type: StripeEventType, subject: Subject, previous: StripeEvent['previous'] = null): void {
    const id = this.parts.ids.stripe('evt');
    const event = { id, type, created: this.now, subject, previous, request: this.request };
    this.draft.put('stripe-event', id, event);
    this.parts.outbox.post(this.draft, { provider: 'stripe', id, type, thread: threadOf(event) });
  }

  /** Writes a balance transaction: money that moves between Stripe and the merchant. */
  move(movement: Omit<BalanceTransaction, 'id' | 'created'>): BalanceTransaction {
    const line = { ...movement, id: this.parts.ids.stripe('txn'), created: this.now };
    this.draft.put('stripe-balance-transaction', line.id, line);
    return line;
  }

  /** Writes a line of the books; amounts in Stripe's minor units. */
  book(line: {
    readonly id: string;
    readonly kind: LineKind;
    readonly reference: string;
    readonly amount: number;
    readonly fee?: number;
    readonly of: { readonly currency: string; readonly metadata: Metadata };
  }): void {
    const currency = line.of.currency.toUpperCase() as Currency;
    const paymentId = line.of.metadata['payment_id'];
    book(this.draft, {
      id: line.id,
      provider: 'stripe',
      kind: line.kind,
      currency,
      amount: toIso(line.amount, currency),
      fee: toIso(line.fee ?? 0, currency),
      reference: line.reference,
      paymentIds: paymentId === undefined ? [] : [paymentId],
      at: this.parts.clock.iso(),
    });
  }
}
