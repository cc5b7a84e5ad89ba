import type { Stripe } from 'stripe';
import { Money } from '#money';
import type { ProviderFact } from '#provider-port';
import { Unreadable } from '../unreadable.js';
import { stripeFacts } from './facts.js';

/** Keys of captures in an intent's metadata. */
const P1 = '5b8d3b5e-0000-5000-8000-000000000000';
const A_1 = '5b8d3b5e-0000-5000-8000-000000000002';
const C_1 = '5b8d3b5e-0000-5000-8000-000000000003';
const C_2 = '5b8d3b5e-0000-5000-8000-000000000004';
const R_1 = '5b8d3b5e-0000-5000-8000-000000000005';
const I_1 = '5b8d3b5e-0000-5000-8000-000000000006';
const LIST_1 = 'assay_5b8d3b5e000050008000000000000003';
const LIST_2 = 'assay_5b8d3b5e000050008000000000000004';
const AT_S = Date.parse('2026-11-21T12:00:00Z') / 1000;
const AT = '2026-11-21T12:00:00.000Z';
const DUE_S = AT_S + 7 * 86_400;
const DUE = '2026-11-28T12:00:00.000Z';
const OURS = { payment_id: P1, authorisation_id: A_1 };
const PAID = { paymentId: P1, at: AT };

const CHARGE = {
  id: 'ch_1',
  object: 'charge',
  payment_intent: 'pi_1',
  amount: 1000,
  amount_captured: 0,
  captured: false,
  currency: 'eur',
  created: AT_S,
  metadata: OURS,
  balance_transaction: null,
  payment_method_details: { type: 'card', card: { capture_before: DUE_S } },
};

/** What other systems keep in the metadata of an intent of ours. */
const OTHERS = {
  support_ticket: '300',
  assay_note: '300',
  '7c9e6679-7425-40de-944b-e07fc1f90ae7': '300',
  [LIST_1]: '3.00',
};

const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  latest_charge: 'ch_1',
  amount: 1000,
  amount_received: 0,
  currency: 'eur',
  metadata: OURS,
  status: 'requires_capture',
  cancellation_reason: null,
  last_payment_error: null,
};

const REFUND = {
  id: 're_1',
  object: 'refund',
  charge: 'ch_1',
  amount: 400,
  currency: 'eur',
  created: AT_S,
  status: 'succeeded',
  balance_transaction: 'txn_1',
  metadata: { payment_id: P1, refund_id: R_1 },
};

const WITHDRAWN = { id: 'txn_2', amount: -1000, fee: 1500, currency: 'eur', created: AT_S };
const REINSTATED = { id: 'txn_3', amount: 1000, fee: 0, currency: 'eur', created: AT_S };

const DISPUTE = {
  id: 'du_1',
  object: 'dispute',
  charge: 'ch_1',
  payment_intent: 'pi_1',
  amount: 1000,
  currency: 'eur',
  created: AT_S,
  status: 'needs_response',
  reason: 'fraudulent',
  metadata: {},
  balance_transactions: [] as object[],
  evidence_details: { due_by: DUE_S },
  payment_method_details: { type: 'card', card: { case_type: 'chargeback' } },
};

const WARNING = {
  id: 'issfr_1',
  object: 'radar.early_fraud_warning',
  charge: 'ch_1',
  actionable: true,
  fraud_type: 'made_with_stolen_card',
  created: AT_S,
};

const REVIEW = {
  id: 'prv_1',
  object: 'review',
  charge: 'ch_1',
  payment_intent: 'pi_1',
  open: true,
  opened_reason: 'rule',
  closed_reason: null,
  reason: 'rule',
};

const PAYOUT = {
  id: 'po_1',
  object: 'payout',
  amount: 5000,
  currency: 'eur',
  status: 'pending',
  arrival_date: DUE_S,
};

