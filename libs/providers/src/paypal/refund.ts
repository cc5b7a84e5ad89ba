import { RefundStatus, type Refund } from '@paypal/paypal-server-sdk';
import { IMMOVABLE } from '../attempts.js';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import { WHOLE, type PayPalAccount } from './account.js';
import { paypalRefusalOf, toPayPalAmount } from './amount.js';
import { instantFrom, present, refundsOf, returnedFeeOf, undecided } from './objects.js';

export async function refund(
  account: PayPalAccount,
  { paymentId, refundId, amount, reference, promisedAt }: RequestOf<'refund'>,
): Promise<OutcomeOf<'refund'>> {
  const immovable = paypalRefusalOf(amount, 'refund');
  if (immovable !== null) return account.attempts.refuse(IMMOVABLE, immovable);
  return account.attempts.settle<OutcomeOf<'refund'>>({
    forgotten: account.isForgotten(promisedAt),
    run: async () => {
      const answer = await account.payments((payments) =>
        payments.refundCapturedPayment({
          captureId: reference,
          paypalRequestId: refundId,
          prefer: WHOLE,
          body: { amount: toPayPalAmount(amount), invoiceId: refundId, customId: paymentId },
        }),
      );
      return refundOutcome(await current(account, answer), account.instant());
    },
    readBack: async () => {
      const order = await account.orderOf(await account.capture(reference));
      const known = order && refundsOf(order).find((each) => each.invoiceId === refundId);
      return known ? refundOutcome(known, account.instant()) : null;
    },
  });
}

/** A repeated request is answered with the first answer; what became of it is read again. */
async function current(account: PayPalAccount, answer: Refund): Promise<Refund> {
  if (answer.status !== RefundStatus.Pending) return answer;
  const refundId = present(answer.id, 'refund id');
  return account.payments((payments) => payments.getRefund({ refundId }));
}

/** @throws ProviderUnavailable while it is pending, or of a status we do not know. */
function refundOutcome(known: Refund, now: Instant): OutcomeOf<'refund'> {
  const reference = present(known.id, 'refund id');
  switch (known.status) {
    case RefundStatus.Cancelled:
    case RefundStatus.Failed: {
      const code = `REFUND_${known.status}`;
      return { status: 'refused', code, reason: `${reference} is ${known.status}`, at: now };
    }
    case RefundStatus.Completed:
      return {
        status: 'refunded',
        reference,
        fee: returnedFeeOf(known),
        at: instantFrom(known.createTime),
      };
    default:
      throw undecided(reference, known.status, known.statusDetails?.reason);
  }
}
