import { rateFor, rateOf, ratesOf } from './rate.js';

describe('limits as they are configured', () => {
  it('are the usual ones, which let 5,000 payments a second through', () => {
    const usual = rateFor(ratesOf(''), 'shop', 'commands');
    expect((usual?.count ?? 0) / (usual?.seconds ?? 1)).toBeGreaterThan(5_000);
  });

  it('are of a class, of one client, or lifted', () => {
    const rates = ratesOf('reads=100/min, shop:reads=off,till-1:reads=7/h');
    expect(rateFor(rates, 'other', 'reads')).toEqual({ count: 100, seconds: 60 });
    expect(rateFor(rates, 'shop', 'reads')).toBeNull();
    expect(rateFor(rates, 'till-1', 'reads')).toEqual({ count: 7, seconds: 3_600 });
    expect(rateFor(rates, 'shop', 'exports')).toEqual({ count: 120, seconds: 60 });
  });

  it.each(['reads', 'reads=5', 'read=5/s', 'reads=0/s', 'reads=5/d', 'Shop:reads=5/s'])(
    'name what %j should be',
    (text) => {
      expect(() => ratesOf(text)).toThrow(/must be .*100\/s/);
    },
  );

  it('may be one rate alone', () => {
    expect([rateOf('1/s'), rateOf('off')]).toEqual([{ count: 1, seconds: 1 }, null]);
  });
});
