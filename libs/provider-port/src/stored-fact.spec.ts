import { Money } from '#money';
import type { FactKind, FactOf } from './provider-fact.js';
import { factFromStored, storedFactOf } from './stored-fact.js';

const HEAD = { paymentId: 'p1', at: '2026-03-01T12:00:00.000Z' };
const HEAD_JSON = '"paymentId":"p1","at":"2026-03-01T12:00:00.000Z"';
const DISPUTE = {
  disputeReference: 'dp_1',
  captureReference: 'ch_1',
  amount: eur('10.00'),
  reason: 'fraudulent',
  stage: 'chargeback',
  dueBy: null,
  openedAt: HEAD.at,
} as const;
const DISPUTE_JSON =
  '"disputeReference":"dp_1","captureReference":"ch_1","amount":{"amount":"1000",' +
  '"currency":"EUR"},"reason":"fraudulent","stage":"chargeback","dueBy":null,' +
  '"openedAt":"2026-03-01T12:00:00.000Z"';

/** One of each kind, and the text that stores it: what is stored already reads the same. */
const GOLDEN: { readonly [Kind in FactKind]: readonly [FactOf<Kind>, string] } = {
  'payer-action-completed': [
    { kind: 'payer-action-completed', ...HEAD, orderReference: 'O1' },
    '"orderReference":"O1"',
  ],
  'payer-action-abandoned': [
    { kind: 'payer-action-abandoned', ...HEAD, orderReference: 'O1', reason: 'undone' },
    '"orderReference":"O1","reason":"undone"',
  ],
  authorised: [
    {
      kind: 'authorised',
      ...HEAD,
      authorisationId: null,
      reference: 'pi_1',
      amount: eur('10.00'),
      expiresAt: null,
    },
    '"authorisationId":null,"reference":"pi_1","amount":{"amount":"1000","currency":"EUR"},' +
      '"expiresAt":null',
  ],
  'authorisation-declined': [
    { kind: 'authorisation-declined', ...HEAD, authorisationId: 'a1', code: 'c', reason: 'r' },
    '"authorisationId":"a1","code":"c","reason":"r"',
  ],
  'authorisation-changed': [
    {
      kind: 'authorisation-changed',
      ...HEAD,
      operationId: 'i1',
      reference: 'pi_1',
      amount: eur('12.00'),
      expiresAt: null,
    },
    '"operationId":"i1","reference":"pi_1","amount":{"amount":"1200","currency":"EUR"},' +
      '"expiresAt":null',
  ],
  captured: [
    {
      kind: 'captured',
      ...HEAD,
      captureId: 'c1',
      authorisationReference: 'pi_1',
      reference: 'ch_1',
      amount: eur('10.00'),
      fee: eur('0.35'),
      total: null,
    },
    '"captureId":"c1","authorisationReference":"pi_1","reference":"ch_1",' +
      '"amount":{"amount":"1000","currency":"EUR"},"fee":{"amount":"35","currency":"EUR"},' +
      '"total":null',
  ],
  'capture-failed': [
    { kind: 'capture-failed', ...HEAD, captureId: 'c1', reference: 'x', code: 'c', reason: 'r' },
    '"captureId":"c1","reference":"x","code":"c","reason":"r"',
  ],
  'capture-reversed': [
    {
      kind: 'capture-reversed',
      ...HEAD,
      captureReference: 'ch_1',
      reference: 'rv_1',
      amount: eur('10.00'),
    },
    '"captureReference":"ch_1","reference":"rv_1","amount":{"amount":"1000","currency":"EUR"}',
  ],
  'fee-known': [
    { kind: 'fee-known', ...HEAD, captureId: null, captureReference: 'ch_1', fee: null },
    '"captureId":null,"captureReference":"ch_1","fee":null',
  ],
  voided: [
    { kind: 'voided', ...HEAD, reference: 'pi_1', expired: false },
    '"reference":"pi_1","expired":false',
  ],
  refunded: [
    {
      kind: 'refunded',
      ...HEAD,
      refundId: null,
      captureReference: 'ch_1',
      reference: 're_1',
      amount: eur('3.00'),
      fee: eur('-0.10'),
    },
    '"refundId":null,"captureReference":"ch_1","reference":"re_1",' +
      '"amount":{"amount":"300","currency":"EUR"},"fee":{"amount":"-10","currency":"EUR"}',
  ],
  'refund-failed': [
    {
      kind: 'refund-failed',
      ...HEAD,
      refundId: 'r1',
      captureReference: null,
      reference: 're_1',
      amount: eur('3.00'),
      code: 'closed',
    },
    '"refundId":"r1","captureReference":null,"reference":"re_1",' +
      '"amount":{"amount":"300","currency":"EUR"},"code":"closed"',
  ],
  'dispute-seen': [{ kind: 'dispute-seen', ...HEAD, ...DISPUTE }, DISPUTE_JSON],
  'dispute-moved-money': [
    {
      kind: 'dispute-moved-money',
      ...HEAD,
      ...DISPUTE,
      movementReference: 'txn_1',
      direction: 'withdrawn',
      moved: eur('10.00'),
      fee: eur('15.00'),
    },
    `${DISPUTE_JSON},"movementReference":"txn_1","direction":"withdrawn",` +
      '"moved":{"amount":"1000","currency":"EUR"},"fee":{"amount":"1500","currency":"EUR"}',
  ],
  'dispute-closed': [
    { kind: 'dispute-closed', ...HEAD, ...DISPUTE, outcome: 'won' },
    `${DISPUTE_JSON},"outcome":"won"`,
  ],
  'fraud-reported': [
    {
      kind: 'fraud-reported',
      ...HEAD,
      reportReference: 'issfr_1',
      captureReference: 'ch_1',
      fraudType: 'stolen',
      actionable: true,
    },
    '"reportReference":"issfr_1","captureReference":"ch_1","fraudType":"stolen","actionable":true',
  ],
  'review-opened': [
    { kind: 'review-opened', ...HEAD, reviewReference: 'v', orderReference: 'O1', reason: 'rule' },
    '"reviewReference":"v","orderReference":"O1","reason":"rule"',
  ],
  'review-closed': [
    { kind: 'review-closed', ...HEAD, reviewReference: 'v', orderReference: 'O1', reason: 'ok' },
    '"reviewReference":"v","orderReference":"O1","reason":"ok"',
  ],
  payout: [
    {
      kind: 'payout',
      ...HEAD,
      payoutReference: 'po_1',
      amount: eur('90.00'),
      status: 'paid',
      arrivesAt: null,
    },
    '"payoutReference":"po_1","amount":{"amount":"9000","currency":"EUR"},"status":"paid",' +
      '"arrivesAt":null',
  ],
};

describe('a fact that is stored', () => {
  it.each(Object.entries(GOLDEN))('is the same text, and the same again: %s', (_, [fact, text]) => {
    const stored = `{"kind":"${fact.kind}",${HEAD_JSON},${text}}`;
    expect(JSON.stringify(fact)).toBe(stored);
    expect(JSON.stringify(storedFactOf(fact))).toBe(stored);
    expect(factFromStored(storedFactOf(fact))).toEqual(fact);
  });

  it('may lack a fee that was not told with it', () => {
    const { fee: _, ...told } = GOLDEN.refunded[0];
    expect(factFromStored(storedFactOf(told))).toEqual(told);
  });
});

function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}
