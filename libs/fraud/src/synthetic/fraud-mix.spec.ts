import { DEFAULT_MIX, FRAUD_SHARES, HARD_MIX, moreOf, type FraudMix } from './fraud-mix.js';
import { syntheticPayments } from './index.js';

const TOWN = { days: 40, customers: 1_500, merchants: 750 };

describe('the mix of frauds', () => {
  it('has shares that add up to one', () => {
    const total = Object.values(FRAUD_SHARES).reduce((sum, share) => sum + share, 0);
    expect(total).toBeCloseTo(100, 9);
  });

  it('comes out as published where payments are made up', () => {
    const { percent, fraudShare } = percentOf(DEFAULT_MIX);
    Object.values(FRAUD_SHARES).forEach((share, index) => {
      expect(Math.abs((percent[index] ?? 0) - share)).toBeLessThan(4);
    });
    expect(fraudShare).toBeGreaterThan(0.006);
    expect(fraudShare).toBeLessThan(0.009);
  });

  it('is a harder one where more of the frauds look like honest payments', () => {
    const [easier, harder] = [DEFAULT_MIX, HARD_MIX].map((mix) => percentOf(mix).percent);
    const hidden = (percent: readonly number[] = []) => (percent[3] ?? 0) + (percent[4] ?? 0);
    expect(hidden(harder)).toBeGreaterThan(1.4 * hidden(easier));
  });

  it('can be given with more of some kinds', () => {
    const more = moreOf(DEFAULT_MIX, { testedCards: 3 });
    expect(more.testedCards).toBeCloseTo(3 * DEFAULT_MIX.testedCards);
    expect({ ...more, testedCards: DEFAULT_MIX.testedCards }).toEqual(DEFAULT_MIX);
  });
});

/** Of the frauds of some months, in percent, in the order of the shares. */
function percentOf(mix: FraudMix) {
  const counts = Object.keys(FRAUD_SHARES).map(() => 0);
  let payments = 0;
  for (let seed = 1; seed <= 5; seed += 1) {
    for (const fact of syntheticPayments({ ...TOWN, seed, mix })) {
      if (fact.kind === 'label') continue;
      payments += 1;
      if (fact.scenario > 0) counts[fact.scenario - 1] = (counts[fact.scenario - 1] ?? 0) + 1;
    }
  }
  const frauds = counts.reduce((sum, count) => sum + count, 0);
  return { percent: counts.map((count) => (100 * count) / frauds), fraudShare: frauds / payments };
}
