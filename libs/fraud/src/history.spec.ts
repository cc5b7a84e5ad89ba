import fc from 'fast-check';
import { History } from './history.js';
import { DAY } from './instant.js';

const LIMITS = { bucketsMax: 1000, horizonSeconds: 67 * DAY };
const payments = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 90 * DAY }),
    euro: fc.integer({ min: 1, max: 500 }),
    large: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe('a history', () => {
  it('counts its windows exactly, in whatever order the payments came', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 0, max: 95 * DAY }), (added, end) => {
        const history = historyOf(added);
        const newest = Math.max(...added.map(({ at }) => at));
        const kept = added.filter(({ at }) => at > newest - LIMITS.horizonSeconds);
        const widths = [DAY, 30 * DAY];
        history.totals(end, widths).forEach((totals, index) => {
          const from = end - (widths[index] ?? 0);
          const inside = kept.filter(({ at }) => at > from && at <= end);
          expect(totals.count).toBe(inside.length);
          expect(totals.sum).toBe(inside.reduce((sum, { euro }) => sum + euro, 0));
          expect(totals.max).toBe(Math.max(0, ...inside.map(({ euro }) => euro)));
          expect(totals.large).toBe(inside.filter(({ large }) => large).length);
        });
      }),
    );
  });

  it('finds its known frauds, and forgets those taken back', () => {
    const history = historyOf(
      [1, 2, 3, 4].map((day) => ({ at: day * DAY, euro: 1, large: false })),
    );
    history.countFraud(2 * DAY, 1);
    history.countFraud(3 * DAY, 1);
    expect(history.fraudTimes(10 * DAY)).toEqual({ first: 2 * DAY, last: 3 * DAY });
    expect(history.fraudTimes(2 * DAY)).toEqual({ first: 2 * DAY, last: 2 * DAY });
    expect(history.fraudShareOfLast(10 * DAY, 3)).toBeCloseTo(2 / 3);
    history.countFraud(3 * DAY, -1);
    expect(history.fraudTimes(10 * DAY)).toEqual({ first: 2 * DAY, last: 2 * DAY });
  });

  it('stays bounded, exact for what is recent and complete in sum', () => {
    const history = new History();
    const limits = { bucketsMax: 64, horizonSeconds: 67 * DAY };
    for (let at = 1; at <= 5000; at += 1) history.add({ at, euro: 2, large: false }, limits);
    expect(history.values.length / 7).toBeLessThanOrEqual(64);
    const [recent, all] = history.totals(5000, [10, 6000] as const);
    expect(recent.count).toBe(10);
    expect([all.count, all.sum]).toEqual([5000, 10_000]);
    history.countFraud(3, 1);
    expect(history.totals(5000, [6000])[0]?.frauds).toBe(1);
  });
});

function historyOf(added: readonly { at: number; euro: number; large: boolean }[]): History {
  const history = new History();
  for (const payment of added) history.add(payment, LIMITS);
  return history;
}
