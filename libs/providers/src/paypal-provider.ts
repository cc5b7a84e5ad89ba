import {
  AuthorizationStatus,
  CaptureStatus,
  CheckoutPaymentIntent,
  OrderStatus,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
  RefundStatus,
  type ApiResponse,
  type CapturedPayment,
  type Order,
  type OrderRequest,
  type PaymentAuthorization,
} from '@paypal/paypal-server-sdk';
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
import { paypalRefusalOf, toPayPalAmount } from './paypal-amount.js';
import { paypalBooks } from './paypal-books.js';
import { PayPalConnection, type PayPalCalls, type PayPalOptions } from './paypal-connection.js';
import { diagnosePayPal } from './paypal-errors.js';
import {
  authorisationsOf,
  capturesOf,
  instantFrom,
  orderIdOf,
  present,
  refundsOf,
} from './paypal-objects.js';
import {
  authorisationOutcome,
  awaitingPayer,
  captureOutcome,
  refundOutcome,
} from './paypal-outcome.js';
import type { MovedBy } from './wire-amount.js';

/** Without it PayPal answers ids only. */
const WHOLE = 'return=representation';

/**
 * PayPal accounts through Orders v2 (approve, authorise) and Payments v2 (capture, void, refund).
 *
 * Our ids travel as `invoice_id`, the payment's as `custom_id`. PayPal keeps request ids for 6 hours
 * (orders) and 45 days (payments); beyond, it refuses a second use of an invoice id, and what the
 * first use did is read back from the order.
 */
export class PayPalProvider extends PaymentProvider {
  readonly name = 'paypal';
  readonly #paypal: PayPalConnection;
  readonly #now: () => Date;
  readonly #attempts: Attempts;

  constructor(options: PayPalOptions) {
    super();
    this.#paypal = new PayPalConnection(options);
    this.#now = options.now ?? (() => new Date());
    this.#attempts = new Attempts(this.name, diagnosePayPal, this.#now);
  }

  override refusalOf(amount: Money, movedBy: MovedBy = 'authorise'): string | null {
    return paypalRefusalOf(amount, movedBy);
  }

