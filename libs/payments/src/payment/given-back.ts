import { Money } from '#money';
import type { Capture, Dispute, Payment } from './payment.js';
import { sumIn, sumOf } from './sums.js';

/** What is left of a capture to give back. */
export type Refundable = {
  /** Nothing of it is promised back, taken back, or contested in a dispute. */
  readonly left: Money;
  /** The same without a look at disputes; tells which rule a refund would break. */
  readonly leftBesideDisputes: Money;
};

/**
 * Captured money neither promised back to the payer nor taken back by the provider or by a dispute.
 * Captures that share a provider's reference share what is left of it: refunds and disputes of any
 * of them are told for the first.
 */
export function refundableOf(captureId: string, capture: Capture, payment: Payment): Refundable {
  const { currency } = capture.amount;
  const same = [...payment.captures].filter(
    ([id, { status, reference }]) =>
      id === captureId || (status === 'captured' && reference === capture.reference),
  );
  const taken = sumOf(
    same.map(([, each]) => each),
    currency,
  );
  const left = (gone: (ids: ReadonlySet<string>) => Money): Money => {
    const own = capture.amount.minus(gone(new Set([captureId])));
    const shared = taken.minus(gone(new Set(same.map(([id]) => id))));
    return atLeastZero(own.isGreaterThan(shared) ? shared : own);
  };
  const goneBesideDisputes = (ids: ReadonlySet<string>) => givenOrPromised(ids, payment, currency);
  return {
    leftBesideDisputes: left(goneBesideDisputes),
    left: left((ids) => goneBesideDisputes(ids).plus(contested(ids, payment, capture.amount))),
  };
}

/**
 * What was captured under the reference of a capture, and what went back of it without disputes.
 */
export function takenUnder(
  { reference, amount: { currency } }: Capture,
  payment: Payment,
): { readonly captured: Money; readonly givenBack: Money } {
  const same = [...payment.captures].filter(
    ([, capture]) => capture.status === 'captured' && capture.reference === reference,
  );
  const ids = new Set(same.map(([id]) => id));
  const refunded = [...payment.refunds.values()].filter(({ status }) => status === 'refunded');
  const gone = [...refunded, ...payment.reversals.values()].filter((each) =>
    ids.has(each.captureId),
  );
  return {
    captured: sumOf(
      same.map(([, capture]) => capture),
      currency,
    ),
    givenBack: sumOf(gone, currency),
  };
}

/** All that went back: refunds, the provider's reversals, disputes. */
export function givenBackOf(payment: Payment, { currency }: Money): Money {
  const refunded = [...payment.refunds.values()].filter(({ status }) => status === 'refunded');
  const gone = [...refunded, ...payment.reversals.values()].map(({ amount }) => amount);
  const disputed = [...payment.disputes.values()].map((each) => takenBy(each, currency));
  return sumIn([...gone, ...disputed], currency);
}

/** What disputes took, or may still take from the chargeback on. */
export function disputedOf({ disputes, captures }: Payment, { currency }: Money): Money {
  const contested = [...disputes.values()].map((dispute) =>
    contestedBy(dispute, captures.get(dispute.captureId)?.amount ?? dispute.amount),
  );
  return sumIn(contested, currency);
}

function givenOrPromised(
  ids: ReadonlySet<string>,
  { refunds, reversals }: Payment,
  currency: Money['currency'],
): Money {
  const live = [...refunds.values()].filter(({ status }) => status !== 'failed');
  const gone = [...live, ...reversals.values()].filter(({ captureId }) => ids.has(captureId));
  return sumOf(gone, currency);
}

function contested(ids: ReadonlySet<string>, { disputes }: Payment, captured: Money): Money {
  const own = [...disputes.values()].filter(({ captureId }) => ids.has(captureId));
  return sumIn(
    own.map((dispute) => contestedBy(dispute, captured)),
    captured.currency,
  );
}

/**
 * What a dispute took or may still take. An inquiry moves nothing by itself, and a refund is the
 * way to settle it; from the chargeback on the whole contested amount is the bank's to decide.
 * After its end what did not come back is gone; a lost one whose movement is not told yet took all
 * of it.
 */
function contestedBy(dispute: Dispute, captured: Money): Money {
  const { status, stage, amount } = dispute;
  const taken = takenBy(dispute, captured.currency);
  const whole = amount.currency === captured.currency ? amount : captured;
  if (status === 'open' && stage !== 'inquiry') return whole.isGreaterThan(taken) ? whole : taken;
  return status === 'lost' && taken.isZero ? whole : taken;
}

/** Withdrawn and not reinstated. */
function takenBy({ movements }: Dispute, currency: Money['currency']): Money {
  return atLeastZero(
    sumIn(
      movements.map(({ taken }) => taken),
      currency,
    ),
  );
}

function atLeastZero(amount: Money): Money {
  return amount.isPositive ? amount : Money.zero(amount.currency);
}
