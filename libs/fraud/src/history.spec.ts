import fc from 'fast-check';
import { History, type Marks } from './history.js';
import { DAY, HOUR } from './instant.js';

const LIMITS = { bucketsMax: 1000, horizonSeconds: 67 * DAY };
const PLAIN: Marks = { large: false, first: false, odd: false, log: 0, logRatio: 0, raised: 0 };
const payments = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 90 * DAY }),
    euro: fc.integer({ min: 1, max: 500 }),
    marks: fc.record({
      large: fc.boolean(),
      first: fc.boolean(),
      odd: fc.boolean(),
      log: fc.integer({ min: -3, max: 9 }),
      logRatio: fc.integer({ min: -2, max: 2 }),
      raised: fc.integer({ min: -1, max: 3 }),
    }),
  }),
  { maxLength: 60 },
);

describe('a history', () => {
  it('counts its windows exactly, in any order of payments', () => {
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
          expect(totals.large).toBe(inside.filter(({ marks }) => marks.large).length);
        });
      }),
    );
  });

  it('weighs whether something began with any of the payments of a window', () => {
    const history = historyOf(
      [-1, 2, 3].map((raised, day) => ({
        at: (day + 1) * DAY,
        euro: 1,
        marks: { ...PLAIN, raised },
      })),
    );
    const since = [Math.exp(3), Math.exp(3 + 2), Math.exp(3 + 2 - 1)];
    const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 1);
    expect(history.raisedLogOdds(3 * DAY, 9 * DAY)).toBeCloseTo(Math.log(sum(since)), 9);
    expect(history.raisedLogOdds(3 * DAY, 2 * DAY)).toBeCloseTo(
      Math.log(sum(since.slice(0, 2))),
      9,
    );
    expect(history.raisedLogOdds(0, 9 * DAY)).toBe(0);
  });

  it('stays a number, however much speaks for it', () => {
    const marks = { ...PLAIN, raised: 3 };
    const much = Array.from({ length: 500 }, (_, turn) => ({ at: turn, euro: 1, marks }));
    expect(historyOf(much).raisedLogOdds(600, DAY)).toBeLessThan(40);
  });

  it('adds up the marks of its windows', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 0, max: 95 * DAY }), (added, end) => {
        const history = historyOf(added);
        const newest = Math.max(...added.map(({ at }) => at));
        const inside = added.filter(
          ({ at }) => at > newest - LIMITS.horizonSeconds && at > end - 30 * DAY && at <= end,
        );
        const [, totals] = history.marks(end, [DAY, 30 * DAY] as const);
        const sumOf = (valueOf: (marks: Marks) => number) =>
          inside.reduce((sum, { marks }) => sum + valueOf(marks), 0);
        expect(totals.count).toBe(inside.length);
        expect(totals.firsts).toBe(sumOf(({ first }) => Number(first)));
        expect(totals.odd).toBe(sumOf(({ odd }) => Number(odd)));
        expect(totals.logs).toBe(sumOf(({ log }) => log));
        expect(totals.logSquares).toBe(sumOf(({ log }) => log * log));
        expect(totals.logRatios).toBe(sumOf(({ logRatio }) => logRatio));
      }),
    );
  });

  it('finds its known frauds, and forgets those taken back', () => {
    const history = historyOf(
      [1, 2, 3, 4].map((day) => ({ at: day * DAY, euro: 1, marks: PLAIN })),
    );
    history.countFraud(2 * DAY, 1);
    history.countFraud(3 * DAY, 1);
    expect(history.fraudTimes(10 * DAY)).toEqual({ first: 2 * DAY, last: 3 * DAY });
    expect(history.fraudTimes(2 * DAY)).toEqual({ first: 2 * DAY, last: 2 * DAY });
    expect(history.fraudShareOfLast(10 * DAY, 3)).toBeCloseTo(2 / 3);
    history.countFraud(3 * DAY, -1);
    expect(history.fraudTimes(10 * DAY)).toEqual({ first: 2 * DAY, last: 2 * DAY });
  });

  it('stays bounded and complete in sum', () => {
    const history = new History();
    const limits = { bucketsMax: 64, horizonSeconds: 67 * DAY };
    const marks = { ...PLAIN, log: 1, first: true };
    for (let at = 1; at <= 5000; at += 1) history.add({ at, euro: 2, marks }, limits);
    expect(history.values.length / 12).toBeLessThanOrEqual(64);
    const [{ logs, firsts }] = history.marks(5000, [6000] as const);
    expect([logs, firsts]).toEqual([5000, 5000]);
    const [all] = history.totals(5000, [6000] as const);
    expect([all.count, all.sum]).toEqual([5000, 10_000]);
    history.countFraud(3, 1);
    expect(history.totals(5000, [6000])[0]?.frauds).toBe(1);
  });

  it.each([0.2, 5, 60, 900])('is as exact for long windows as for short, %d s apart', (gap) => {
    const history = new History();
    const limits = { bucketsMax: 256, horizonSeconds: 67 * DAY };
    const end = gap * 40_000;
    for (let turn = 1; turn <= 40_000; turn += 1) {
      history.add({ at: Math.floor(turn * gap), euro: 1, marks: PLAIN }, limits);
    }
    const widths = [10 * 60, HOUR, DAY, 7 * DAY, 28 * DAY].filter((width) => width < end / 2);
    const delay = Math.min(end / 4, 7 * DAY);
    for (const to of [end, end - delay]) {
      history.totals(to, widths).forEach(({ count }, index) => {
        const width = widths[index] ?? 0;
        // What is `delay` ago is as coarse as a window that begins there.
        const slack = 1 + (0.25 * (end - to)) / gap;
        expect(count).toBeGreaterThanOrEqual(width / gap - slack);
        expect(count).toBeLessThanOrEqual((1.25 * width) / gap + slack);
      });
    }
  });

  it('forgets what is older than its horizon, however many payments there are', () => {
    const history = new History();
    const limits = { bucketsMax: 256, horizonSeconds: 10 * DAY };
    for (let turn = 0; turn < 30_000; turn += 1) {
      history.add({ at: turn * 100, euro: 1, marks: PLAIN }, limits);
    }
    const [all] = history.totals(30_000 * 100, [400 * DAY] as const);
    expect(all.count).toBeLessThan(1.3 * 8_640);
  });

  it('ends a run of frauds where most of a bucket is known to be honest', () => {
    const history = new History();
    const limits = { bucketsMax: 64, horizonSeconds: 67 * DAY };
    for (let turn = 0; turn < 20_000; turn += 1) {
      history.add({ at: turn * 200, euro: 1, marks: PLAIN }, limits);
      if (turn % 100 === 0) history.countFraud(turn * 200, 1);
    }
    const end = 20_000 * 200;
    expect(history.fraudRun(end, end)?.frauds ?? 0).toBeLessThanOrEqual(2);
  });
});

function historyOf(added: readonly { at: number; euro: number; marks: Marks }[]): History {
  const history = new History();
  for (const payment of added) history.add(payment, LIMITS);
  return history;
}
