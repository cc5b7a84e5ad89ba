import type { Money } from '#money';
import { UNSUPPORTED } from '../attempts.js';
import {
  type BookEntry,
  type DifferingEndpoint,
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
import { stripeAccount, type StripeAccount, type StripeOptions } from './account.js';
import { stripeRefusalOf } from './amount.js';
import { authorise } from './authorise.js';
import { stripeBooks } from './books.js';
import { cancel } from './cancel.js';
import { capture } from './capture.js';
import { differingEndpoints } from './endpoints.js';
import { stripeEvent, stripeEvents } from './events.js';
import { increment } from './increment.js';
import { lookUp } from './look-up.js';
import { knows, paymentOf } from './payment-of.js';
import { refund } from './refund.js';
import { voidAuthorisation } from './void.js';

const OPERATIONS: Performances<StripeAccount> = {
  authorise,
  capture,
  void: voidAuthorisation,
  refund,
  increment,
  cancel,
  reauthorise: async ({ attempts }) => attempts.refuse(UNSUPPORTED, 'Stripe does not reauthorise'),
};

/**
 * Card payments through Stripe's PaymentIntents, captured manually.
 *
 * References: an authorisation is its PaymentIntent, a capture its charge, a refund its refund
 * object. Several captures share the charge, because Stripe refunds and books them under it; what
 * tells them apart is the PaymentIntent's metadata, which lists every capture id.
 *
 * Stripe keeps idempotency keys for 24 hours. Beyond, an earlier attempt is looked for by our ids
 * before anything is sent again.
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

  /** Stripe has no reauthorisation, only a new payment. */
  override supports(operation: OptionalOperation): boolean {
    return operation === 'increment';
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
    return stripeEvents(this.#account, from);
  }

  override differingEndpoints(): Promise<readonly DifferingEndpoint[]> {
    return differingEndpoints(this.#account);
  }

  override event(eventId: string): Promise<VerifiedWebhook | null> {
    return stripeEvent(this.#account, eventId);
  }

  override books(from: Instant): AsyncIterable<BookEntry> {
    return stripeBooks(this.#account, from);
  }
}