const HELD = { reference: 'pi_1', amount: eur(1000n), expiresAt: DUE };
const TAKEN = { authorisationReference: 'pi_1', reference: 'ch_1', fee: null };
const GIVEN = { refundId: R_1, captureReference: 'ch_1', reference: 're_1', amount: eur(400n) };
const CONTESTED = {
  paymentId: null,
  at: AT,
  disputeReference: 'du_1',
  captureReference: 'ch_1',
  amount: eur(1000n),
  reason: 'fraudulent',
  stage: 'chargeback' as const,
  dueBy: DUE,
  openedAt: AT,
};
const OUT = { movementReference: 'txn_2', direction: 'withdrawn' as const, moved: eur(1000n) };
const BACK = { movementReference: 'txn_3', direction: 'reinstated' as const, moved: eur(1000n) };
const REVIEWED = { paymentId: null, at: AT, reviewReference: 'prv_1', orderReference: 'pi_1' };
const SENT = { payoutReference: 'po_1', amount: eur(5000n), arrivesAt: DUE };

type Row = readonly [
  type: string,
  object: object,
  facts: readonly ProviderFact[],
  previous?: object,
];

/** Every type with money or state in it: what Stripe sends, and what we read from it. */
const ROWS: readonly Row[] = [
  ['charge.succeeded', CHARGE, [{ kind: 'authorised', ...PAID, authorisationId: A_1, ...HELD }]],
  ['charge.succeeded', { ...CHARGE, captured: true }, []],
  ['charge.captured', { ...CHARGE, captured: true }, []],
  [
    'charge.updated',
    { ...CHARGE, captured: true, amount_captured: 1000, balance_transaction: 'txn_1' },
    [{ kind: 'fee-known', ...PAID, captureId: null, captureReference: 'ch_1', fee: null }],
    { balance_transaction: null },
  ],
  [
    'charge.updated',
    {
      ...CHARGE,
      captured: true,
      amount_captured: 1000,
      balance_transaction: { id: 'txn_1', amount: 1000, fee: 59, currency: 'eur' },
    },
    [{ kind: 'fee-known', ...PAID, captureId: null, captureReference: 'ch_1', fee: eur(59n) }],
    { balance_transaction: null },
  ],
  ['charge.updated', { ...CHARGE, amount: 1500 }, [], { amount: 1000 }],
  ['charge.expired', CHARGE, [{ kind: 'voided', ...PAID, reference: 'pi_1', expired: true }]],
  ['charge.failed', CHARGE, []],
  ['charge.pending', CHARGE, []],
  ['charge.refunded', { ...CHARGE, captured: true }, []],
  ['charge.refund.updated', REFUND, []],

  ['refund.created', REFUND, [{ kind: 'refunded', ...PAID, ...GIVEN, fee: null }]],
  [
    'refund.created',
    { ...REFUND, status: 'pending' },
    [{ kind: 'refunded', ...PAID, ...GIVEN, fee: null }],
  ],
  ['refund.created', { ...REFUND, status: 'pending', balance_transaction: null }, []],
  ['refund.created', { ...REFUND, reason: 'expired_uncaptured_charge' }, []],
  [
    'refund.created',
    { ...REFUND, metadata: {} },
    [{ kind: 'refunded', at: AT, ...GIVEN, paymentId: null, refundId: null, fee: null }],
  ],
  [
    'refund.created',
    { ...REFUND, balance_transaction: { id: 'txn_1', fee: 25, currency: 'eur' } },
    [{ kind: 'refunded', ...PAID, ...GIVEN, fee: eur(25n) }],
  ],
  [
    'refund.created',
    { ...REFUND, metadata: { payment_id: '300', refund_id: 'ticket-9' } },
    [{ kind: 'refunded', at: AT, ...GIVEN, paymentId: null, refundId: null, fee: null }],
  ],
  ['refund.updated', REFUND, [{ kind: 'refunded', ...PAID, ...GIVEN, fee: null }]],
  [
    'refund.updated',
    { ...REFUND, status: 'canceled' },
    [{ kind: 'refund-failed', ...PAID, ...GIVEN, code: 'canceled' }],
  ],
  [
    'refund.failed',
    { ...REFUND, status: 'failed', failure_reason: 'declined' },
    [{ kind: 'refund-failed', ...PAID, ...GIVEN, code: 'declined' }],
  ],
  [
    'refund.failed',
    {
      ...REFUND,
      status: 'failed',
      failure_reason: 'lost_or_stolen_card',
      failure_balance_transaction: 'txn_4',
    },
    [
      { kind: 'refunded', ...PAID, ...GIVEN, fee: null },
      { kind: 'refund-failed', ...PAID, ...GIVEN, code: 'lost_or_stolen_card' },
    ],
  ],

  ['payment_intent.created', INTENT, []],
  ['payment_intent.processing', INTENT, []],
  ['payment_intent.requires_action', INTENT, []],
  ['payment_intent.partially_funded', INTENT, []],
  ['payment_intent.amount_capturable_updated', INTENT, []],
  [
    'payment_intent.amount_capturable_updated',
    { ...INTENT, amount: 1500, metadata: { ...OURS, increment_id: I_1 } },
    [raised(I_1)],
  ],
  [
    'payment_intent.amount_capturable_updated',
    { ...INTENT, amount: 1500 },
    [raised(null)],
    { amount: 1000, amount_capturable: 1000 },
  ],
  [
    'payment_intent.amount_capturable_updated',
    { ...INTENT, amount_received: 600, metadata: { ...OURS, [LIST_1]: '600' } },
    [captured(C_1, 600n, 600n)],
  ],
  [
    'payment_intent.succeeded',
    { ...INTENT, amount_received: 1000, metadata: { ...OURS, [LIST_1]: '600', [LIST_2]: '400' } },
    [captured(C_1, 600n, 1000n), captured(C_2, 400n, 1000n)],
  ],
  [
    'payment_intent.succeeded',
    // As it was written before keys had a prefix.
    { ...INTENT, amount_received: 1000, metadata: { ...OURS, [C_1]: '600' } },
    [captured(C_1, 600n, 1000n), captured(null, 400n, 1000n)],
  ],
  [
    'payment_intent.succeeded',
    { ...INTENT, amount_received: 2000, metadata: { ...OURS, ...OTHERS } },
    [captured(null, 2000n, 2000n)],
  ],
  [
    'payment_intent.succeeded',
    { ...INTENT, amount_received: 1000, metadata: { ...OURS, [LIST_1]: '600' } },
    [captured(C_1, 600n, 1000n), captured(null, 400n, 1000n)],
  ],
  ['payment_intent.succeeded', { ...INTENT, amount_received: 800 }, [captured(null, 800n, 800n)]],
  [
    'payment_intent.succeeded',
    {
      ...INTENT,
      status: 'succeeded',
      amount_received: 600,
      metadata: { ...OURS, [LIST_1]: '600' },
    },
    [captured(C_1, 600n, 600n), released(false)],
  ],
  [
    'payment_intent.payment_failed',
    {
      ...INTENT,
      last_payment_error: {
        code: 'card_declined',
        decline_code: 'lost_card',
        message: 'no',
        advice_code: 'do_not_try_again',
        network_decline_code: '41',
        network_advice_code: '03',
      },
    },
    [
      {
        kind: 'authorisation-declined',
        ...PAID,
        authorisationId: A_1,
        code: 'lost_card',
        reason: 'no',
        codes: {
          error: 'card_declined',
          advice: 'do_not_try_again',
          network: '41',
          networkAdvice: '03',
        },
      },
    ],
  ],
  ['payment_intent.canceled', canceled('requested_by_customer'), [released(false)]],
  ['payment_intent.canceled', canceled('automatic'), [released(true)]],
  ['payment_intent.canceled', canceled('expired'), [released(true)]],
  [
    'payment_intent.canceled',
    { ...canceled('abandoned'), latest_charge: null },
    [abandoned('abandoned')],
  ],
  [
    'payment_intent.canceled',
    { ...canceled('abandoned'), last_payment_error: { code: 'card_declined' } },
    [abandoned('abandoned')],
  ],

  ['charge.dispute.created', DISPUTE, [{ kind: 'dispute-seen', ...CONTESTED }]],
  [
    'charge.dispute.created',
    { ...DISPUTE, payment_intent: { id: 'pi_1', metadata: OURS } },
    [{ kind: 'dispute-seen', ...CONTESTED, paymentId: P1 }],
  ],
  ...disputed('warning_needs_response', 'inquiry'),
  ...disputed('warning_under_review', 'inquiry'),
  ...disputed('warning_closed', 'inquiry', 'closed'),
  ...disputed('needs_response', 'chargeback'),
  ...disputed('under_review', 'chargeback'),
  ...disputed('prevented', 'chargeback', 'closed'),
  ...disputed('won', 'chargeback', 'won'),
  ...disputed('lost', 'chargeback', 'lost'),
  ...disputed('appeal_needs_response', 'pre-arbitration'),
  ...disputed('appeal_under_review', 'pre-arbitration'),
  [
    'charge.dispute.funds_withdrawn',
    { ...DISPUTE, balance_transactions: [WITHDRAWN] },
    [
      { kind: 'dispute-seen', ...CONTESTED },
      { kind: 'dispute-moved-money', ...CONTESTED, ...OUT, fee: eur(1500n) },
    ],
  ],
  [
    'charge.dispute.funds_withdrawn',
    // Settled in dollars: what was disputed is what moved, and the fee is one of dollars.
    { ...DISPUTE, balance_transactions: [{ ...WITHDRAWN, amount: -1160, currency: 'usd' }] },
    [
      { kind: 'dispute-seen', ...CONTESTED },
      { kind: 'dispute-moved-money', ...CONTESTED, ...OUT, fee: Money.of(1500n, 'USD') },
    ],
  ],
  // The rate changed: what evens it out moves nothing of the disputed amount, of either sign.
  ...[-4, 4].map((amount): Row => [
    'charge.dispute.funds_withdrawn',
    {
      ...DISPUTE,
      balance_transactions: [
        { ...WITHDRAWN, amount: -1160, currency: 'usd' },
        { ...REINSTATED, amount, currency: 'usd' },
      ],
    },
    [
      { kind: 'dispute-seen', ...CONTESTED },
      { kind: 'dispute-moved-money', ...CONTESTED, ...OUT, fee: Money.of(1500n, 'USD') },
      {
        kind: 'dispute-moved-money',
        ...CONTESTED,
        movementReference: 'txn_3',
        direction: amount < 0 ? 'withdrawn' : 'reinstated',
        moved: eur(0n),
        fee: Money.of(0n, 'USD'),
      },
    ],
  ]),
  [
    'charge.dispute.funds_reinstated',
    { ...DISPUTE, status: 'won', balance_transactions: [WITHDRAWN, REINSTATED] },
    [
      { kind: 'dispute-seen', ...CONTESTED },
      { kind: 'dispute-moved-money', ...CONTESTED, ...OUT, fee: eur(1500n) },
      { kind: 'dispute-moved-money', ...CONTESTED, ...BACK, fee: eur(0n) },
      { kind: 'dispute-closed', ...CONTESTED, outcome: 'won' },
    ],
  ],
  [
    'charge.dispute.closed',
    { ...DISPUTE, status: 'lost', evidence_details: { due_by: null } },
    [
      { kind: 'dispute-seen', ...CONTESTED, dueBy: null },
      { kind: 'dispute-closed', ...CONTESTED, dueBy: null, outcome: 'lost' },
    ],
  ],

  ['radar.early_fraud_warning.created', WARNING, [warned(true, null)]],
  ['radar.early_fraud_warning.updated', { ...WARNING, actionable: false }, [warned(false, null)]],
  ['radar.early_fraud_warning.created', { ...WARNING, charge: CHARGE }, [warned(true, P1)]],
  ['review.opened', REVIEW, [{ kind: 'review-opened', ...REVIEWED, reason: 'rule' }]],
  [
    'review.closed',
    { ...REVIEW, open: false, closed_reason: 'refunded_as_fraud' },
    [{ kind: 'review-closed', ...REVIEWED, reason: 'refunded_as_fraud' }],
  ],
  [
    'review.closed',
    { ...REVIEW, open: false, payment_intent: undefined, reason: 'approved' },
    [{ kind: 'review-closed', ...REVIEWED, orderReference: 'ch_1', reason: 'approved' }],
  ],

  ...paidOut('payout.created', 'pending', 'pending'),
  ...paidOut('payout.updated', 'in_transit', 'in-transit'),
  ...paidOut('payout.paid', 'paid', 'paid'),
  ...paidOut('payout.failed', 'failed', 'failed'),
  ...paidOut('payout.canceled', 'canceled', 'cancelled'),
  ['payout.reconciliation_completed', PAYOUT, []],

  ['balance.available', {}, []],
  ['reserve.hold.created', {}, []],
  ['reserve.release.created', {}, []],
  ['topup.succeeded', {}, []],
  ['transfer.created', {}, []],
  ['reporting.report_run.succeeded', {}, []],
  ['reporting.report_run.failed', {}, []],
  ['customer.deleted', {}, []],
];

