/** Streams of payments start with this; a payment's id follows. */
export const PAYMENT_STREAM_PREFIX = 'payment-';

export function paymentStream(paymentId: string): string {
  return PAYMENT_STREAM_PREFIX + paymentId;
}
