import { FEATURES } from '#fraud';
import fc from 'fast-check';
import { fitScaling, Scaler, transformsOf } from './transform.js';

describe('scaling', () => {
  it('takes the logarithm of amounts, counts and times, not of flags and rates', () => {
    const transforms = transformsOf();
    const of = (feature: (typeof FEATURES)[number]) => transforms[FEATURES.indexOf(feature)];
    expect(of('amountEur')).toBe('log');
    expect(of('customer1hCount')).toBe('log');
    expect(of('amountOverCustomerMeanRatio')).toBe('log');
    expect(of('night')).toBe('none');
    expect(of('merchantDelayed7dFraudRate')).toBe('none');
    expect(of('amountCustomerZScore')).toBe('none');
  });

  it('brings every column to mean 0 and deviation 1, and cuts off what is unheard of', () => {
    const scaler = new Scaler(fitScaling(Float32Array.of(1, 7, 3, 7), ['none', 'none']));
    const inputs = scaler.inputsOf(Float32Array.of(1, 7, 3, 7, 1e9, 7));
    expect(Array.from(inputs)).toEqual([-1, 0, 1, 0, 8, 0]);
  });

  it('looks nothing up that it would compute otherwise', () => {
    const means = [0.7, -2, 3];
    const deviations = [1.3, 0.01, 7];
    const scaler = new Scaler({ transforms: ['log', 'none', 'log'], means, deviations });
    const value = fc.oneof(fc.nat(40), fc.nat(), fc.double(), fc.constantFrom(-1, 2 ** 32, 0.5));
    fc.assert(
      fc.property(fc.tuple(value, value, value), (vector) => {
        const inputs = new Float32Array(3);
        scaler.scale(vector, inputs, 0);
        const computed = vector.map((raw, index) => {
          const scalable = index === 1 ? raw : Math.log1p(raw);
          const input = (scalable - (means[index] ?? 0)) / (deviations[index] ?? 1);
          return Math.fround(Math.max(-8, Math.min(8, input)));
        });
        expect(Array.from(inputs)).toEqual(computed);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a row the same inputs alone, among others, and from any kind of array', () => {
    const rows = Float32Array.of(0.1, 20, 3, 0.7, 5, 11);
    const scaler = new Scaler(fitScaling(rows, ['log', 'none']));
    const all = scaler.inputsOf(rows);
    [new Float32Array(2), new Float32Array(2)].forEach((alone, index) => {
      const row = rows.subarray(2 * index, 2 * index + 2);
      scaler.scale(index === 0 ? Float64Array.from(row) : Array.from(row), alone, 0);
      expect(alone).toEqual(all.slice(2 * index, 2 * index + 2));
    });
    expect(() => {
      scaler.scale([1], new Float32Array(2), 0);
    }).toThrow(/2 features, this one 1/);
  });
});
