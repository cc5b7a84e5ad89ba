import { Money } from '#money';
import { paypalFacts } from './facts.js';

const AT = '2026-11-21T12:00:00.000Z';
const TIMES = { create_time: '2026-11-21T12:00:00Z', update_time: '2026-11-21T12:00:00Z' };
const TEN_EUROS = { currency_code: 'EUR', value: '10.00' };

describe('facts of PayPal events', () => {
  it('reads that the payer approved', () => {
    const order = { id: 'O1', ...TIMES, purchase_units: [{ custom_id: 'p1' }] };
    expect(paypalFacts('CHECKOUT.ORDER.APPROVED', order)).toEqual([
      { kind: 'payer-action-completed', paymentId: 'p1', orderReference: 'O1', at: AT },
    ]);
  });

  it('reads an authorisation and its end', () => {
    const resource = money({ id: 'A1', invoice_id: 'a1', expiration_time: '2026-12-20T12:00:00Z' });
    expect(paypalFacts('PAYMENT.AUTHORIZATION.CREATED', resource)).toEqual([
      {
        kind: 'authorised',
        paymentId: 'p1',
        authorisationId: 'a1',
        reference: 'A1',
        amount: Money.of(1000n, 'EUR'),
        expiresAt: '2026-12-20T12:00:00.000Z',
        at: AT,
      },
    ]);
    expect(
      paypalFacts('PAYMENT.AUTHORIZATION.CREATED', { ...resource, status: 'PENDING' }),
    ).toEqual([]);
  });

  it.each([
    ['2026-12-20T12:00:00Z', false],
    ['2026-11-21T12:00:00Z', true],
    [undefined, false],
  ])('reads a release; at the end of %s as expired: %s', (expiration_time, expired) => {
    const resource = money({ id: 'A1', expiration_time });
    expect(paypalFacts('PAYMENT.AUTHORIZATION.VOIDED', resource)).toEqual([
      { kind: 'voided', paymentId: 'p1', reference: 'A1', expired, at: AT },
    ]);
  });

  it('reads a capture with its fee', () => {
    const resource = money({
      id: 'C1',
      invoice_id: 'c1',
      supplementary_data: { related_ids: { authorization_id: 'A1' } },
      seller_receivable_breakdown: { paypal_fee: { currency_code: 'EUR', value: '0.59' } },
    });
    expect(paypalFacts('PAYMENT.CAPTURE.COMPLETED', resource)).toEqual([
      {
        kind: 'captured',
        paymentId: 'p1',
        captureId: 'c1',
        authorisationReference: 'A1',
        reference: 'C1',
        amount: Money.of(1000n, 'EUR'),
        fee: Money.of(59n, 'EUR'),
        at: AT,
      },
    ]);
  });

  it('reads a refund, its capture from the link up', () => {
    const links = [up('https://api.paypal.com/v2/payments/captures/C1')];
    const resource = money({ id: 'R1', invoice_id: 'r1', status: 'COMPLETED', links });
    expect(paypalFacts('PAYMENT.CAPTURE.REFUNDED', resource)).toEqual([
      {
        kind: 'refunded',
        paymentId: 'p1',
        refundId: 'r1',
        captureReference: 'C1',
        reference: 'R1',
        amount: Money.of(1000n, 'EUR'),
        at: AT,
      },
    ]);
    expect(paypalFacts('PAYMENT.CAPTURE.REFUNDED', { ...resource, status: 'PENDING' })).toEqual([]);
  });

  it('reads a refund that failed', () => {
    const resource = money({ id: 'R1', invoice_id: 'r1', status: 'FAILED' });
    expect(paypalFacts('PAYMENT.REFUND.FAILED', resource)).toMatchObject([
      { kind: 'refund-failed', refundId: 'r1', reference: 'R1' },
    ]);
  });

  it.each(['PAYMENT.CAPTURE.REVERSED', 'PAYMENT.CAPTURE.PENDING', 'CUSTOMER.DISPUTE.CREATED'])(
    'keeps %s without acting on it',
    (type) => {
      expect(paypalFacts(type, money({ id: 'X1' }))).toEqual([]);
    },
  );

  it.each([null, [], 'text', {}, { id: 1 }, { id: 'C1', amount: TEN_EUROS }])(
    'reads nothing from %j',
    (resource) => {
      expect(paypalFacts('PAYMENT.CAPTURE.COMPLETED', resource)).toEqual([]);
    },
  );

  it('does not round what PayPal writes', () => {
    const resource = { ...money({ id: 'C1' }), amount: { currency_code: 'JPY', value: '1.5' } };
    expect(() => paypalFacts('PAYMENT.CAPTURE.COMPLETED', resource)).toThrow(RangeError);
  });
});

function money(fields: object): object {
  return { custom_id: 'p1', amount: TEN_EUROS, ...TIMES, ...fields };
}

function up(href: string): object {
  return { rel: 'up', href, method: 'GET' };
}
