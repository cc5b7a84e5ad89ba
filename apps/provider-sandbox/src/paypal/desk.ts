import type { Money } from '#money';
import { book } from '../ledger/books.js';
import type { Line, LineKind, PayPalTraits } from '../ledger/line.js';
import type { Clock } from '../ledger/clock.js';
import type { Ids } from '../ledger/ids.js';
import { randomText } from '../ledger/ids.js';
import type { SettingsInForce } from '../ledger/settings-in-force.js';
import type { Draft, Shelf } from '../ledger/shelf.js';
import type { Outbox } from '../webhooks/outbox.js';
import type { PayPalDispute } from './disputes/records.js';
import { refused } from './errors.js';
import { exchangeLegs } from './exchange-legs.js';
import type { PayPalEvent } from './event.js';
import type { PayPalAuthorization, PayPalCapture, PayPalOrder } from './records.js';

export type PayPalParts = {
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly outbox: Outbox;
  readonly settings: SettingsInForce;
  /** Where callers and payers reach the sandbox. */
  readonly publicUrl: () => string;
};

/** What one request at PayPal works with: records in its draft, the books, and what to tell. */
export class PayPalDesk {
  constructor(
    readonly parts: PayPalParts,
    readonly draft: Draft,
  ) {}

  get nowMs(): number {
    return this.parts.clock.now();
  }

  get nowIso(): string {
    return this.parts.clock.iso();
  }

  get baseUrl(): string {
    return this.parts.publicUrl();
  }

  /** @throws PayPalRefusal when there is no such order. */
  order(id: string): PayPalOrder {
    const order = this.draft.get('paypal-order', id);
    if (order === undefined) throw unknown('order_id', id);
    return order;
  }

  /** @throws PayPalRefusal when there is no such authorization. */
  authorization(id: string): PayPalAuthorization {
    const authorization = this.draft.get('paypal-authorization', id);
    if (authorization === undefined) throw unknown('authorization_id', id);
    return authorization;
  }

  /** @throws PayPalRefusal when there is no such capture. */
  capture(id: string): PayPalCapture {
    const capture = this.draft.get('paypal-capture', id);
    if (capture === undefined) throw unknown('capture_id', id);
    return capture;
  }

  /** @throws PayPalRefusal when there is no such dispute. */
  dispute(id: string): PayPalDispute {
    const dispute = this.draft.get('paypal-dispute', id);
    if (dispute === undefined) throw unknown('dispute_id', id);
    return dispute;
  }

  tell(event: Omit<PayPalEvent, 'id' | 'createdAt'>): void {
    const id = `WH-${this.parts.ids.paypal()}-${randomText(17, 'ABCDEFGHJKLMNPRSTUVWXY0123456789')}`;
    this.draft.put('paypal-event', id, { ...event, id, createdAt: this.nowIso });
    this.parts.outbox.post(this.draft, {
      provider: 'paypal',
      id,
      type: event.type,
      thread: event.orderId,
    });
  }

  book(line: {
    readonly id: string;
    readonly kind: LineKind;
    readonly reference: string;
    readonly amount: Money;
    readonly fee?: bigint;
    readonly paypal?: PayPalTraits;
    /** When it began; default: now. */
    readonly at?: string;
    readonly of: { readonly customId: string | null; readonly invoiceId: string | null };
  }): void {
    const { customId, invoiceId } = line.of;
    const written: Line = {
      id: line.id,
      provider: 'paypal',
      kind: line.kind,
      currency: line.amount.currency,
      amount: line.amount.minorUnits,
      fee: line.fee ?? 0n,
      reference: line.reference,
      paymentIds: [customId, invoiceId].filter((id) => id !== null),
      at: line.at ?? this.nowIso,
      ...(line.paypal === undefined ? {} : { paypal: line.paypal }),
    };
    book(this.draft, written);
    for (const leg of exchangeLegs(this.parts, written)) book(this.draft, leg);
  }
}

function unknown(name: string, id: string) {
  return refused('INVALID_RESOURCE_ID', { field: name, value: id, location: 'path' });
}
