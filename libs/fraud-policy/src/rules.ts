import { FEATURES } from '#fraud';
import type { EventOf, Verdict } from '#payments';
import type { Condition, Rule, RuleField } from './policy.js';

type Initiated = EventOf<'PaymentInitiated'>['data'];

/** A rule that a payment met. */
export type RuleMatch = {
  readonly ruleId: string;
  readonly verdict: Verdict;
  /** The rule's own sentence, frozen with the verdict. */
  readonly reason: string;
};

/**
 * The rules a payment meets, in their order.
 *
 * @param features in the order of FEATURES; null when not computed, so that no condition on a
 * feature holds.
 */
export function matchRules(
  rules: readonly Rule[],
  payment: Initiated,
  features: ArrayLike<number> | null,
): RuleMatch[] {
  return rules
    .filter(({ when }) => when.every((condition) => holds(condition, payment, features)))
    .map(({ id: ruleId, verdict, reason }) => ({ ruleId, verdict, reason }));
}

const STRICTNESS: readonly Verdict[] = ['approve', 'review', 'decline'];

/** The strictest of the rules met; null when none was. */
export function strictest(matches: readonly RuleMatch[]): Verdict | null {
  const rank = Math.max(...matches.map(({ verdict }) => STRICTNESS.indexOf(verdict)));
  return STRICTNESS[rank] ?? null;
}

function holds(
  condition: Condition,
  payment: Initiated,
  features: ArrayLike<number> | null,
): boolean {
  if ('field' in condition) {
    const value = FIELDS[condition.field](payment);
    return value !== null && condition.in.includes(value);
  }
  if ('amountAtLeast' in condition) {
    const { amount, currency } = condition.amountAtLeast;
    return currency === payment.amount.currency && payment.amount.minorUnits >= BigInt(amount);
  }
  const value = features?.[FEATURES.indexOf(condition.feature)];
  if (value === undefined) return false;
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost;
}

const FIELDS: Readonly<Record<RuleField, (payment: Initiated) => string | null>> = {
  customerId: ({ customerId }) => customerId,
  merchantId: ({ merchantId }) => merchantId,
  cardFingerprint: ({ card }) => card?.fingerprint ?? null,
  cardCountry: ({ card }) => card?.country ?? null,
  ipCountry: ({ ipCountry }) => ipCountry,
  shippingCountry: ({ shippingCountry }) => shippingCountry,
  deviceId: ({ deviceId }) => deviceId,
  provider: ({ provider }) => provider,
  currency: ({ amount }) => amount.currency,
};
