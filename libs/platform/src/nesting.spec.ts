import { refuseDeepNesting } from './nesting.js';

describe('the nesting of a body', () => {
  it('is taken as documented and refused far beyond it', () => {
    refuseDeepNesting({ amount: { amount: '1', currency: 'EUR' } });
    refuseDeepNesting(undefined);
    const deep: unknown = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000));
    expect(() => {
      refuseDeepNesting(deep);
    }).toThrow('documented form');
  });
});
