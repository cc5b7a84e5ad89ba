import { UnknownEvent, type Personal } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import {
  PAYOUT_STATUSES,
  type FactData,
  type PayoutStatus,
  type ProviderName,
} from '#provider-port';
import type { EventShape, Instant } from '../payment/vocabulary.js';

/** Streams of payouts start with this; provider and the provider's id follow. */
export const PAYOUT_STREAM_PREFIX = 'payout-';

/** The provider says how far a payout is; `failed` may follow on `paid`. */
export type PayoutRecorded = EventShape<
  'PayoutRecorded',
  {
    provider: ProviderName;
    payoutReference: string;
    amount: Money;
    status: PayoutStatus;
    arrivesAt: Instant | null;
    recordedAt: Instant;
  }
>;

/** A payout is between the provider and our bank: no person is in it. */
export const PERSONAL_OF_PAYOUTS: { readonly PayoutRecorded: Personal<PayoutRecorded['data']> } = {
  PayoutRecorded: {},
};

/** Records what is further than all that was told before; older news changes nothing. */
export function recordPayout(
  { at, ...fact }: FactData<'payout'> & { readonly provider: ProviderName },
  known: readonly PayoutRecorded[],
): PayoutRecorded[] {
  const furthest = Math.max(-1, ...known.map(({ data }) => PAYOUT_STATUSES.indexOf(data.status)));
  if (PAYOUT_STATUSES.indexOf(fact.status) <= furthest) return [];
  return [{ type: 'PayoutRecorded', data: { ...fact, recordedAt: at } }];
}

/** @throws UnknownEvent for what is not an event of a payout. */
export function upcastPayout(type: string, data: unknown): PayoutRecorded {
  if (type !== 'PayoutRecorded') throw new UnknownEvent(`not an event of a payout: ${type}`);
  const stored = data as Omit<PayoutRecorded['data'], 'amount'> & { readonly amount: MoneyJson };
  return { type, data: { ...stored, amount: Money.fromJSON(stored.amount) } };
}
