import type { Money } from '#money';
import type { EventOf, Instant, PaymentEvent, TypesWith } from '#payments';
import type { Adjustment } from '#reconciliation';
import { fees, memoHeld, memoMerchant, merchantPayable, providerPending } from './account.js';
import { adjusting } from './adjusting.js';
import { netOf, transfer, type Posting } from './posting.js';
import { releasedBy, type JournalContext } from './context.js';

/** Postings of exactly one event; they add up to zero in every currency. */
export type JournalEntry = {
  /** Null for what belongs to no payment, as a payout. */
  readonly paymentId: string | null;
  /** The provider's id of the payout; null for what is no payout. */
  readonly payoutReference: string | null;
  /** The line of the provider's books that it is booked from; null for an event of ours. */
  readonly lineId: string | null;
  readonly postings: readonly Posting[];
  /** When it happened at the provider. */
  readonly effectiveAt: Instant;
  /** When we learnt of it. */
  readonly recordedAt: Instant;
};

/**
 * Books one event; null when it moves neither money nor a promise of money.
 *
 * @param context of the payment before this event; null for a payment never initiated.
 * @param adjustments what the provider's books had said of it before we learnt it.
 * @throws RangeError for money of a payment that was never initiated.
 */
export function entryOf(
  event: PaymentEvent,
  context: JournalContext | null,
  recordedAt: Instant,
  adjustments: readonly Adjustment[] = [],
): JournalEntry | null {
  if (!isBooked(event)) return null;
  const { paymentId } = event.data;
  if (!context) throw new RangeError(`${event.type} of payment ${paymentId} before its initiation`);
  // TypeScript cannot see that the type of the row and of the event are the same.
  const book = BOOKINGS[event.type] as Booking<BookedType>;
  const { effectiveAt, postings } = book(event.data, context);
  const moved = netOf([...postings, ...adjusting(adjustments, context.provider)]);
  if (moved.length === 0) return null;
  const owner = { paymentId, payoutReference: null, lineId: null };
  return { ...owner, postings: moved, effectiveAt, recordedAt };
}

type BookedType = TypesWith<{ moves: 'hold' | 'money' }>;

type Booking<Type extends BookedType> = (
  data: EventOf<Type>['data'],
  context: JournalContext,
) => { readonly effectiveAt: Instant; readonly postings: readonly Posting[] };

/** The type demands every event that moves money or a hold, so that none is forgotten. */
const BOOKINGS: { readonly [Type in BookedType]: Booking<Type> } = {
  PaymentAuthorised: ({ amount, authorisedAt }, context) => ({
    effectiveAt: authorisedAt,
    postings: hold(amount, context),
  }),

  PaymentCaptured: ({ amount, final, capturedAt }, context) => ({
    effectiveAt: capturedAt,
    postings: [
      ...hold(releasedBy(context.held, { amount, final }).negated(), context),
      ...transfer(amount, merchantPayable(context.merchantId), providerPending(context.provider)),
    ],
  }),

  PaymentVoided: ({ voidedAt }, context) => ({
    effectiveAt: voidedAt,
    postings: hold(context.held.negated(), context),
  }),

  AuthorisationExpired: ({ expiredAt }, context) => ({
    effectiveAt: expiredAt,
    postings: hold(context.held.negated(), context),
  }),

  ProviderFeeRecorded: ({ fee, recordedAt }, { provider }) => ({
    effectiveAt: recordedAt,
    postings: transfer(fee, providerPending(provider), fees(provider)),
  }),

  PaymentRefunded: ({ amount, refundedAt }, { provider, merchantId }) => ({
    effectiveAt: refundedAt,
    postings: transfer(amount, providerPending(provider), merchantPayable(merchantId)),
  }),

  AuthorisationIncremented: ({ increase, incrementedAt }, context) => ({
    effectiveAt: incrementedAt,
    postings: hold(increase, context),
  }),

  PaymentReauthorised: ({ increase, reauthorisedAt }, context) => ({
    effectiveAt: reauthorisedAt,
    postings: hold(increase, context),
  }),

  RefundReversed: ({ amount, reversedAt }, { provider, merchantId }) => ({
    effectiveAt: reversedAt,
    postings: transfer(amount, merchantPayable(merchantId), providerPending(provider)),
  }),

  CaptureReversed: ({ amount, reversedAt }, { provider, merchantId }) => ({
    effectiveAt: reversedAt,
    postings: transfer(amount, providerPending(provider), merchantPayable(merchantId)),
  }),

  // The merchant bears a dispute from the day the provider takes the money: in any order that its
  // stages become known, the balances come to the same.
  DisputeFundsWithdrawn: ({ amount, fee, withdrawnAt }, { provider, merchantId }) => ({
    effectiveAt: withdrawnAt,
    postings: [
      ...transfer(amount, providerPending(provider), merchantPayable(merchantId)),
      ...transfer(fee, providerPending(provider), fees(provider)),
    ],
  }),

  DisputeFundsReinstated: ({ amount, fee, reinstatedAt }, { provider, merchantId }) => ({
    effectiveAt: reinstatedAt,
    postings: [
      ...transfer(amount, merchantPayable(merchantId), providerPending(provider)),
      ...transfer(fee, providerPending(provider), fees(provider)),
    ],
  }),
};

/** The events that make an entry. */
export const BOOKED_EVENTS = Object.keys(BOOKINGS) as BookedType[];

function isBooked(event: PaymentEvent): event is EventOf<BookedType> {
  return Object.hasOwn(BOOKINGS, event.type);
}

/** Raises a hold; a negative amount releases it. */
function hold(amount: Money, { provider, merchantId }: JournalContext): Posting[] {
  return transfer(amount, memoMerchant(merchantId), memoHeld(provider));
}
