import { FEATURES } from '#fraud';
import { fitScaling, scaled, transformsOf } from './transform.js';

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
    const scaling = fitScaling(Float32Array.of(1, 7, 3, 7), ['none', 'none']);
    expect([scaled(1, 0, scaling), scaled(3, 0, scaling)]).toEqual([-1, 1]);
    expect(scaled(7, 1, scaling)).toBe(0);
    expect(scaled(1e9, 0, scaling)).toBe(8);
  });
});
