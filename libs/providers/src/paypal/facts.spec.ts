import { Money } from '#money';
import type { ProviderFact } from '#provider-port';
import { Unreadable } from '../unreadable.js';
import { PAYPAL_WEBHOOK_TYPES, paypalFacts } from './facts.js';

const P1 = '5b8d3b5e-0000-5000-8000-000000000000';
const A_1 = '5b8d3b5e-0000-5000-8000-000000000002';
const C_1 = '5b8d3b5e-0000-5000-8000-000000000003';
const R_1 = '5b8d3b5e-0000-5000-8000-000000000005';
const P2 = '5b8d3b5e-0000-5000-8000-000000000001';
const TIME = '2026-11-21T12:00:00Z';
const AT = '2026-11-21T12:00:00.000Z';
const LATER = '2026-12-20T12:00:00Z';
const TOLD_AT = '2026-11-21T13:00:00.000Z';
const TIMES = { create_time: TIME, update_time: TIME };
const TEN_EUROS = { currency_code: 'EUR', value: '10.00' };
const PAID = { paymentId: P1, at: AT };

const ORDER = { id: 'O1', ...TIMES, purchase_units: [{ custom_id: P1, invoice_id: A_1 }] };
const AUTHORISATION = money({
  id: 'A1',
  status: 'CREATED',
  invoice_id: A_1,
  expiration_time: LATER,
});
const CAPTURE = money({
  id: 'C1',
  status: 'COMPLETED',
  invoice_id: C_1,
  supplementary_data: { related_ids: { order_id: 'O1', authorization_id: 'A1' } },
  seller_receivable_breakdown: { paypal_fee: { currency_code: 'EUR', value: '0.59' } },
});
const REFUND = money({
  id: 'R1',
  status: 'COMPLETED',
  invoice_id: R_1,
  links: [up('captures/C1')],
});
const DISPUTE = {
  dispute_id: 'PP-D-1',
  ...TIMES,
  disputed_transactions: [{ seller_transaction_id: 'C1', custom: P1, gross_amount: TEN_EUROS }],
  reason: 'UNAUTHORISED',
  status: 'WAITING_FOR_SELLER_RESPONSE',
  dispute_amount: TEN_EUROS,
  dispute_life_cycle_stage: 'INQUIRY',
  dispute_channel: 'INTERNAL',
  seller_response_due_date: LATER,
};

const HELD = { authorisationId: A_1, reference: 'A1', amount: eur(1000n) };
const TAKEN = { captureId: C_1, authorisationReference: 'A1', reference: 'C1' };
const GIVEN = { reference: 'R1', amount: eur(1000n), captureReference: 'C1' };
const CONTESTED = {
  ...PAID,
  disputeReference: 'PP-D-1',
  captureReference: 'C1',
  amount: eur(1000n),
  reason: 'UNAUTHORISED',
  stage: 'inquiry' as const,
  dueBy: '2026-12-20T12:00:00.000Z',
  openedAt: AT,
};

type Row = readonly [type: string, resource: object, facts: readonly ProviderFact[]];

