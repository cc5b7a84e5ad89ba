import { SeededRandom } from './seeded-random.js';

describe('seeded random numbers', () => {
  it('repeat with their seed and differ without', () => {
    const numbers = (seed: number) => {
      const random = new SeededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it('are spread evenly, normally and rarely as asked', () => {
    const random = new SeededRandom(7);
    const mean = (draw: () => number) => {
      let sum = 0;
      for (let index = 0; index < 20_000; index += 1) sum += draw();
      return sum / 20_000;
    };
    expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => random.poisson(0.3))).toBeCloseTo(0.3, 1);
  });

  it('permute without losing anything', () => {
    const order = new SeededRandom(3).permutation(100);
    expect([...order].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
    expect([...order]).not.toEqual([...Array(100).keys()]);
  });
});
