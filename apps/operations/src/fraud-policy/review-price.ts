import { countedAt } from '#fraud';
import { DeskLoad, type FraudPolicy } from '#fraud-policy';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf } from '#payments';
import { clientOf, judgedOf, type Assessed } from './assessed-payments.js';
import type { PaymentsRead } from './opened-payments.js';
import { PaymentPeriod } from './payment-period.js';

const PAYMENTS_MAX = 20_000;
const SECONDS_MAX = 28 * 86_400;

/**
 * What a review must cost more under this policy, going by the last four weeks or the last twenty
 * thousand payments; see `reviewPriceOf`. 0 where reviews have no bound. Reads back from the end,
 * so that it takes no longer in an old ledger.
 */
export async function currentReviewPrice(
  store: PaymentsRead,
  policy: FraudPolicy,
): Promise<number> {
  if (policy.costs === null || policy.costs.reviewsPerDayMax === null) return 0;
  const desk = new DeskLoad(policy);
  const extent = new PaymentPeriod();
  const assessments = new Map<string, Assessed>();
  let [last, payments] = [-Infinity, 0];
  const back = { direction: 'backwards', streamPrefixes: [PAYMENT_STREAM_PREFIX] } as const;
  for await (const { type, data, metadata } of store.readAll(back)) {
    if (type === 'RiskAssessed') {
      // The one before replaces a late one: it is what was decided by.
      const { data: assessed } = upcast(type, data) as EventOf<'RiskAssessed'>;
      assessments.set(assessed.paymentId, assessed);
    }
    if (type !== 'PaymentInitiated') continue;
    const { data: payment } = upcast(type, data) as EventOf<'PaymentInitiated'>;
    const at = countedAt(payment);
    last = Math.max(last, at);
    if (last - at > SECONDS_MAX || payments === PAYMENTS_MAX) break;
    payments += 1;
    extent.reach(at);
    const assessed = assessments.get(payment.paymentId);
    assessments.delete(payment.paymentId);
    if (assessed) desk.add(judgedOf({ payment, assessed, client: clientOf(metadata) }));
  }
  return desk.reviewPrice(extent.days);
}
