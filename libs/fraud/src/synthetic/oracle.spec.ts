import { DAY } from '../instant.js';
import { SeededRandom } from '../seeded-random.js';
import { syntheticPayments, type SyntheticFact } from './index.js';
import { delayOf, labelledBy } from './label-delay.js';
import { Oracle } from './oracle.js';

const WORLD = { seed: 6, days: 30, customers: 300, merchants: 150 };
const facts = [...syntheticPayments(WORLD)];

describe('the oracle of a made-up world', () => {
  const scores = scoresOf(facts);
  const payments = facts.filter((fact) => fact.kind === 'payment');

  it('finds most frauds among few payments, by probabilities that add up', () => {
    const frauds = payments.filter(({ fraud }) => fraud).length;
    const expected = scores.reduce((sum, score) => sum + score, 0);
    expect(expected / frauds).toBeGreaterThan(0.6);
    expect(expected / frauds).toBeLessThan(1.6);

    const ranked = payments
      .map(({ fraud }, row) => ({ fraud, score: scores[row] ?? 0 }))
      .sort((a, b) => b.score - a.score);
    const found = ranked.slice(0, payments.length * 0.02).filter(({ fraud }) => fraud).length;
    expect(found / frauds).toBeGreaterThan(0.75);
  });

  it('is not told the truth', () => {
    const lies = facts.map((fact) =>
      fact.kind === 'payment' ? { ...fact, fraud: !fact.fraud, scenario: 6 - fact.scenario } : fact,
    );
    expect(scoresOf(lies)).toEqual(scores);
  });

  it('lets no label change an earlier score', () => {
    const cut = Math.floor(facts.length / 2);
    const until = facts.slice(0, cut).filter(({ kind }) => kind === 'payment').length;
    const silent = facts.filter(({ kind }, index) => index < cut || kind === 'payment');
    const deaf = scoresOf(silent);
    expect(deaf.slice(0, until)).toEqual(scores.slice(0, until));
    expect(deaf).not.toEqual(scores);
  });

  it('knows how many frauds of an age are known', () => {
    const random = new SeededRandom(3);
    const delays = Array.from({ length: 20_000 }, () => delayOf(random));
    for (const days of [0.01, 0.5, 3, 9, 20, 61]) {
      const known = delays.filter((delay) => delay <= days * DAY).length / delays.length;
      expect(Math.abs(labelledBy(days * DAY) - known)).toBeLessThan(0.02);
    }
  });
});

function scoresOf(some: readonly SyntheticFact[]): number[] {
  const oracle = new Oracle(WORLD);
  return some.flatMap((fact) => oracle.observe(fact) ?? []);
}