/** Every type with money or state in it: what PayPal sends, and what we read from it. */
const ROWS: readonly Row[] = [
  [
    'CHECKOUT.ORDER.APPROVED',
    ORDER,
    [{ kind: 'payer-action-completed', ...PAID, orderReference: 'O1' }],
  ],
  ['CHECKOUT.ORDER.COMPLETED', ORDER, []],
  ['CHECKOUT.ORDER.PROCESSED', ORDER, []],
  ['CHECKOUT.PAYMENT-APPROVAL.REVERSED', ORDER, [abandoned(AT)]],
  [
    'CHECKOUT.PAYMENT-APPROVAL.REVERSED',
    { order_id: 'O1', purchase_units: ORDER.purchase_units },
    [abandoned(TOLD_AT)],
  ],

  [
    'PAYMENT.AUTHORIZATION.CREATED',
    AUTHORISATION,
    [{ kind: 'authorised', ...PAID, ...HELD, expiresAt: '2026-12-20T12:00:00.000Z' }],
  ],
  ['PAYMENT.AUTHORIZATION.CREATED', { ...AUTHORISATION, status: 'PENDING' }, []],
  [
    'PAYMENT.AUTHORIZATION.CREATED',
    { ...AUTHORISATION, status: 'DENIED' },
    [
      {
        kind: 'authorisation-declined',
        ...PAID,
        authorisationId: A_1,
        code: 'AUTHORIZATION_DENIED',
        reason: 'A1 was denied',
      },
    ],
  ],
  [
    'PAYMENT.AUTHORIZATION.CREATED',
    {
      ...AUTHORISATION,
      status: 'DENIED',
      processor_response: {
        response_code: '5120',
        avs_code: 'G',
        cvv_code: 'P',
        payment_advice_code: '24',
      },
    },
    [
      {
        kind: 'authorisation-declined',
        ...PAID,
        authorisationId: A_1,
        code: '5120',
        reason: 'A1 was denied',
        codes: {
          error: 'AUTHORIZATION_DENIED',
          network: '5120',
          networkAdvice: '24',
          avs: 'G',
          cvv: 'P',
        },
      },
    ],
  ],
  ...voided(LATER, false),
  ...voided(TIME, true),
  ...voided(undefined, false),

  [
    'PAYMENT.CAPTURE.COMPLETED',
    CAPTURE,
    [{ kind: 'captured', ...PAID, ...TAKEN, amount: eur(1000n), fee: eur(59n), total: null }],
  ],
  [
    'PAYMENT.CAPTURE.COMPLETED',
    // In PayPal's own pages: no invoice of ours, and the authorisation only as a link.
    money({ id: 'C1', status: 'COMPLETED', links: [up('authorizations/A1')] }),
    [
      {
        kind: 'captured',
        ...PAID,
        ...TAKEN,
        captureId: null,
        amount: eur(1000n),
        fee: null,
        total: null,
      },
    ],
  ],
  ['PAYMENT.CAPTURE.PENDING', { ...CAPTURE, status: 'PENDING' }, []],
  ['PAYMENT.CAPTURE.DECLINED', { ...CAPTURE, status: 'DECLINED' }, [untaken('CAPTURE_DECLINED')]],
  [
    'PAYMENT.CAPTURE.DENIED',
    { ...CAPTURE, status: 'DECLINED', status_details: { reason: 'ECHECK' } },
    [untaken('ECHECK')],
  ],
  [
    'PAYMENT.CAPTURE.REFUNDED',
    { ...REFUND, custom_id: 'cart-9', invoice_id: 'INV-7' },
    [{ kind: 'refunded', ...PAID, paymentId: null, refundId: null, ...GIVEN, fee: null }],
  ],
  [
    'PAYMENT.CAPTURE.REFUNDED',
    REFUND,
    [{ kind: 'refunded', ...PAID, refundId: R_1, ...GIVEN, fee: null }],
  ],
  [
    'PAYMENT.CAPTURE.REFUNDED',
    {
      ...REFUND,
      seller_payable_breakdown: { paypal_fee: { currency_code: 'EUR', value: '0.40' } },
    },
    [{ kind: 'refunded', ...PAID, refundId: R_1, ...GIVEN, fee: Money.of(-40n, 'EUR') }],
  ],
  [
    'PAYMENT.CAPTURE.REFUNDED',
    { ...REFUND, seller_payable_breakdown: { gross_amount: TEN_EUROS, net_amount: TEN_EUROS } },
    [{ kind: 'refunded', ...PAID, refundId: R_1, ...GIVEN, fee: Money.of(0n, 'EUR') }],
  ],
  ['PAYMENT.CAPTURE.REFUNDED', { ...REFUND, status: 'PENDING' }, []],
  ['PAYMENT.CAPTURE.REVERSED', REFUND, [{ kind: 'capture-reversed', ...PAID, ...GIVEN }]],
  ['PAYMENT.REFUND.PENDING', { ...REFUND, status: 'PENDING' }, []],
  [
    'PAYMENT.REFUND.FAILED',
    { ...REFUND, status: 'FAILED' },
    [{ kind: 'refund-failed', ...PAID, refundId: R_1, ...GIVEN, code: 'REFUND_FAILED' }],
  ],

  ['CUSTOMER.DISPUTE.CREATED', DISPUTE, [{ kind: 'dispute-seen', ...CONTESTED }]],
  ['RISK.DISPUTE.CREATED', DISPUTE, [{ kind: 'dispute-seen', ...CONTESTED }]],
  ...staged('CHARGEBACK', 'chargeback'),
  ...staged('PRE_ARBITRATION', 'pre-arbitration'),
  ...staged('ARBITRATION', 'arbitration'),
  [
    'CUSTOMER.DISPUTE.UPDATED',
    {
      ...DISPUTE,
      money_movements: [
        moved('DEBIT', '10.00', 'DISPUTE_SETTLEMENT'),
        moved('DEBIT', '20.00', 'CHARGEBACK_FEE'),
        moved('CREDIT', '10.00', 'DISPUTE_SETTLEMENT'),
        moved('CREDIT', '20.00', 'DISPUTE_SETTLEMENT_FEE'),
        moved('DEBIT', '10.00', 'DISPUTE_SETTLEMENT'),
        { ...moved('CREDIT', '10.00', 'DISPUTE_SETTLEMENT'), affected_party: 'BUYER' },
      ],
    },
    [
      { kind: 'dispute-seen', ...CONTESTED },
      movement(`withdrawn:DISPUTE_SETTLEMENT:1000:${AT}#1`, 1000n, 0n),
      movement(`withdrawn:CHARGEBACK_FEE:2000:${AT}#1`, 0n, 2000n),
      movement(`reinstated:DISPUTE_SETTLEMENT:1000:${AT}#1`, 1000n, 0n),
      movement(`reinstated:DISPUTE_SETTLEMENT_FEE:2000:${AT}#1`, 0n, -2000n),
      movement(`withdrawn:DISPUTE_SETTLEMENT:1000:${AT}#2`, 1000n, 0n),
    ],
  ],
  ...overSeveral(),
  ...resolved('RESOLVED_SELLER_FAVOUR', 'won'),
  ...resolved('DENIED', 'won'),
  ...resolved('RESOLVED_BUYER_FAVOUR', 'lost'),
  ...resolved('ACCEPTED', 'lost'),
  ...resolved('RESOLVED_WITH_PAYOUT', 'closed'),
  ...resolved('CANCELED_BY_BUYER', 'closed'),
  ...resolved('NONE', 'closed'),

  ['PAYMENT.SALE.COMPLETED', money({ id: 'S1' }), []],
  ['PAYMENT.PAYOUTSBATCH.SUCCESS', {}, []],
  ['BILLING.SUBSCRIPTION.CREATED', {}, []],
  ['INVOICING.INVOICE.PAID', {}, []],
  ['VAULT.PAYMENT-TOKEN.CREATED', {}, []],
  ['CUSTOMER.ACCOUNT-LIMITATION.ADDED', {}, []],
  ['CUSTOMER.ACCOUNT-LIMITATION.LIFTED', {}, []],
  ['toString', {}, []],
];

