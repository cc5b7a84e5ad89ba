import { paymentOfRow } from './payment-of-row.js';
import type { Row } from './transactions.js';

const IDENTITY = { run: 'r1', intent: 'capture' } as const;

describe('making a payment of a row', () => {
  it('keeps the row id, the money and the time of the payer', () => {
    expect(paymentOfRow(row({}), IDENTITY)).toEqual({
      idempotencyKey: 'drive-r1-7',
      command: {
        orderId: 'order-7',
        merchantId: 'terminal-3156',
        customerId: 'customer-596',
        amount: { amount: '5716', currency: 'EUR' },
        provider: 'stripe',
        method: { kind: 'card', token: 'pm_card_visa' },
        intent: 'capture',
        card: { fingerprint: 'card-596' },
        occurredAt: '2018-04-02T00:00:31.000Z',
        imported: true,
      },
    });
  });

  it('never passes on what the file knows of fraud', () => {
    const labelled = { ...row({}), fraud: '1', scenario: '2' };
    expect(JSON.stringify(paymentOfRow(labelled, IDENTITY))).not.toMatch(/fraud|scenario/);
  });

  it('pays a row again under another run only', () => {
    const keyOf = (run: string): string =>
      paymentOfRow(row({}), { ...IDENTITY, run }).idempotencyKey;
    expect(keyOf('r1')).toBe(keyOf('r1'));
    expect(keyOf('r2')).not.toBe(keyOf('r1'));
  });

  it.each([
    ['amount_minor', '57.16'],
    ['amount_minor', '-1'],
    ['t', ''],
    ['customer', 'a b'],
  ])('names a bad %s', (column, value) => {
    expect(() => paymentOfRow(row({ [column]: value }), IDENTITY)).toThrow(
      new RegExp(`^${column} is not`),
    );
  });
});

function row(changes: Partial<Record<string, string>>): Row {
  const values = { tx_id: '7', t: '86431', customer: '596', terminal: '3156' };
  return { ...values, amount_minor: '5716', line: 9, ...changes };
}
