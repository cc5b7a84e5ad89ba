import type { Money } from '#money';
import type { FactData, FactKind, FactOf, ProviderFact } from '#provider-port';
import type { Contradiction } from '../payment/contradiction.js';
import { takenUnder } from '../payment/given-back.js';
import { captureOf, initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { recordedAs } from '../payment/recorded-as.js';
import type { IdOf } from '../payment/vocabulary.js';
import { refundIdOf } from '../refund/fact.js';

const MONEY_FACTS = [
  'authorised',
  'authorisation-changed',
  'captured',
  'capture-reversed',
  'refunded',
  'refund-failed',
  'dispute-moved-money',
] as const satisfies readonly FactKind[];

/** What a provider tells of money, as far as it can contradict the payment. */
export type MoneyFact = FactOf<(typeof MONEY_FACTS)[number]>;

const MONEY_FACT_KINDS: ReadonlySet<FactKind> = new Set(MONEY_FACTS);

export function isMoneyFact(fact: ProviderFact): fact is MoneyFact {
  return MONEY_FACT_KINDS.has(fact.kind);
}

/**
 * Whether a fact, though signed, cannot be true together with what is recorded. What was recorded
 * of it before contradicts nothing.
 *
 * @throws MissingPredecessor while the capture it is about is not recorded.
 */
export function contradictionOf(
  fact: MoneyFact,
  payment: Payment,
  idOf: IdOf,
): Contradiction | null {
  const { amount: expected } = initiatedOf(payment);
  const told = fact.kind === 'dispute-moved-money' ? fact.moved : fact.amount;
  const least = fact.kind === 'dispute-moved-money' ? 0n : 1n;
  const what = `the provider tells ${fact.kind} ${told.toString()}`;
  if (told.currency !== expected.currency) {
    const explanation = `${what} of a payment in ${expected.currency}`;
    return { rule: 'currency-differs', explanation };
  }
  if (told.minorUnits < least) return { rule: 'amount-not-positive', explanation: what };
  switch (fact.kind) {
    case 'captured':
      return captureContradiction(fact, payment, what);
    case 'refunded':
      return refundContradiction(fact, payment, { what, idOf });
    case 'capture-reversed':
      if (recordedAs(fact.reference, 'refund', payment) !== null) return null;
      return excess(fact, payment, what);
    default:
      return null;
  }
}

/** A provider that tells only a total lists our captures by what we wrote there ourselves. */
function captureContradiction(
  { captureId, reference, amount, total }: FactData<'captured'>,
  { captures }: Payment,
  what: string,
): Contradiction | null {
  if (captureId === null || total !== null) return null;
  const known = captures.get(captureId);
  if (!known || known.status === 'failed') return null;
  if ((known.reference ?? reference) !== reference) return null;
  return differing(amount, known.amount, what);
}

function refundContradiction(
  fact: FactData<'refunded'>,
  payment: Payment,
  { what, idOf }: { readonly what: string; readonly idOf: IdOf },
): Contradiction | null {
  if (payment.reversals.has(fact.reference)) return null;
  const known = payment.refunds.get(refundIdOf(fact, payment, idOf));
  if (known?.status === 'failed' && known.reference === fact.reference) return null;
  const differs = known && differing(fact.amount, known.amount, what);
  if (differs) return differs;
  return known?.status === 'refunded' ? null : excess(fact, payment, what);
}

function differing(told: Money, recorded: Money, what: string): Contradiction | null {
  if (told.equals(recorded)) return null;
  return {
    rule: 'amount-differs',
    explanation: `${what} where ${recorded.toString()} was asked for`,
  };
}

/** Heals once the capture that explains it is recorded. */
function excess(
  { captureReference, amount }: Pick<FactData<'refunded'>, 'captureReference' | 'amount'>,
  payment: Payment,
  what: string,
): Contradiction | null {
  const [, capture] = captureOf(captureReference, payment);
  const { captured, givenBack } = takenUnder(capture, payment);
  const left = captured.minus(givenBack);
  if (!amount.isGreaterThan(left)) return null;
  const explanation = `${what} where ${left.toString()} of ${captured.toString()} is left`;
  return { rule: 'given-back-exceeds-captured', explanation };
}
