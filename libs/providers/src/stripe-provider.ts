import { Stripe } from 'stripe';
import type { Money } from '#money';
import { Attempts, IMMOVABLE } from './attempts.js';
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
} from './payment-provider.js';
import { stripeRefusalOf, toStripeAmount } from './stripe-amount.js';
import { stripeBooks } from './stripe-books.js';
import { diagnoseStripe } from './stripe-errors.js';
import { captureEntry, refundState } from './stripe-objects.js';
import {
  authorisationOutcome,
  captureOutcome,
  refundOutcome,
  voidOutcome,
} from './stripe-outcome.js';
import type { MovedBy } from './wire-amount.js';

export type StripeOptions = {
  /** `sk_test_…` or `sk_live_…`; it decides whether real money moves. */
  readonly secretKey: string;
  /** Longest silence of the connection before the outcome counts as unknown. */
  readonly timeoutMs: number;
  /** Default: api.stripe.com. */
  readonly apiUrl?: string | undefined;
  readonly now?: () => Date;
};

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
  readonly #stripe: Stripe;
  readonly #now: () => Date;
  readonly #attempts: Attempts;

  constructor(options: StripeOptions) {
    super();
    this.#stripe = connect(options);
    this.#now = options.now ?? (() => new Date());
    this.#attempts = new Attempts(this.name, diagnoseStripe, this.#now);
  }

  override refusalOf(amount: Money, movedBy: MovedBy = 'authorise'): string | null {
    return stripeRefusalOf(amount, movedBy);
  }

  override async authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
    const { orderReference, token, amount } = request;
    if (token === null) return this.#attempts.refuse(...NO_TOKEN);
    const immovable = stripeRefusalOf(amount, 'authorise');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    return this.#attempts.settle<AuthoriseOutcome>({
      run: async () => {
        const intent =
          orderReference === null
            ? await this.#createIntent(request, token)
            : await this.#stripe.paymentIntents.retrieve(orderReference, WITH_CHARGE);
        return authorisationOutcome(intent, this.#instant());
      },
      readBack: async () => {
        const intent = await this.#createdIntent(request.authorisationId);
        return intent && authorisationOutcome(intent, this.#instant());
      },
    });
  }

  override async capture(request: CaptureRequest): Promise<CaptureOutcome> {
    const { captureId, reference, amount, final } = request;
    const immovable = stripeRefusalOf(amount, 'capture');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    const wire = toStripeAmount(amount).amount;
    return this.#attempts.settle<CaptureOutcome>({
      run: async () => {
        const intent = await this.#stripe.paymentIntents.capture(
          reference,
          {
            amount_to_capture: wire,
            // Stripe allows the parameter only where several captures are.
            ...(final ? {} : { final_capture: false }),
            metadata: captureEntry(captureId, wire),
            ...WITH_BOOKING,
          },
          { idempotencyKey: captureId },
        );
        return captureOutcome(intent, amount, this.#instant());
      },
      readBack: async () => {
        const intent = await this.#stripe.paymentIntents.retrieve(reference, WITH_BOOKING);
        return captureId in intent.metadata
          ? captureOutcome(intent, amount, this.#instant())
          : null;
      },
    });
  }

  override void({ voidId, reference }: VoidRequest): Promise<VoidOutcome> {
    return this.#attempts.settle<VoidOutcome>({
      run: async () => {
        const key = { idempotencyKey: voidId };
        const intent = await this.#stripe.paymentIntents.cancel(reference, {}, key);
        return voidOutcome(intent, this.#instant());
      },
      readBack: async () => {
        const intent = await this.#stripe.paymentIntents.retrieve(reference);
        return intent.status === 'canceled' ? voidOutcome(intent, this.#instant()) : null;
      },
    });
  }

  override async refund(request: RefundRequest): Promise<RefundOutcome> {
    const { paymentId, refundId, captureId, amount, reference } = request;
    const immovable = stripeRefusalOf(amount, 'refund');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    return this.#attempts.settle<RefundOutcome>({
      run: async () => {
        const refund = await this.#stripe.refunds.create(
          {
            charge: reference,
            amount: toStripeAmount(amount).amount,
            metadata: { payment_id: paymentId, refund_id: refundId, capture_id: captureId },
          },
          { idempotencyKey: refundId },
        );
        // A repeated request is answered with the first answer; what became of it is read anew.
        const waits = refundState(refund) === 'waiting';
        const current = waits ? await this.#stripe.refunds.retrieve(refund.id) : refund;
        return refundOutcome(current, this.#instant());
      },
      readBack: async () => {
        const refunds = this.#stripe.refunds.list({ charge: reference, limit: 100 });
        for await (const refund of refunds) {
          if (refund.metadata?.['refund_id'] !== refundId) continue;
          return refundOutcome(refund, this.#instant());
        }
        return null;
      },
    });
  }

  override books(from: Instant): AsyncIterable<BookLine> {
    const now = this.#now;
    return stripeBooks(this.#stripe, from, { now, ask: (run) => this.#attempts.ask(run) });
  }

  async #createIntent(request: AuthoriseRequest, token: string): Promise<Stripe.PaymentIntent> {
    const { paymentId, authorisationId, amount, returnUrl } = request;
    return this.#stripe.paymentIntents.create(
      {
        ...toStripeAmount(amount),
        confirm: true,
        capture_method: 'manual',
        payment_method: token,
        allowed_payment_method_types: ['card'],
        payment_method_options: { card: { request_multicapture: 'if_available' } },
        metadata: { payment_id: paymentId, authorisation_id: authorisationId },
        return_url: returnUrl,
        ...WITH_CHARGE,
      },
      { idempotencyKey: authorisationId },
    );
  }

  /** Looks among the newest intents, where one of an attempt just made is. */
  async #createdIntent(authorisationId: string): Promise<Stripe.PaymentIntent | null> {
    const gte = Math.floor(this.#now().getTime() / 1000) - KEYS_KEPT_S;
    const expand = ['data.latest_charge'];
    let looked = 0;
    const newest = this.#stripe.paymentIntents.list({ created: { gte }, limit: 100, expand });
    for await (const intent of newest) {
      if (intent.metadata['authorisation_id'] === authorisationId) return intent;
      looked += 1;
      if (looked === INTENTS_LOOKED_AT_MAX) break;
    }
    return null;
  }

  #instant(): Instant {
    return this.#now().toISOString();
  }
}

const NO_TOKEN = ['payment-method-not-supported', 'Stripe needs a card’s token'] as const;
const KEYS_KEPT_S = 86_400;
const INTENTS_LOOKED_AT_MAX = 1_000;
const WITH_CHARGE = { expand: ['latest_charge'] };
const WITH_BOOKING = { expand: ['latest_charge.balance_transaction'] };

function connect({ secretKey, timeoutMs, apiUrl }: StripeOptions): Stripe {
  const url = apiUrl === undefined ? null : new URL(apiUrl);
  const protocol = url?.protocol === 'http:' ? 'http' : 'https';
  const port = url?.port || (protocol === 'http' ? 80 : 443);
  return new Stripe(secretKey, {
    // The caller repeats under the same id and counts the attempts; nothing is repeated unseen.
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...(url && { host: url.hostname, port, protocol }),
  });
}
