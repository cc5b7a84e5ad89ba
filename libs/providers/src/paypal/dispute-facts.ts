import { Money } from '#money';
import { listAt, textAt } from '../json.js';
import type { DisputeFacts, DisputeStage, ProviderFact } from '#provider-port';
import { transactionsOf } from './disputed-transactions.js';
import { instantAt, moneyAt, needed, oneOf, timeOf } from './resources.js';

const STAGES: Readonly<Record<string, DisputeStage>> = {
  INQUIRY: 'inquiry',
  CHARGEBACK: 'chargeback',
  PRE_ARBITRATION: 'pre-arbitration',
  ARBITRATION: 'arbitration',
};

/** What is not listed ended without a decision between payer and merchant. */
const OUTCOMES: Readonly<Record<string, 'won' | 'lost'>> = {
  RESOLVED_SELLER_FAVOUR: 'won',
  DENIED: 'won',
  RESOLVED_BUYER_FAVOUR: 'lost',
  ACCEPTED: 'lost',
};

/**
 * All that a dispute says by now: that it exists and how far it has gone, each movement of money,
 * and its end. Of a dispute over several transactions each gets all of this in its own share.
 *
 * @throws RangeError when several transactions do not tell how the amount is divided among them.
 */
export function disputeFacts(dispute: unknown): readonly ProviderFact[] {
  const told = whole(dispute);
  const at = needed(timeOf(dispute), dispute, 'update_time');
  const movements = movementsOf(dispute);
  return transactionsOf(dispute, told.amount).flatMap((transaction) => {
    const { share, ...ids } = transaction;
    const facts = { ...told, ...ids, amount: share(told.amount) };
    return [
      { kind: 'dispute-seen', ...facts, at } as const,
      ...movements.map(({ movedAt, moved, fee, ...movement }): ProviderFact => ({
        kind: 'dispute-moved-money',
        ...facts,
        at: movedAt ?? at,
        ...movement,
        moved: share(moved),
        fee: share(fee),
      })),
      ...(textAt(dispute, 'status') === 'RESOLVED'
        ? [{ kind: 'dispute-closed', ...facts, at, outcome: outcomeOf(dispute) } as const]
        : []),
    ];
  });
}

function whole(dispute: unknown): Omit<DisputeFacts, 'captureReference'> {
  const disputeReference = needed(textAt(dispute, 'dispute_id'), dispute, 'dispute_id');
  const told =
    moneyAt(dispute, 'dispute_amount') ??
    moneyAt(listAt(dispute, 'disputed_transactions')[0], 'gross_amount');
  const amount = needed(told, dispute, 'dispute_amount');
  const openedAt = needed(instantAt(dispute, 'create_time'), dispute, 'create_time');
  const reason = textAt(dispute, 'reason') ?? 'OTHER';
  const stage = needed(stageOf(dispute), dispute, 'dispute_life_cycle_stage');
  const dueBy = instantAt(dispute, 'seller_response_due_date');
  return { disputeReference, amount, reason, stage, dueBy, openedAt };
}

/** PayPal leaves the stage out of a dispute that has none yet. */
function stageOf(dispute: unknown): DisputeStage | null {
  return STAGES[textAt(dispute, 'dispute_life_cycle_stage') ?? 'INQUIRY'] ?? null;
}

function outcomeOf(dispute: unknown): 'won' | 'lost' | 'closed' {
  return OUTCOMES[textAt(dispute, 'dispute_outcome', 'outcome_code') ?? ''] ?? 'closed';
}

/**
 * PayPal gives movements no ids, so what each is makes its reference; equal ones are counted.
 */
function movementsOf(dispute: unknown) {
  const seen = new Map<string, number>();
  return listAt(dispute, 'money_movements').flatMap((movement) => {
    const party = textAt(movement, 'affected_party') ?? 'SELLER';
    if (party !== 'SELLER') return [];
    const amount = needed(moneyAt(movement, 'amount'), dispute, 'amount of a movement');
    const type = oneOf(['CREDIT', 'DEBIT'], movement, 'type');
    const direction = type === 'CREDIT' ? 'reinstated' : 'withdrawn';
    const reason = textAt(movement, 'reason') ?? 'DISPUTE_SETTLEMENT';
    const movedAt = instantAt(movement, 'initiated_time');
    const what = [direction, reason, amount.minorUnits.toString(), movedAt ?? ''].join(':');
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    const money = moneyOf(amount, direction, reason);
    return [{ movementReference: `${what}#${count}`, direction, ...money, movedAt } as const];
  });
}

/** Fees are movements of their own, with which no disputed money moves. */
function moneyOf(amount: Money, direction: 'withdrawn' | 'reinstated', reason: string) {
  const zero = Money.zero(amount.currency);
  if (!reason.endsWith('_FEE')) return { moved: amount, fee: zero };
  return { moved: zero, fee: direction === 'withdrawn' ? amount : amount.negated() };
}
