import { CaptureStatus, type CapturedPayment, type OrdersCapture } from '@paypal/paypal-server-sdk';
import { IMMOVABLE } from '../attempts.js';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import { WHOLE, type PayPalAccount } from './account.js';
import { paypalRefusalOf, toPayPalAmount } from './amount.js';
import { capturesOf, feeOf, instantFrom, present, undecided } from './objects.js';
import { denialOf } from './processor.js';

export async function capture(
  account: PayPalAccount,
  { captureId, reference, amount, final, promisedAt }: RequestOf<'capture'>,
): Promise<OutcomeOf<'capture'>> {
  const immovable = paypalRefusalOf(amount, 'capture');
  if (immovable !== null) return account.attempts.refuse(IMMOVABLE, immovable);
  return account.attempts.settle<OutcomeOf<'capture'>>({
    forgotten: account.isForgotten(promisedAt),
    run: async () => {
      const answer = await account.payments((payments) =>
        payments.captureAuthorizedPayment({
          authorizationId: reference,
          paypalRequestId: captureId,
          prefer: WHOLE,
          body: { amount: toPayPalAmount(amount), invoiceId: captureId, finalCapture: final },
        }),
      );
      // A repeated request is answered with the first answer; what became of it is read again.
      const waits = answer.status === CaptureStatus.Pending;
      const current = waits ? await account.capture(present(answer.id, 'capture id')) : answer;
      return captureOutcome(current, account.instant());
    },
    readBack: async () => {
      const order = await account.orderOf(await account.authorisation(reference));
      const known = order && capturesOf(order).find((each) => each.invoiceId === captureId);
      return known ? captureOutcome(known, account.instant()) : null;
    },
  });
}

/** @throws ProviderUnavailable while it is pending, or of a status we do not know. */
function captureOutcome(
  known: CapturedPayment | OrdersCapture,
  now: Instant,
): OutcomeOf<'capture'> {
  const reference = present(known.id, 'capture id');
  const why = known.statusDetails?.reason;
  switch (known.status) {
    case CaptureStatus.Declined:
    case CaptureStatus.Failed: {
      const denial = denialOf(known.processorResponse, `CAPTURE_${known.status}`, why);
      return { status: 'refused', ...denial, reason: `${reference} is ${known.status}`, at: now };
    }
    case CaptureStatus.Completed:
    case CaptureStatus.PartiallyRefunded:
    case CaptureStatus.Refunded: {
      const at = instantFrom(known.createTime);
      return { status: 'captured', reference, fee: feeOf(known), at };
    }
    default:
      throw undecided(reference, known.status, why);
  }
}
