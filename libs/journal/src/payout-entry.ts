import type { Money } from '#money';
import type { PayoutRecorded, PayoutStatus, ProviderName } from '#payments';
import { payoutInTransit, providerPending, type Account } from './account.js';
import type { JournalEntry } from './entry.js';
import { transfer, type Posting } from './posting.js';

/**
 * Where the money of a payout is by what the provider says; `returned` is at the provider, after it
 * had left. That it arrived is known from the bank's own lines alone.
 */
export type PayoutPlace = 'provider' | 'in-transit' | 'returned';

/** What is known of one payout. */
export type PayoutState = {
  readonly place: PayoutPlace;
  /** Null until anything is known of it. */
  readonly amount: Money | null;
};

export const UNKNOWN_PAYOUT: PayoutState = { place: 'provider', amount: null };

export type BookedPayout = {
  /** Null when the money is where it was. */
  readonly entry: JournalEntry | null;
  /** What is known from here on. */
  readonly state: PayoutState;
};

/**
 * A payout that fails or is cancelled brings the money back, also after it was said to be paid: a
 * bank that had it by then shows a line against it.
 */
const PLACES: Readonly<Record<PayoutStatus, PayoutPlace>> = {
  pending: 'in-transit',
  'in-transit': 'in-transit',
  paid: 'in-transit',
  failed: 'returned',
  cancelled: 'returned',
};

/**
 * Books how far a payout has come. The provider takes the money off its balance when it
 * makes the payout, so it is in transit from then on.
 *
 * @param known before this event.
 */
export function bookPayout(
  { data }: PayoutRecorded,
  known: PayoutState,
  recordedAt: string,
): BookedPayout {
  const { provider, payoutReference, amount, status, recordedAt: effectiveAt } = data;
  const postings = moved(provider, amount, known.place, PLACES[status]);
  const state = { place: PLACES[status], amount };
  if (postings.length === 0) return { entry: null, state };
  const owner = { paymentId: null, payoutReference, lineId: null };
  return { entry: { ...owner, postings, effectiveAt, recordedAt }, state };
}

/** The part of a payout that its line in the provider's books tells. */
export type BookedPayoutLine = {
  readonly postings: readonly Posting[];
  /** What the line says and no payout explains. */
  readonly unexplained: Money | null;
  readonly state: PayoutState;
};

/**
 * Books a payout from the provider's books, as far as no event has told it: PayPal tells of payouts
 * in no other way. The first line sends the money, the opposite one brings it back.
 *
 * @param change of the provider's balance by the line.
 */
export function bookPayoutLine(
  provider: ProviderName,
  change: Money,
  known: PayoutState,
): BookedPayoutLine {
  const amount = known.amount ?? change.negated();
  const sends = change.equals(amount.negated());
  if (!sends && !change.equals(amount)) return { postings: [], unexplained: change, state: known };
  const place = sends ? (known.place === 'provider' ? 'in-transit' : known.place) : 'returned';
  const postings = moved(provider, amount, known.place, place);
  return { postings, unexplained: null, state: { place, amount } };
}

function moved(
  provider: ProviderName,
  amount: Money,
  from: PayoutPlace,
  to: PayoutPlace,
): Posting[] {
  const [source, target] = [ACCOUNTS[from](provider), ACCOUNTS[to](provider)];
  return source === target || amount.isZero ? [] : transfer(amount, source, target);
}

const ACCOUNTS: Readonly<Record<PayoutPlace, (provider: ProviderName) => Account>> = {
  provider: providerPending,
  'in-transit': payoutInTransit,
  returned: providerPending,
};
