import type { Money } from '#money';
import { UNSUPPORTED } from '../attempts.js';
import {
  type BookEntry,
  type Instant,
  type LookUpRequest,
  type MovedBy,
  type Operation,
  type OptionalOperation,
  type OutcomeOf,
  type Performances,
  PaymentProvider,
  type ProviderFact,
  type RequestOf,
  type VerifiedWebhook,
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

const OPERATIONS: Performances<PayPalAccount> = {
  authorise,
  capture,
  void: voidAuthorisation,
  refund,
  reauthorise,
  cancel,
  increment: async ({ attempts }) => attempts.refuse(UNSUPPORTED, 'PayPal does not raise a hold'),
};

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

  /** PayPal raises a hold only by a reauthorisation. */
  override supports(operation: OptionalOperation): boolean {
    return operation === 'reauthorise';
  }

  override perform<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
  ): Promise<OutcomeOf<O>> {
    return OPERATIONS[operation](this.#account, request);
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
