import type { RecordedEvent } from '#event-store';
import {
  capturedOf,
  refundedOf,
  type ContradictionRule,
  type EventOf,
  type Payment,
} from '#payments';
import type { View } from '#projections';
import { OrderContradiction } from './order-contradiction.entity.js';

type Found = { readonly rule: ContradictionRule; readonly explanation: string };

/** Those that the recorded amounts of a payment can show. */
const RULES = [
  'given-back-exceeds-captured',
  'currency-differs',
  'amount-not-positive',
] as const satisfies readonly ContradictionRule[];

/** What the amounts that are recorded of a payment contradict each other in. */
export function contradictionsIn(payment: Payment): readonly Found[] {
  const { initiated, captures, refunds } = payment;
  if (!initiated) return [];
  const { amount } = initiated;
  const captured = capturedOf(payment, amount);
  const refunded = refundedOf(payment, amount);
  const moved = [
    ...[...captures.values()].filter(({ status }) => status === 'captured'),
    ...[...refunds.values()].filter(({ status }) => status === 'refunded'),
  ].map((each) => each.amount);
  const foreign = moved.filter(({ currency }) => currency !== amount.currency);
  const odd = moved.filter(({ isPositive }) => !isPositive);
  const found: Found[] = [];
  if (refunded.isGreaterThan(captured)) {
    const explanation = `${refunded.toString()} given back of ${captured.toString()} captured`;
    found.push({ rule: 'given-back-exceeds-captured', explanation });
  }
  if (foreign.length > 0) {
    const explanation = `${foreign.join(', ')} moved on a payment in ${amount.currency}`;
    found.push({ rule: 'currency-differs', explanation });
  }
  if (odd.length > 0) {
    found.push({ rule: 'amount-not-positive', explanation: `${odd.join(', ')} moved` });
  }
  return found;
}

/** Opens, changes and settles the rows of what a payment contradicts itself in. */
export function showContradictions(
  paymentId: string,
  payment: Payment,
  { view, recorded }: { readonly view: View; readonly recorded: RecordedEvent },
): void {
  const found = new Map(contradictionsIn(payment).map((each) => [each.rule, each.explanation]));
  const at = new Date(recorded.recordedAt);
  for (const rule of RULES) {
    const row = view.find(OrderContradiction, { paymentId, contradictionId: rule });
    const isOpen = row !== null && row.settledAt === null;
    const explanation = found.get(rule);
    if (explanation === undefined) {
      if (isOpen) view.put(OrderContradiction, { ...row, settledAt: at, settledBy: 'fact' });
    } else if (isOpen) {
      if (row.explanation !== explanation) view.put(OrderContradiction, { ...row, explanation });
    } else {
      const opened = recorded.position.commit.toString();
      const fresh = { reference: null, foundAt: at, settledAt: null, settledBy: null, opened };
      const key = { paymentId, contradictionId: rule };
      view.put(OrderContradiction, { ...key, rule, explanation, ...fresh });
    }
  }
}

/** A fact that was kept because it contradicts what is recorded. */
export function openContradiction(
  { data }: EventOf<'ContradictionFound'>,
  view: View,
  { position }: RecordedEvent,
): void {
  const { paymentId, contradictionId, rule, explanation, reference, foundAt } = data;
  view.put(OrderContradiction, {
    paymentId,
    contradictionId,
    rule,
    explanation,
    reference,
    foundAt: new Date(foundAt),
    settledAt: null,
    settledBy: null,
    opened: position.commit.toString(),
  });
}

export function settleContradiction({ data }: EventOf<'ContradictionSettled'>, view: View): void {
  const { paymentId, contradictionId, by, settledAt } = data;
  const row = view.find(OrderContradiction, { paymentId, contradictionId });
  if (!row) return;
  view.put(OrderContradiction, { ...row, settledAt: new Date(settledAt), settledBy: by });
}
