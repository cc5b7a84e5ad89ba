import fc from 'fast-check';
import { Money } from '#money';
import { balanceDays, type BalanceMovement } from './balances.js';

const movement = fc.record({
  provider: fc.constantFrom('stripe', 'paypal'),
  kind: fc.constantFrom('capture' as const, 'refund' as const, 'payout' as const),
  amount: fc.record({
    units: fc.bigInt({ min: -9000n, max: 9000n }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  fee: fc.bigInt({ min: -50n, max: 50n }),
  day: fc.integer({ min: 1, max: 9 }),
});

describe('balances by day', () => {
  it('begin where the day before ended, and come to all that moved', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), (drawn) => {
        const movements = drawn.map(movementOf);
        const days = balanceDays(movements, []);
        for (const [index, { opening, closing, movements: sums, ...day }] of days.entries()) {
          const before = days[index - 1];
          const goesOn = before?.provider === day.provider && before.currency === day.currency;
          expect(opening).toBe(goesOn ? before.closing : 0n);
          expect(Object.values(sums).reduce((total, each) => total + each, opening)).toBe(closing);
          expect(closing).toBe(totalUntil(movements, day));
          expect(day.difference).toBeNull();
        }
        expect(balanceDays([...movements].reverse(), [])).toEqual(days);
      }),
    );
  });

  it('say by how much the provider is off, with the sign, and nothing of what it did not say', () => {
    const movements = [line(1, 1000n, 30n), line(3, -200n, 0n)];
    const said = (day: string, units: bigint) =>
      ({ provider: 'stripe', day, closing: Money.of(units, 'EUR') }) as const;
    const reported = [said('2026-11-01', 970n), said('2026-11-02', 960n), said('2026-11-04', 771n)];
    const days = balanceDays(movements, reported);
    expect(days.map(({ day, closing, difference }) => [day, closing, difference])).toEqual([
      ['2026-11-01', 970n, 0n],
      ['2026-11-02', 970n, -10n],
      ['2026-11-03', 770n, null],
      ['2026-11-04', 770n, 1n],
    ]);
    expect(days[0]?.movements).toEqual({ capture: 1000n, fees: -30n });
  });
});

function movementOf({
  amount,
  fee,
  day,
  ...rest
}: typeof movement extends fc.Arbitrary<infer T> ? T : never): BalanceMovement {
  const { units, currency } = amount;
  return { ...rest, amount: Money.of(units, currency), fee: Money.of(fee, currency), at: at(day) };
}

function line(day: number, units: bigint, fee: bigint): BalanceMovement {
  const amounts = { amount: Money.of(units, 'EUR'), fee: Money.of(fee, 'EUR') };
  return { provider: 'stripe', kind: 'capture', ...amounts, at: at(day) };
}

function at(day: number): string {
  return `2026-11-0${day}T10:00:00.000Z`;
}

type Day = { readonly provider: string; readonly currency: string; readonly day: string };

function totalUntil(movements: readonly BalanceMovement[], { provider, currency, day }: Day) {
  return movements
    .filter((each) => each.provider === provider && each.amount.currency === currency)
    .filter((each) => each.at.slice(0, 10) <= day)
    .reduce((total, { amount, fee }) => total + amount.minorUnits - fee.minorUnits, 0n);
}