describe('facts of PayPal events', () => {
  it.each(ROWS)('reads %s', (type, resource, facts) => {
    expect(paypalFacts(type, resource, TOLD_AT)).toEqual(facts);
  });

  it.each([null, [], 'text', {}, { id: 1 }, { id: 'C1', amount: TEN_EUROS }])(
    'says that %j cannot be read, of every type we act on',
    (resource) => {
      for (const [type] of ROWS) {
        const read = () => paypalFacts(type, resource);
        if (PAYPAL_WEBHOOK_TYPES.includes(type)) expect(read).toThrow(Unreadable);
        else expect(read()).toEqual([]);
      }
    },
  );

  it('reads no dispute whose amount cannot be divided among its transactions', () => {
    const untold = { seller_transaction_id: 'C2', custom: P2 };
    const disputed_transactions = [...DISPUTE.disputed_transactions, untold];
    expect(() =>
      paypalFacts('CUSTOMER.DISPUTE.CREATED', { ...DISPUTE, disputed_transactions }),
    ).toThrow(RangeError);
  });

  it('does not round what PayPal writes', () => {
    const resource = { ...money({ id: 'C1' }), amount: { currency_code: 'JPY', value: '1.5' } };
    expect(() => paypalFacts('PAYMENT.CAPTURE.COMPLETED', resource)).toThrow(RangeError);
  });
});

