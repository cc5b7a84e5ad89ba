import { secondsOf } from '../instant.js';
import { syntheticPayments, type SyntheticFact } from './index.js';

const OPTIONS = { seed: 5, days: 60, customers: 800, merchants: 200 };

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
    const scenarios = new Set(payments.map(({ scenario }) => scenario));
    expect([...scenarios].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const share = payments.filter(({ fraud }) => fraud).length / payments.length;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.03);
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

function isLabel({ kind }: SyntheticFact): boolean {
  return kind === 'label';
}
