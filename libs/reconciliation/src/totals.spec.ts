import { Money } from '#money';
import type { SettlementLine } from './settlement.js';
import { totalsOf } from './totals.js';

describe('totalsOf', () => {
  it.each([
    ['capture', 1050n, 30n, [1050n, 30n, 0n]],
    ['refund', -500n, 0n, [-500n, 0n, 0n]],
    ['dispute', -1050n, 1500n, [-1050n, 1500n, 0n]],
    ['adjustment', 7n, 0n, [7n, 0n, 0n]],
    ['fee', -25n, 0n, [0n, 25n, 0n]],
    ['payout', -9000n, 0n, [0n, 0n, 9000n]],
  ] as const)('counts a %s once, as what it is', (kind, amount, fee, sums) => {
    const { gross, fees, paidOut } = totalsOf(line(kind, amount, fee));
    expect([gross, fees, paidOut].map(({ minorUnits }) => minorUnits)).toEqual(sums);
  });
});

function line(kind: SettlementLine['kind'], amount: bigint, fee: bigint): SettlementLine {
  const ids = { provider: 'stripe', lineId: 'txn_1', reference: 'ch_1', paymentId: null } as const;
  const at = '2026-11-21T04:00:00.000Z';
  return { ...ids, kind, amount: Money.of(amount, 'EUR'), fee: Money.of(fee, 'EUR'), at };
}
