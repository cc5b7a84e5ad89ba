import { SpreeFilter } from './spree-filter.js';

const HOUR = 3600;
const KIND = { hazard: 1e-9, window: 6 * HOUR, rate: 1 / HOUR };
const HONEST = 1e-5;

describe('weighing whether a spree has begun', () => {
  it('takes one odd payment for nothing much, and several in a row for a spree', () => {
    const filter = new SpreeFilter(KIND);
    const odds = [0, 1, 2, 3].map((hour) => odd(filter, hour).thief);
    expect(odds[0]).toBeLessThan(0.02);
    expect(odds[3]).toBeGreaterThan(10);
  });

  it('forgets it once it must be over', () => {
    const filter = new SpreeFilter(KIND);
    for (const hour of [0, 1, 2, 3]) odd(filter, hour);
    expect(odd(filter, 20).thief).toBeCloseTo(odd(new SpreeFilter(KIND), 20).thief);
  });

  it('lets payments that no thief would make speak against it', () => {
    const filter = new SpreeFilter({ ...KIND, share: 0.4 });
    odd(filter, 0);
    const before = filter.observe({ id: 'usual', at: HOUR }, 0, HONEST).all;
    const after = filter.observe({ id: 'usual-2', at: 2 * HOUR }, 0, HONEST).all;
    expect(after).toBeCloseTo(before * 0.6, 9);
  });

  it('believes in it once one of its payments turns out to be fraud', () => {
    const [told, untold] = [new SpreeFilter(KIND), new SpreeFilter(KIND)];
    for (const filter of [told, untold]) odd(filter, 0);
    told.label('0');
    const [known, unknown] = [told, untold].map((filter) => odd(filter, 1).thief);
    expect(known).toBeGreaterThan(50 * Number(unknown));
  });

  it('stays a number, however certain it becomes', () => {
    const filter = new SpreeFilter(KIND);
    for (let turn = 0; turn < 300; turn += 1) {
      const { thief, all } = filter.observe({ id: String(turn), at: turn }, 1e6, HONEST);
      expect(thief / (1 + all)).toBeGreaterThanOrEqual(0);
    }
  });

  it('begins only with the first payment where nothing else can be', () => {
    const filter = new SpreeFilter({ ...KIND, once: true });
    filter.observe({ id: 'usual', at: 0 }, 0, HONEST);
    expect(odd(filter, 1).all).toBe(0);
  });
});

function odd(filter: SpreeFilter, hour: number) {
  return filter.observe({ id: String(hour), at: hour * HOUR }, 100, HONEST);
}
