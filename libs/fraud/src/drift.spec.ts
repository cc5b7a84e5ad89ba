import { driftBandOf, psiOf, Reservoir } from './drift.js';
import { SeededRandom } from './seeded-random.js';

describe('the population stability index', () => {
  it('is nothing for the same distribution and grows as it moves', () => {
    const [same, shifted, far] = [0, 0.4, 1.5].map((by) => psiOf(normals(1, 0), normals(2, by)));
    expect(driftBandOf(same ?? NaN)).toBe('quiet');
    expect(driftBandOf(shifted ?? NaN)).toBe('look');
    expect(driftBandOf(far ?? NaN)).toBe('alarm');
  });

  it('agrees with the sum over two bins, computed by hand', () => {
    // Half and half against a quarter and three quarters: 2 × .25 × ln(2 or 1.5), smoothed.
    const reference = [...Array<number>(5000).fill(0), ...Array<number>(5000).fill(1)];
    const current = [...Array<number>(2500).fill(0), ...Array<number>(7500).fill(1)];
    const wanted = 0.25 * Math.log(2) + 0.25 * Math.log(1.5);
    expect(psiOf(reference, current)).toBeCloseTo(wanted, 3);
  });

  it('is finite where a value was never seen before, and unknown without values', () => {
    expect(Number.isFinite(psiOf([0, 0, 0], [9, 9, 9]))).toBe(true);
    expect([psiOf([], [1]), psiOf([1], [])]).toEqual([null, null]);
  });

  it.each([
    [0.0999, 'quiet'],
    [0.1, 'look'],
    [0.2499, 'look'],
    [0.25, 'alarm'],
  ])('of %s is %s', (psi, band) => {
    expect(driftBandOf(psi)).toBe(band);
  });
});

describe('a reservoir', () => {
  it('keeps a fair sample of a bounded size', () => {
    const reservoir = new Reservoir<number>(500, 1);
    for (let item = 0; item < 20_000; item += 1) reservoir.add(item);
    const mean = reservoir.items.reduce((sum, item) => sum + item, 0) / reservoir.items.length;
    expect([reservoir.items.length, reservoir.seen]).toEqual([500, 20_000]);
    expect(Math.abs(mean - 10_000)).toBeLessThan(1_000);
  });
});

function normals(seed: number, by: number): number[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: 5000 }, () => random.normal() + by);
}
