import type { StripeDesk } from './desk.js';
import type { StripeCharge } from './records.js';

/**
 * What was captured and not given back yet, in minor units. Stripe counts the released rest of a
 * hold as refunded; a rest that may still be captured was never the payer's to get back.
 */
export function refundableOf(desk: StripeDesk, charge: StripeCharge): number {
  const { amountCapturable } = desk.payment(charge.payment);
  return charge.amount - charge.amountRefunded - amountCapturable;
}
