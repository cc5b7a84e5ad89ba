import { compare, type Evaluation } from './comparison.js';

describe('champion against challenger', () => {
  it('is won by a gain in precision without a loss at the top of the list', () => {
    expect(compare(result(0.7, [0.3, 0.3]), result(0.72, [0.3, 0.32]))).toMatchObject({
      better: true,
    });
  });

  it.each([
    ['no gain', result(0.7, [0.5, 0.5])],
    ['a worse top of the list', result(0.8, [0.2, 0.3])],
    ['more days lost than won', result(0.8, [0.29, 0.29, 0.9])],
  ])('is lost by %s', (_, challenger) => {
    expect(compare(result(0.7, [0.3, 0.3, 0.3]), challenger).better).toBe(false);
  });

  it('is lost when nothing can be measured', () => {
    expect(compare(result(NaN, []), result(NaN, [])).better).toBe(false);
  });
});

function result(averagePrecision: number, byDay: readonly number[]): Evaluation {
  const none = { frauds: 0, honest: 0 };
  const mean = byDay.reduce((sum, day) => sum + day, 0) / byDay.length;
  return {
    averagePrecision,
    auc: 0.9,
    cardPrecision: mean,
    cardPrecisionByDay: byDay,
    rows: 1,
    frauds: 1,
    detectionAtOnePercent: 0,
    ece: 0,
    brier: 0,
    reviewed: none,
    declined: none,
  };
}
