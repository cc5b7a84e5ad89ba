import { FEATURES, type Feature } from './features.js';
import { reasonsOf } from './reasons.js';

describe('reasons', () => {
  it('tell one subject once, by the feature that weighs most', () => {
    const reasons = reasonsFor({ amountEur: 1, customer1dSumEur: 2, cardIpCountryMismatch: 2.5 });
    expect(reasons.map(({ feature, weight }) => [feature, weight])).toEqual([
      ['customer1dSumEur', 3],
      ['cardIpCountryMismatch', 2.5],
    ]);
  });

  it('leave out what speaks for the payment and what hardly matters', () => {
    const reasons = reasonsFor({ amountEur: 4, night: 0.01, deviceNew: -3 });
    expect(reasons.map(({ feature }) => feature)).toEqual(['amountEur']);
  });

  it('give the value of the feature, and five at most', () => {
    const all = Object.fromEntries(FEATURES.map((feature) => [feature, 1]));
    const reasons = reasonsFor(all);
    expect(reasons).toHaveLength(5);
    for (const { feature, value } of reasons) {
      expect(value).toBe(FEATURES.indexOf(feature as Feature));
    }
  });
});

function reasonsFor(contributions: Partial<Record<Feature, number>>) {
  const weights = FEATURES.map((feature) => contributions[feature] ?? 0);
  return reasonsOf(
    weights,
    Float64Array.from(FEATURES, (_, index) => index),
  );
}
