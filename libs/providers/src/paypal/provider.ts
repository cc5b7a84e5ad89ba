import type { Money } from '#money';
import { UNSUPPORTED } from '../attempts.js';
import {
  type AuthoriseOutcome,
  type AuthoriseRequest,
  type BookEntry,
  type CancelOutcome,
  type CancelRequest,
  type CaptureOutcome,
  type CaptureRequest,
  type IncrementOutcome,
  type Instant,
  type LookUpRequest,
  type MovedBy,
  type OptionalOperation,
  PaymentProvider,
  type ProviderFact,
  type ReauthoriseOutcome,
  type ReauthoriseRequest,
  type RefundOutcome,
  type RefundRequest,
  type VerifiedWebhook,
  type VoidOutcome,
  type VoidRequest,
} from '#provider-port';
import { PayPalAccount } from './account.js';
import { paypalRefusalOf } from './amount.js';
import { authorise } from './authorise.js';
import { paypalBooks } from './books.js';
import { cancel } from './cancel.js';
import { capture } from './capture.js';
import type { PayPalOptions } from './connection.js';
import { paypalEvent, paypalEvents } from './events.js';
import { lookUp } from './look-up.js';
import { knows, paymentOf } from './payment-of.js';
import { reauthorise } from './reauthorise.js';
import { refund } from './refund.js';
import { voidAuthorisation } from './void.js';

/**
 * PayPal accounts through Orders v2 (approve, authorise) and Payments v2 (capture, void, refund).
 *
 * Our ids travel as `invoice_id`, the payment's as `custom_id`. PayPal keeps request ids for 6
 * hours (orders) and 45 days (payments); beyond, it refuses a second use of an invoice id, and what
 * the first use did is read back from the order.
 */
export class PayPalProvider extends PaymentProvider {
  readonly name = 'paypal';
  readonly #account: PayPalAccount;

  constructor(options: PayPalOptions) {
    super();
    this.#account = new PayPalAccount(options);
  }

  override refusalOf(amount: Money, movedBy: MovedBy = 'authorise'): string | null {
    return paypalRefusalOf(amount, movedBy);
  }

  /** PayPal raises a hold only by holding anew. */
  override supports(operation: OptionalOperation): boolean {
    return operation === 'reauthorise';
  }

  override authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
    return authorise(this.#account, request);
  }

  override capture(request: CaptureRequest): Promise<CaptureOutcome> {
    return capture(this.#account, request);
  }

  override void(request: VoidRequest): Promise<VoidOutcome> {
    return voidAuthorisation(this.#account, request);
  }

  override refund(request: RefundRequest): Promise<RefundOutcome> {
    return refund(this.#account, request);
  }

  override async increment(): Promise<IncrementOutcome> {
    return this.#account.attempts.refuse(UNSUPPORTED, 'PayPal does not raise a hold');
  }

  override reauthorise(request: ReauthoriseRequest): Promise<ReauthoriseOutcome> {
    return reauthorise(this.#account, request);
  }

  override cancel(request: CancelRequest): Promise<CancelOutcome> {
    return cancel(this.#account, request);
  }

  override lookUp(request: LookUpRequest): Promise<readonly ProviderFact[]> {
    return lookUp(this.#account, request);
  }

  override paymentOf(reference: string): Promise<string | null> {
    return paymentOf(this.#account, reference);
  }

  override knows(reference: string): Promise<boolean> {
    return knows(this.#account, reference);
  }

  override events(from: Instant): AsyncIterable<VerifiedWebhook> {
    return paypalEvents(this.#account, from);
  }

  override event(eventId: string): Promise<VerifiedWebhook | null> {
    return paypalEvent(this.#account, eventId);
  }

  override books(from: Instant): AsyncIterable<BookEntry> {
    return paypalBooks(this.#account, from);
  }
}