describe('facts of Stripe events', () => {
  const named = ROWS.map((row) => [row[0], row] as const);
  it.each(named)('reads %s', (type, [, object, facts, previous]) => {
    expect(stripeFacts(event(type, object, previous))).toEqual(facts);
  });

  it.each([
    ['an amount that is none', { ...PAYOUT, amount: 'much' }, RangeError],
    ['a time that is none', { ...PAYOUT, arrival_date: 'soon' }, RangeError],
    ['an amount finer than the ledger', { ...PAYOUT, currency: 'isk', amount: 1050 }, RangeError],
    ['no object at all', null, Unreadable],
  ])('refuses to read %s', (_what, object, error) => {
    expect(() => stripeFacts(event('payout.paid', object))).toThrow(error);
  });
});

function event(type: string, object: object | null, previous?: object): Stripe.Event {
  const data = { object, ...(previous && { previous_attributes: previous }) };
  return { id: 'evt_1', type, created: AT_S, data } as Stripe.Event;
}

function raised(operationId: string | null): ProviderFact {
  const held = { ...HELD, amount: eur(1500n), expiresAt: null };
  return { kind: 'authorisation-changed', ...PAID, operationId, ...held };
}

function captured(captureId: string | null, units: bigint, total: bigint): ProviderFact {
  const amounts = { amount: eur(units), total: eur(total) };
  return { kind: 'captured', ...PAID, ...TAKEN, captureId, ...amounts };
}