function money(fields: object): object {
  return { custom_id: P1, amount: TEN_EUROS, ...TIMES, ...fields };
}

function up(path: string): object {
  return { rel: 'up', href: `https://api-m.paypal.com/v2/payments/${path}`, method: 'GET' };
}

function abandoned(at: string): ProviderFact {
  const reason = 'the approval was undone at PayPal';
  return { kind: 'payer-action-abandoned', paymentId: P1, at, orderReference: 'O1', reason };
}

function voided(expiration_time: string | undefined, expired: boolean): Row[] {
  const resource = { ...AUTHORISATION, status: 'VOIDED', expiration_time };
  const fact: ProviderFact = { kind: 'voided', ...PAID, reference: 'A1', expired };
  return [['PAYMENT.AUTHORIZATION.VOIDED', resource, [fact]]];
}

function untaken(code: string): ProviderFact {
  const reason = 'C1 is DECLINED';
  return { kind: 'capture-failed', ...PAID, captureId: C_1, reference: 'C1', code, reason };
}

function staged(
  dispute_life_cycle_stage: string,
  stage: 'chargeback' | 'pre-arbitration' | 'arbitration',
): Row[] {
  const resource = { ...DISPUTE, dispute_life_cycle_stage };
  return [['CUSTOMER.DISPUTE.UPDATED', resource, [{ kind: 'dispute-seen', ...CONTESTED, stage }]]];
}

function moved(type: 'DEBIT' | 'CREDIT', value: string, reason: string) {
  const amount = { currency_code: 'EUR', value };
  return { affected_party: 'SELLER', amount, initiated_time: TIME, type, reason };
}

function movement(movementReference: string, units: bigint, fee: bigint): ProviderFact {
  const direction = movementReference.startsWith('withdrawn') ? 'withdrawn' : 'reinstated';
  const money = { moved: eur(units), fee: eur(fee) };
  return { kind: 'dispute-moved-money', ...CONTESTED, movementReference, direction, ...money };
}

function resolved(outcome_code: string, outcome: 'won' | 'lost' | 'closed'): Row[] {
  const resource = { ...DISPUTE, status: 'RESOLVED', dispute_outcome: { outcome_code } };
  const facts: ProviderFact[] = [
    { kind: 'dispute-seen', ...CONTESTED },
    { kind: 'dispute-closed', ...CONTESTED, outcome },
  ];
  return [['CUSTOMER.DISPUTE.RESOLVED', resource, facts]];
}

/** Three transactions of two payments; half of what they took is contested. */
function overSeveral(): Row[] {
  const transaction = (id: string, custom: string, value: string) => {
    return { seller_transaction_id: id, custom, gross_amount: { currency_code: 'EUR', value } };
  };
  const resource = {
    ...DISPUTE,
    disputed_transactions: [
      transaction('C1', P1, '10.00'),
      transaction('C2', P2, '6.01'),
      transaction('C3', P1, '3.99'),
    ],
    money_movements: [moved('DEBIT', '10.00', 'DISPUTE_SETTLEMENT')],
  };
  const shares = [
    [P1, 'PP-D-1', 'C1', 500n],
    [P2, 'PP-D-1', 'C2', 300n],
    [P1, 'PP-D-1:C3', 'C3', 200n],
  ] as const;
  const facts = shares.flatMap(([paymentId, disputeReference, captureReference, units]) => {
    const own = { paymentId, disputeReference, captureReference, amount: eur(units) };
    const out = movement(`withdrawn:DISPUTE_SETTLEMENT:1000:${AT}#1`, units, 0n);
    return [
      { kind: 'dispute-seen', ...CONTESTED, ...own },
      { ...out, ...own },
    ] as ProviderFact[];
  });
  return [['CUSTOMER.DISPUTE.UPDATED', resource, facts]];
}

function eur(minorUnits: bigint): Money {
  return Money.of(minorUnits, 'EUR');
}
