import fc from 'fast-check';
import { instantOf, isNight, isWeekend, secondsOf } from './instant.js';

const seconds = fc.integer({ min: 0, max: 4_102_444_799 });

describe('instants without a clock', () => {
  it('agree with Date in both directions', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = new Date(second * 1000).toISOString();
        expect(secondsOf(instant)).toBe(second);
        expect(instantOf(second)).toBe(instant.replace('.000Z', 'Z'));
      }),
    );
  });

  it('know weekends and nights as Date does', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1000);
        expect(isWeekend(second)).toBe([0, 6].includes(date.getUTCDay()));
        expect(isNight(second)).toBe(date.getUTCHours() <= 6);
      }),
    );
  });

  it.each(['2026-01-31', '2026-01-31T09:30:00+01:00', 'yesterday', ''])('refuse "%s"', (text) => {
    expect(() => secondsOf(text)).toThrow(RangeError);
  });
});