function canceled(cancellation_reason: string): object {
  return { ...INTENT, status: 'canceled', cancellation_reason };
}

function released(expired: boolean): ProviderFact {
  return { kind: 'voided', ...PAID, reference: 'pi_1', expired };
}

function abandoned(reason: string): ProviderFact {
  return { kind: 'payer-action-abandoned', ...PAID, orderReference: 'pi_1', reason };
}

/** One status of a dispute, as any event about it may show it. */
function disputed(
  status: string,
  stage: 'inquiry' | 'chargeback' | 'pre-arbitration',
  outcome?: 'won' | 'lost' | 'closed',
): Row[] {
  const facts = { ...CONTESTED, stage };
  const closed = outcome && ({ kind: 'dispute-closed', ...facts, outcome } as const);
  const told: ProviderFact[] = [{ kind: 'dispute-seen', ...facts }, ...(closed ? [closed] : [])];
  return [['charge.dispute.updated', { ...DISPUTE, status }, told]];
}

function warned(actionable: boolean, paymentId: string | null): ProviderFact {
  const report = { reportReference: 'issfr_1', captureReference: 'ch_1', actionable };
  const fraudType = 'made_with_stolen_card';
  return { kind: 'fraud-reported', paymentId, at: AT, ...report, fraudType };
}

function paidOut(
  type: string,
  sent: string,
  status: 'pending' | 'in-transit' | 'paid' | 'failed' | 'cancelled',
): Row[] {
  const fact: ProviderFact = { kind: 'payout', paymentId: null, at: AT, ...SENT, status };
  return [[type, { ...PAYOUT, status: sent }, [fact]]];
}

function eur(minorUnits: bigint): Money {
  return Money.of(minorUnits, 'EUR');
}
