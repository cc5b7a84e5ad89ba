import type { Line, LineKind } from '../ledger/line.js';
import type { Currency } from '#money';
import { book } from '../ledger/books.js';
import { exchangeFrom } from '../ledger/exchange.js';
import type { Clock } from '../ledger/clock.js';
import type { Ids } from '../ledger/ids.js';
import type { SettingsInForce } from '../ledger/settings-in-force.js';
import type { Draft, Shelf } from '../ledger/shelf.js';
import type { Outbox } from '../webhooks/outbox.js';
import { toIso } from './currencies.js';
import type { StripeDispute } from './disputes/records.js';
import { missing } from './errors.js';
import { threadOf, type StripeEvent, type StripeEventType, type Subject } from './event.js';
import type { StripeReview } from './fraud/records.js';
import type { BalanceTransaction, Metadata, StripeCharge, StripePayment } from './records.js';

export type StripeParts = {
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly outbox: Outbox;
  readonly settings: SettingsInForce;
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

  /** @throws StripeRefusal when there is no such dispute. */
  dispute(id: string): StripeDispute {
    const dispute = this.draft.get('stripe-dispute', id);
    if (dispute === undefined) throw missing('dispute', id, 'dispute');
    return dispute;
  }

  /** @throws StripeRefusal when there is no such review. */
  review(id: string): StripeReview {
    const review = this.draft.get('stripe-review', id);
    if (review === undefined) throw missing('review', id, 'review');
    return review;
  }

  save(subject: Subject): void {
    const { id } = subject.record;
    switch (subject.kind) {
      case 'payment':
        this.draft.put('stripe-payment', id, subject.record);
        break;
      case 'charge':
        this.draft.put('stripe-charge', id, subject.record);
        break;
      case 'refund':
        this.draft.put('stripe-refund', id, subject.record);
        break;
      case 'dispute':
        this.draft.put('stripe-dispute', id, subject.record);
        break;
      case 'review':
        this.draft.put('stripe-review', id, subject.record);
        break;
      case 'fraud-warning':
        this.draft.put('stripe-fraud-warning', id, subject.record);
        break;
      case 'payout':
        this.draft.put('stripe-payout', id, subject.record);
        break;
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
    return this.write({ ...this.#settled(movement), created: this.now });
  }

  /** Writes a balance transaction as it is. */
  write(movement: Omit<BalanceTransaction, 'id'>): BalanceTransaction {
    const line = { ...movement, id: this.parts.ids.stripe('txn') };
    this.draft.put('stripe-balance-transaction', line.id, line);
    return line;
  }

  /** In the currency that the account settles in. */
  #settled<M extends Omit<BalanceTransaction, 'id' | 'created'>>(movement: M): M {
    const exchange = exchangeFrom(movement.currency, this.parts.settings.all);
    if (exchange === null || movement.type.startsWith('payout')) return movement;
    return {
      ...movement,
      amount: Number(exchange.convert(BigInt(movement.amount))),
      fee: Number(exchange.convert(BigInt(movement.fee))),
      currency: exchange.currency.toLowerCase(),
      exchange: { rate: exchange.rate, amount: movement.amount },
    };
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
      ...this.#elsewhere(line.id, line.amount),
      reference: line.reference,
      paymentIds: paymentId === undefined ? [] : [paymentId],
      at: this.parts.clock.iso(),
    });
  }

  /** What a line moved in another currency; a partial capture less what it released. */
  #elsewhere(id: string, amount: number): Pick<Line, 'settled'> {
    const moved = this.draft.get('stripe-balance-transaction', id);
    if (moved?.exchange === undefined) return {};
    const released = BigInt(Math.abs(moved.exchange.amount) - amount);
    const convert = (units: bigint): bigint =>
      exchangeFrom('', this.parts.settings.all)?.convert(units) ?? units;
    const currency = moved.currency.toUpperCase() as Currency;
    const settled = Math.abs(moved.amount) - Number(convert(released));
    return {
      settled: { currency, amount: toIso(settled, currency), fee: toIso(moved.fee, currency) },
    };
  }
}
