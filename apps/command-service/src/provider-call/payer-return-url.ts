import { isLost } from '#event-shapes';
import { initiatedOf, type Payment } from '#payments';

/** Where a provider sends the payer back to after approval or 3-D Secure. */
export class PayerReturnUrl {
  /** @param fallback for payments that were recorded without one. */
  constructor(private readonly fallback: string | null) {}

  /** The same at each repeat: under one idempotency key a provider takes one request. */
  of(payment: Payment): string | null {
    const { paymentId, returnUrl: own } = initiatedOf(payment);
    const returnUrl = own === undefined || isLost(own) ? this.fallback : own;
    if (returnUrl === null) return null;
    const url = new URL(returnUrl);
    url.searchParams.set('payment', paymentId);
    return url.href;
  }
}
