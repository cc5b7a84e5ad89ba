import type { Money } from '#money';
import {
  PaymentProvider,
  type AuthoriseOutcome,
  type AuthoriseRequest,
  type BookLine,
  type CaptureOutcome,
  type CaptureRequest,
  type Instant,
  type RefundOutcome,
  type RefundRequest,
  type VoidOutcome,
  type VoidRequest,
} from '../payment-provider.js';
import type { MovedBy } from '../wire-amount.js';
import { stripeAccount, type StripeAccount, type StripeOptions } from './account.js';
import { stripeRefusalOf } from './amount.js';
import { authorise } from './authorise.js';
import { stripeBooks } from './books.js';
import { capture } from './capture.js';
import { refund } from './refund.js';
import { voidAuthorisation } from './void.js';

/**
 * Card payments through Stripe's PaymentIntents, captured manually.
 *
 * References: an authorisation is its PaymentIntent, a capture its charge, a refund its refund
 * object. Several captures share the charge, because Stripe refunds and books them under it; what
 * tells them apart is the PaymentIntent's metadata, which lists every capture id.
 *
 * Stripe keeps idempotency keys for 24 hours. Beyond, captures and refunds are protected only where
 * Stripe's own limits make it refuse the repeat, which is then read back by our ids.
 */
export class StripeProvider extends PaymentProvider {
  readonly name = 'stripe';
  readonly #account: StripeAccount;

  constructor(options: StripeOptions) {
    super();
    this.#account = stripeAccount(options);
  }

  override refusalOf(amount: Money, movedBy: MovedBy = 'authorise'): string | null {
    return stripeRefusalOf(amount, movedBy);
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

  override books(from: Instant): AsyncIterable<BookLine> {
    return stripeBooks(this.#account, from);
  }
}
