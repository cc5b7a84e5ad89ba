import type { CapacityUse, MerchantPast, Verdict } from '#payments';
import type { ReviewCapacity } from './policy.js';

/** Where a client's bound stands between two payments. */
export type ReviewRoom = {
  /** Reviews that may be had at once. */
  readonly room: number;
  /** What a review has to be worth. */
  readonly priceEur: number;
};

/** By how much each payment moves the price, as a share of it. */
const PRICE_STEP = 0.1;
const PRICE_MIN_EUR = 0.5;

/** Nothing is saved up yet: there is the reserve, and one review more. */
export function firstRoomOf({ savedMax, reserved, priceEur }: ReviewCapacity): ReviewRoom {
  const room = Math.min(savedMax, reserved + 1);
  return { room, priceEur: Math.max(PRICE_MIN_EUR, priceEur) };
}

/** Of the payments of a merchant with this past, how many may be held; null: any. */
export function boundedShareOf(capacity: ReviewCapacity, past: MerchantPast): number | null {
  const { share, newDays, knownDays, knownPayments } = capacity;
  const byDays = rampOf(past.days - newDays, knownDays - newDays);
  const known = Math.max(0, Math.min(byDays, rampOf(past.payments, knownPayments)));
  return known < 1 ? Math.min(1, share / (1 - known)) : null;
}

/** At least 1 when all of it is done. */
function rampOf(done: number, all: number): number {
  return all > 0 ? done / all : Math.sign(done) + 1;
}

/** A payment of a merchant that is not known yet. */
export type NewPayment = {
  readonly share: number;
  readonly score: number;
  readonly amountEur: number;
  /** Without a bound. */
  readonly verdict: Verdict;
  /** The cheaper verdict where a review is wanted and cannot be had. */
  readonly otherwise: 'approve' | 'decline';
};

/**
 * Whether a payment gets one of the few reviews. Those above the price do, while there is more room
 * than what is reserved; those sure to be worth it do from the reserve as well. Without room the
 * former go on, and of the latter what costs less is done: the riskiest payments do not get
 * through because the desk was filled.
 */
export function reviewed(
  capacity: ReviewCapacity,
  before: ReviewRoom,
  payment: NewPayment,
): CapacityUse {
  const { share, score, amountEur, verdict, otherwise } = payment;
  const room = Math.min(capacity.savedMax, before.room + share);
  const { priceEur } = before;
  const lossEur = score * (amountEur + capacity.fraudEur);
  const standing = { share, room, priceEur, lossEur };
  if (verdict !== 'review') return { ...standing, worth: false, outcome: null };
  const sure = score >= capacity.sureScore || lossEur >= capacity.sureLossEur;
  const worth = sure || lossEur >= priceEur;
  const needed = sure ? 1 : 1 + capacity.reserved;
  if (worth && room >= needed) return { ...standing, worth, outcome: 'review' };
  return { ...standing, worth, outcome: sure ? otherwise : 'approve' };
}

/**
 * What the next payment meets. The price rises with every payment worth it and falls with every
 * other, so that it comes to where just the share that may be held is worth it: an online quantile.
 */
export function roomAfter(
  { sureLossEur }: ReviewCapacity,
  { share, room, priceEur, worth, outcome }: CapacityUse,
): ReviewRoom {
  const moved = priceEur * (1 + PRICE_STEP * (Number(worth) - share));
  return {
    room: room - Number(outcome === 'review'),
    priceEur: Math.min(sureLossEur, Math.max(PRICE_MIN_EUR, moved)),
  };
}
