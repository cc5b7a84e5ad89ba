import type { SettlementLine } from '#provider-port';
import { sumsByCurrency, Money } from '#money';
import { totalsOf } from './totals.js';

describe('totalsOf', () => {
  it.each([
    ['capture', 1050n, 30n, ['10.50 EUR', '0.30 EUR', '', '', '']],
    ['refund', -500n, -10n, ['-5.00 EUR', '-0.10 EUR', '', '', '']],
    ['dispute', -1050n, 1500n, ['-10.50 EUR', '15.00 EUR', '', '', '']],
    ['adjustment', 7n, 0n, ['0.07 EUR', '', '', '', '']],
    ['fee', -25n, 0n, ['', '0.25 EUR', '', '', '']],
    ['payout', -9000n, 0n, ['', '', '90.00 EUR', '', '']],
    ['conversion', -9000n, 0n, ['', '', '', '-90.00 EUR', '']],
    ['reserve', -9000n, 0n, ['', '', '', '', '90.00 EUR']],
  ] as const)('counts a %s once, as what it is', (kind, amount, fee, sums) => {
    expect(texts(line(kind, amount, fee))).toEqual(sums);
  });

  it('counts what settles in another currency in both', () => {
    const presented = Money.of(2000n, 'EUR');
    const settled = { amount: Money.of(2174n, 'USD'), fee: Money.of(93n, 'USD'), presented };
    expect(texts({ ...line('capture', 0n, 0n), ...settled })).toEqual([
      '20.00 EUR',
      '0.93 USD',
      '',
      '-20.00 EUR, 21.74 USD',
      '',
    ]);
  });
});

function texts(of: SettlementLine): string[] {
  const { gross, fees, paidOut, exchanged, reserved } = totalsOf(of);
  return [gross, fees, paidOut, exchanged, reserved].map((amounts) =>
    sumsByCurrency(amounts)
      .map((amount) => amount.toString())
      .join(', '),
  );
}

function line(kind: SettlementLine['kind'], amount: bigint, fee: bigint): SettlementLine {
  const ids = { provider: 'stripe', lineId: 'txn_1', reference: 'ch_1', paymentId: null } as const;
  const at = '2026-11-21T04:00:00.000Z';
  return { ...ids, kind, amount: Money.of(amount, 'EUR'), fee: Money.of(fee, 'EUR'), at };
}
