import { secondsOf } from '../instant.js';
import { HARD_MIX } from './fraud-mix.js';
import { syntheticPayments, type SyntheticFact } from './index.js';

const OPTIONS = { seed: 5, days: 60, customers: 800, merchants: 500 };

describe('made-up payments', () => {
  const facts = [...syntheticPayments(OPTIONS)];
  const payments = facts.filter((fact) => fact.kind === 'payment');

  it('are the same for the same options', () => {
    const again = [...syntheticPayments({ ...OPTIONS, days: 3 })];
    expect(JSON.stringify(again)).toBe(
      JSON.stringify([...syntheticPayments({ ...OPTIONS, days: 3 })]),
    );
    const other = [...syntheticPayments({ ...OPTIONS, days: 3, seed: 6 })];
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(again));
  });

  it('come in order of time, each once', () => {
    const times = payments.map(({ payment }) => secondsOf(payment.occurredAt));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(payments.map(({ payment }) => payment.paymentId)).size).toBe(payments.length);
  });

  it('have every kind of fraud, and little of it', () => {
    // Skimmed merchants are rare, so it takes many merchants.
    const town = [...syntheticPayments({ ...OPTIONS, merchants: 4_000, mix: HARD_MIX })];
    const scenarios = new Set(town.flatMap((fact) => ('scenario' in fact ? fact.scenario : [])));
    expect([...scenarios].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const share = payments.filter(({ fraud }) => fraud).length / payments.length;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.03);
  });

  it('go to merchants of every size, and to one alone', () => {
    const perDay = sizesOf(payments);
    expect(perDay[0]).toBeGreaterThan(20);
    expect(perDay[Math.floor(perDay.length / 2)]).toBeLessThan(1.5);
    const alone = [...syntheticPayments({ ...OPTIONS, days: 3, merchants: 1 })];
    expect(sizesOf(alone.filter((fact) => fact.kind === 'payment'))).toHaveLength(1);
  });

  it('are not skimmed where thousands pay', () => {
    const large = { ...OPTIONS, merchants: 3, days: 40 };
    for (const fact of syntheticPayments(large)) {
      if (fact.kind === 'payment') expect(fact.scenario).not.toBe(4);
    }
  });

  it('come in honest rushes too, when a merchant has a sale', () => {
    const shop = [...syntheticPayments({ ...OPTIONS, seed: 9, merchants: 1 })];
    const hours = new Map<number, number>();
    for (const fact of shop) {
      if (fact.kind !== 'payment' || fact.fraud) continue;
      const hour = Math.floor(secondsOf(fact.payment.occurredAt) / 3600);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    const perHour = [...hours.values()].sort((a, b) => a - b);
    const median = perHour[Math.floor(perHour.length / 2)] ?? 0;
    expect(perHour.at(-1)).toBeGreaterThan(4.5 * median);
  });

  it('learn of a fraud only after it happened', () => {
    const seen = new Map<string, boolean>();
    for (const fact of facts) {
      if (fact.kind === 'payment') seen.set(fact.payment.paymentId, fact.fraud);
      else expect(seen.get(fact.paymentId)).toBe(true);
    }
    expect(facts.some(isLabel)).toBe(true);
  });

  it('send only what a transaction file has, where merchants send no more', () => {
    const bare = [...syntheticPayments({ ...OPTIONS, days: 3, bareShare: 1 })];
    for (const fact of bare) {
      if (fact.kind !== 'payment') continue;
      const { deviceId, ipCountry, shippingCountry, card } = fact.payment;
      expect([deviceId, ipCountry, shippingCountry, card?.country ?? null]).toEqual(
        Array(4).fill(null),
      );
    }
  });
});

type Payment = Extract<SyntheticFact, { kind: 'payment' }>;

/** Payments a day of every merchant, the largest first. */
function sizesOf(some: readonly Payment[]): number[] {
  const counts = new Map<string, number>();
  for (const { payment } of some) {
    counts.set(payment.merchantId, (counts.get(payment.merchantId) ?? 0) + 1);
  }
  return [...counts.values()].map((count) => count / OPTIONS.days).sort((a, b) => b - a);
}

function isLabel({ kind }: SyntheticFact): boolean {
  return kind === 'label';
}
