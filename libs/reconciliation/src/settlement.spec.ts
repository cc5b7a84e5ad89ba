import type { SettlementLine } from '#provider-port';
import { Money } from '#money';
import { settlementStream, upcastSettlement } from './settlement.js';

describe('a settlement line', () => {
  const line: SettlementLine = {
    provider: 'stripe',
    lineId: 'txn_1',
    kind: 'refund',
    reference: 're_1',
    paymentId: null,
    amount: Money.of(-500n, 'EUR'),
    fee: Money.of(0n, 'EUR'),
    at: '2026-11-21T23:59:59.000Z',
  };

  it('survives storage as JSON', () => {
    const stored: unknown = JSON.parse(JSON.stringify(line));
    expect(upcastSettlement('SettlementLineRecorded', stored).data).toEqual(line);
  });

  it('belongs to the stream of its provider and day', () => {
    expect(settlementStream(line.provider, line.at)).toBe('settlement-stripe-2026-11-21');
  });

  it('is the only event of its streams', () => {
    expect(() => upcastSettlement('PaymentCaptured', {})).toThrow(
      'not a settlement event: PaymentCaptured',
    );
  });
});
