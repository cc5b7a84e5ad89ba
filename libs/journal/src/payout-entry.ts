import type { Instant, PayoutRecorded, PayoutStatus } from '#payments';
import { bankFrom, payoutInTransit, providerPending, type Account } from './account.js';
import { transfer, type JournalEntry } from './entry.js';

/** Where the money of a payout is, as far as the provider told. */
export type PayoutPlace = 'provider' | 'in-transit' | 'bank';

export type BookedPayout = {
  /** Null when the money is where it was. */
  readonly entry: JournalEntry | null;
  /** Where it is from here on; the `from` of the payout's next event. */
  readonly place: PayoutPlace;
};

/** A payout that fails or is cancelled brings the money back, also after it arrived. */
const PLACES: Readonly<Record<PayoutStatus, PayoutPlace>> = {
  pending: 'in-transit',
  'in-transit': 'in-transit',
  paid: 'bank',
  failed: 'provider',
  cancelled: 'provider',
};

/**
 * Books what a payout is told to have come to. The provider takes the money off its balance when it
 * makes the payout, so it is in transit from then on.
 *
 * @param from where the money was before this event; `provider` before the first.
 */
export function bookPayout(
  { data }: PayoutRecorded,
  from: PayoutPlace,
  recordedAt: Instant,
): BookedPayout {
  const { provider, payoutReference, amount, status, recordedAt: effectiveAt } = data;
  const place = PLACES[status];
  if (place === from || amount.isZero) return { entry: null, place };
  const account = (where: PayoutPlace): Account => ACCOUNTS[where](provider);
  const postings = transfer(amount, account(from), account(place));
  const entry = { paymentId: null, payoutReference, postings, effectiveAt, recordedAt };
  return { entry, place };
}

const ACCOUNTS = { provider: providerPending, 'in-transit': payoutInTransit, bank: bankFrom };