  override async authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
    const { amount, token, orderReference } = request;
    if (token !== null) return this.#attempts.refuse(...NO_CARDS);
    const immovable = paypalRefusalOf(amount, 'authorise');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    if (orderReference !== null) return this.#authoriseOrder(orderReference);
    return this.#attempts.settle<AuthoriseOutcome>({
      run: async () => {
        const { authorisationId: paypalRequestId } = request;
        const order = { body: orderRequestOf(request), paypalRequestId, prefer: WHOLE };
        const answer = await this.#paypal.call(({ orders }) => orders.createOrder(order));
        return awaitingPayer(answer, this.#instant());
      },
      readBack: async () => null,
    });
  }

  override async capture(request: CaptureRequest): Promise<CaptureOutcome> {
    const { captureId, reference, amount, final } = request;
    const immovable = paypalRefusalOf(amount, 'capture');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    return this.#attempts.settle<CaptureOutcome>({
      run: async () => {
        const answer = await this.#payments((payments) =>
          payments.captureAuthorizedPayment({
            authorizationId: reference,
            paypalRequestId: captureId,
            prefer: WHOLE,
            body: { amount: toPayPalAmount(amount), invoiceId: captureId, finalCapture: final },
          }),
        );
        // A repeated request is answered with the first answer; what became of it is read anew.
        const waits = answer.status === CaptureStatus.Pending;
        const capture = waits ? await this.#capture(present(answer.id, 'capture id')) : answer;
        return captureOutcome(capture, this.#instant());
      },
      readBack: async () => {
        const order = await this.#orderOf(await this.#authorisation(reference));
        const capture = order && capturesOf(order).find((each) => each.invoiceId === captureId);
        return capture ? captureOutcome(capture, this.#instant()) : null;
      },
    });
  }

  override void({ voidId, reference }: VoidRequest): Promise<VoidOutcome> {
    return this.#attempts.settle<VoidOutcome>({
      run: async () => {
        const request = { authorizationId: reference, paypalRequestId: voidId, prefer: WHOLE };
        await this.#payments((payments) => payments.voidPayment(request));
        return { status: 'voided', at: this.#instant() };
      },
      readBack: async () => {
        const { status, updateTime } = await this.#authorisation(reference);
        if (status !== AuthorizationStatus.Voided) return null;
        return { status: 'voided', at: instantFrom(updateTime) };
      },
    });
  }

  override async refund(request: RefundRequest): Promise<RefundOutcome> {
    const { paymentId, refundId, amount, reference } = request;
    const immovable = paypalRefusalOf(amount, 'refund');
    if (immovable !== null) return this.#attempts.refuse(IMMOVABLE, immovable);
    return this.#attempts.settle<RefundOutcome>({
      run: async () => {
        const answer = await this.#payments((payments) =>
          payments.refundCapturedPayment({
            captureId: reference,
            paypalRequestId: refundId,
            prefer: WHOLE,
            body: { amount: toPayPalAmount(amount), invoiceId: refundId, customId: paymentId },
          }),
        );
        const id = present(answer.id, 'refund id');
        const waits = answer.status === RefundStatus.Pending;
        const refund = waits
          ? await this.#payments((payments) => payments.getRefund({ refundId: id }))
          : answer;
        return refundOutcome(refund, this.#instant());
      },
      readBack: async () => {
        const order = await this.#orderOf(await this.#capture(reference));
        const refund = order && refundsOf(order).find((each) => each.invoiceId === refundId);
        return refund ? refundOutcome(refund, this.#instant()) : null;
      },
    });
  }

  override books(from: Instant): AsyncIterable<BookLine> {
    const ask = <Answer>(run: () => Promise<Answer>) => this.#attempts.ask(run);
    return paypalBooks(this.#paypal, from, { now: this.#now, ask });
  }

  #authoriseOrder(id: string): Promise<AuthoriseOutcome> {
    return this.#attempts.settle<AuthoriseOutcome>({
      // No request id: an order is authorised once, and PayPal would repeat "not approved" under it.
      run: async () => {
        const order = { id, prefer: WHOLE };
        const answer = await this.#paypal.call(({ orders }) => orders.authorizeOrder(order));
        return authorisationOutcome(authorisationsOf(answer)[0], this.#instant());
      },
      readBack: async () => {
        const order = await this.#order(id);
        const [authorisation] = authorisationsOf(order);
        if (authorisation) return authorisationOutcome(authorisation, this.#instant());
        return isWaiting(order) ? awaitingPayer(order, this.#instant()) : null;
      },
    });
  }

  #order(id: string): Promise<Order> {
    return this.#paypal.call(({ orders }) => orders.getOrder({ id }));
  }

  async #orderOf(paid: PaymentAuthorization | CapturedPayment): Promise<Order | null> {
    const orderId = orderIdOf(paid);
    return orderId === null ? null : this.#order(orderId);
  }

  #authorisation(authorizationId: string): Promise<PaymentAuthorization> {
    return this.#payments((payments) => payments.getAuthorizedPayment({ authorizationId }));
  }

  #capture(captureId: string): Promise<CapturedPayment> {
    return this.#payments((payments) => payments.getCapturedPayment({ captureId }));
  }

  #payments<Result>(
    run: (payments: PayPalCalls['payments']) => Promise<ApiResponse<Result>>,
  ): Promise<Result> {
    return this.#paypal.call(({ payments }) => run(payments));
  }

  #instant(): Instant {
    return this.#now().toISOString();
  }
}

const NO_CARDS = ['payment-method-not-supported', 'PayPal takes no card tokens'] as const;

/** The payer can still approve it. */
function isWaiting({ status }: Order): boolean {
  return status === OrderStatus.Created || status === OrderStatus.PayerActionRequired;
}

function orderRequestOf(request: AuthoriseRequest): OrderRequest {
  const { paymentId, authorisationId, amount, returnUrl } = request;
  return {
    intent: CheckoutPaymentIntent.Authorize,
    purchaseUnits: [
      { amount: toPayPalAmount(amount), customId: paymentId, invoiceId: authorisationId },
    ],
    paymentSource: {
      paypal: {
        experienceContext: {
          returnUrl,
          // The same page: asking again tells whether the payer approved.
          cancelUrl: returnUrl,
          userAction: PaypalExperienceUserAction.PayNow,
          shippingPreference: PaypalWalletContextShippingPreference.NoShipping,
        },
      },
    },
  };
}
