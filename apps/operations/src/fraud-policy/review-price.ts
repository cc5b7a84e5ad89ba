import type { EventStore } from '#event-store';
import { euroOf, secondsOf } from '#fraud';
import { reviewPriceOf, type Costs, type Scored } from '#fraud-policy';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf } from '#payments';
import { Extent } from './history-survey.js';

const PAYMENTS_MAX = 20_000;
const SECONDS_MAX = 28 * 86_400;

/**
 * What a review must cost more under these costs, going by the last four weeks or the last twenty
 * thousand scored payments; see `reviewPriceOf`. 0 where reviews have no bound.
 */
export async function currentReviewPrice(store: EventStore, costs: Costs | null): Promise<number> {
  if (costs === null || costs.reviewsPerDayMax === null) return 0;
  const { scored, days } = await recentScores(store);
  return reviewPriceOf(scored, days, costs);
}

type Recent = { readonly scored: readonly Scored[]; readonly days: number };

/** Reads back from the end, so that it takes no longer in an old ledger. */
async function recentScores(store: EventStore): Promise<Recent> {
  const scores = new Map<string, number>();
  const scored: Scored[] = [];
  const extent = new Extent();
  let last = -Infinity;
  const back = { direction: 'backwards', streamPrefixes: [PAYMENT_STREAM_PREFIX] } as const;
  for await (const { type, data } of store.readAll(back)) {
    if (type === 'RiskAssessed') {
      const { paymentId, score } = (upcast(type, data) as EventOf<'RiskAssessed'>).data;
      if (score !== null) scores.set(paymentId, score);
    }
    if (type !== 'PaymentInitiated') continue;
    const { data: payment } = upcast(type, data) as EventOf<'PaymentInitiated'>;
    const at = secondsOf(payment.occurredAt);
    last = Math.max(last, at);
    if (last - at > SECONDS_MAX || scored.length === PAYMENTS_MAX) break;
    extent.reach(at);
    const score = scores.get(payment.paymentId);
    scores.delete(payment.paymentId);
    if (score !== undefined) scored.push({ score, amountEur: euroOf(payment.amount) });
  }
  return { scored, days: Math.max(1, extent.days) };
}
