import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from './instant.js';
import { MerchantScale, someOf } from './merchant-scale.js';

const WEEKS = 28 * DAY;

describe('the scale of a merchant', () => {
  it('leaves a small merchant as it is', () => {
    const scale = new MerchantScale(4 * 28, WEEKS);
    expect([scale.count(3, DAY), scale.count(9, 7 * DAY), scale.count(2, HOUR)]).toEqual([3, 9, 2]);
    expect(scale.seconds(DAY)).toBeCloseTo(DAY, 0);
    expect(someOf(5, 20, 7 * DAY)).toBe(5);
  });

  it('tells the ordinary hour, day and fraud of merchants of all sizes alike', () => {
    fc.assert(
      fc.property(fc.double({ min: 4, max: 1e6, noNaN: true }), (perDay) => {
        const scale = new MerchantScale(perDay * 28, WEEKS);
        expect(scale.count(perDay, DAY)).toBeCloseTo(4, 1);
        expect(scale.count(perDay * 7, 7 * DAY)).toBeCloseTo(28, 0);
        expect(scale.count((perDay / DAY) * HOUR, HOUR)).toBeLessThanOrEqual(1.01);
        expect(scale.count((perDay / DAY) * 10 * MINUTE, 10 * MINUTE)).toBeLessThanOrEqual(1.01);
        expect(someOf(perDay * 0.01, perDay, DAY)).toBeCloseTo(0.04, 1);
        // After as many payments as a small one has in a day.
        expect(scale.seconds((4 / perDay) * DAY) / DAY).toBeCloseTo(1, 1);
      }),
    );
  });

  it('shows a rush at a large merchant, by how much more than usual it is', () => {
    const scale = new MerchantScale(2_880 * 28, WEEKS);
    expect(scale.count(200, 10 * MINUTE)).toBeCloseTo(10, 0);
  });

  it('gets used to a large start within hours, and to a few payments not at all', () => {
    const afterHours = new MerchantScale(500, 3 * HOUR);
    expect(afterHours.count(30, 10 * MINUTE)).toBeLessThan(4);
    const firstMinutes = new MerchantScale(5, 5 * MINUTE);
    expect(firstMinutes.count(5, 10 * MINUTE)).toBe(5);
  });
});
