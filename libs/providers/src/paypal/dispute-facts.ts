import { Money } from '#money';
import { listAt, textAt } from '../json.js';
import type { DisputeFacts, DisputeStage, ProviderFact } from '../provider-fact.js';
import { instantAt, moneyAt, timeOf } from './resources.js';

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
 * and its end. PayPal may put several transactions into one dispute; ours come one by one, so the
 * first is meant.
 */
export function disputeFacts(dispute: unknown): readonly ProviderFact[] {
  const told = whole(dispute);
  const at = timeOf(dispute);
  if (!told || at === null) return [];
  const paymentId = textAt(dispute, 'disputed_transactions', 0, 'custom');
  const facts = { paymentId, ...told };
  return [
    { kind: 'dispute-seen', ...facts, at },
    ...movementsOf(dispute).map(({ movedAt, ...movement }): ProviderFact => ({
      kind: 'dispute-moved-money',
      ...facts,
      at: movedAt ?? at,
      ...movement,
    })),
    ...(textAt(dispute, 'status') === 'RESOLVED'
      ? [{ kind: 'dispute-closed', ...facts, at, outcome: outcomeOf(dispute) } as const]
      : []),
  ];
}

function whole(dispute: unknown): DisputeFacts | null {
  const disputeReference = textAt(dispute, 'dispute_id');
  const captureReference = textAt(dispute, 'disputed_transactions', 0, 'seller_transaction_id');
  const amount =
    moneyAt(dispute, 'dispute_amount') ??
    moneyAt(listAt(dispute, 'disputed_transactions')[0], 'gross_amount');
  const openedAt = instantAt(dispute, 'create_time');
  if (disputeReference === null || captureReference === null) return null;
  if (amount === null || openedAt === null) return null;
  const reason = textAt(dispute, 'reason') ?? 'OTHER';
  const stage = STAGES[textAt(dispute, 'dispute_life_cycle_stage') ?? ''] ?? 'inquiry';
  const dueBy = instantAt(dispute, 'seller_response_due_date');
  return { disputeReference, captureReference, amount, reason, stage, dueBy, openedAt };
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
    const amount = moneyAt(movement, 'amount');
    const party = textAt(movement, 'affected_party') ?? 'SELLER';
    if (amount === null || party !== 'SELLER') return [];
    const direction = textAt(movement, 'type') === 'CREDIT' ? 'reinstated' : 'withdrawn';
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
