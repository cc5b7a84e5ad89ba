import { note, unnote } from '../../ledger/due.js';
import type { StripeDesk } from '../desk.js';
import { invalid } from '../errors.js';
import type { StripeDispute } from './records.js';

/** Until the bank has read one of Stripe's test texts. */
const DECISION_AFTER_MS = 1000;

const OPEN = new Set(['needs_response', 'warning_needs_response']);

export type DisputeAnswer = {
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly submit?: boolean;
};

/**
 * Adds evidence and, unless `submit` is false, submits it to the bank.
 *
 * @throws StripeRefusal when the bank takes no answer any more.
 */
export function answerDispute(desk: StripeDesk, id: string, answer: DisputeAnswer): StripeDispute {
  const dispute = desk.dispute(id);
  if (!OPEN.has(dispute.status) && answer.evidence !== undefined) {
    throw invalid(`This dispute is already ${dispute.status}; it takes no more evidence.`, {
      param: 'evidence',
    });
  }
  const evidence = { ...dispute.evidence, ...textsOf(answer.evidence ?? {}) };
  const noted: StripeDispute = {
    ...dispute,
    evidence,
    metadata: { ...dispute.metadata, ...answer.metadata },
  };
  const submits = answer.submit !== false && answer.evidence !== undefined;
  const after = submits ? submitted(desk, noted) : noted;
  desk.save({ kind: 'dispute', record: after });
  const previous = after.status === dispute.status ? {} : { status: dispute.status };
  desk.tell('charge.dispute.updated', { kind: 'dispute', record: after }, previous);
  return after;
}

/**
 * The merchant accepts the loss. This cannot be undone.
 *
 * @throws StripeRefusal unless an answer is waited for.
 */
export function acceptDispute(desk: StripeDesk, id: string): StripeDispute {
  const { status } = desk.dispute(id);
  if (!OPEN.has(status)) {
    throw invalid(`This dispute is already ${status}; there is nothing to close.`);
  }
  return decideDispute(desk, id, 'lost');
}

/** What the bank says when the time is up or the evidence is read; undecided ones stay so. */
export function dueDecision(desk: StripeDesk, id: string): void {
  const dispute = desk.draft.get('stripe-dispute', id);
  if (dispute === undefined) return;
  const outcome = OPEN.has(dispute.status) ? 'lost' : dispute.outcome;
  if (outcome !== null && !isClosed(dispute)) decideDispute(desk, id, outcome);
}

/**
 * Closes a dispute; won ones give the money back, but not the fee.
 *
 * @throws StripeRefusal when it is closed already.
 */
export function decideDispute(
  desk: StripeDesk,
  id: string,
  outcome: 'won' | 'lost',
): StripeDispute {
  const dispute = desk.dispute(id);
  if (isClosed(dispute)) throw invalid(`This dispute is already ${dispute.status}.`);
  const inquiry = dispute.status.startsWith('warning_');
  unnote(desk.draft, { kind: 'stripe-dispute-decided', id }, dispute.dueBy * 1000);
  const closed: StripeDispute = { ...dispute, status: inquiry ? 'warning_closed' : outcome };
  const reinstated = outcome === 'won' && !inquiry ? withMoneyBack(desk, closed) : closed;
  desk.save({ kind: 'dispute', record: reinstated });
  const previous = { status: dispute.status };
  desk.tell('charge.dispute.closed', { kind: 'dispute', record: reinstated }, previous);
  if (reinstated !== closed) {
    desk.tell('charge.dispute.funds_reinstated', { kind: 'dispute', record: reinstated });
  }
  return reinstated;
}

export function isClosed({ status }: StripeDispute): boolean {
  return status === 'won' || status === 'lost' || status === 'warning_closed';
}

function submitted(desk: StripeDesk, dispute: StripeDispute): StripeDispute {
  const { id, dueBy, status, evidence } = dispute;
  const task = { kind: 'stripe-dispute-decided', id } as const;
  unnote(desk.draft, task, dueBy * 1000);
  const outcome = outcomeOf(evidence['uncategorized_text']);
  if (outcome !== null) note(desk.draft, task, desk.parts.clock.now() + DECISION_AFTER_MS);
  return {
    ...dispute,
    status: status === 'needs_response' ? 'under_review' : 'warning_under_review',
    submissions: dispute.submissions + 1,
    outcome,
  };
}

/** Stripe decides a test dispute by these two texts. */
function outcomeOf(text: string | undefined): StripeDispute['outcome'] {
  if (text === 'winning_evidence') return 'won';
  return text === 'losing_evidence' ? 'lost' : null;
}

function withMoneyBack(desk: StripeDesk, dispute: StripeDispute): StripeDispute {
  const { id, amount, currency } = dispute;
  const line = desk.move({
    type: 'adjustment',
    reportingCategory: 'dispute_reversal',
    amount,
    fee: 0,
    currency,
    source: id,
  });
  const of = desk.charge(dispute.charge);
  desk.book({ id: line.id, kind: 'dispute-reversal', reference: id, amount, of });
  return { ...dispute, movements: [...dispute.movements, line] };
}

function textsOf(evidence: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
