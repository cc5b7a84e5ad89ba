import {
  aucOf,
  averagePrecisionOf,
  calibrationErrorOf,
  cardPrecisionOf,
  detectionAt,
} from './metrics.js';

describe('measures of a model', () => {
  it('rank frauds above honest payments', () => {
    expect(aucOf([0.9, 0.8, 0.3, 0.1], [true, false, true, false])).toBeCloseTo(0.75);
    expect(aucOf([0.5, 0.5], [true, false])).toBeCloseTo(0.5);
    expect(aucOf([0.5], [true])).toBeNaN();
  });

  it('average the precision over the frauds found', () => {
    const frauds = [true, false, true, false];
    expect(averagePrecisionOf([0.9, 0.8, 0.3, 0.1], frauds)).toBeCloseTo((1 + 2 / 3) / 2);
    // Equal scores have one rank: nothing is gained by the order of the rows.
    expect(averagePrecisionOf([0.5, 0.5, 0.5, 0.5], frauds)).toBeCloseTo(0.5);
    expect(averagePrecisionOf([0.5, 0.4], [false, false])).toBeNaN();
  });

  it('come to an end even where a score is no number', () => {
    expect(aucOf([NaN, 0.5, NaN], [true, false, true])).toEqual(expect.any(Number));
    expect(averagePrecisionOf([NaN, 0.5, NaN], [true, false, true])).toEqual(expect.any(Number));
  });

  it('count the frauds above the honest payments that may be bothered', () => {
    const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
    const frauds = [true, false, true, false, true, false];
    expect(detectionAt(scores, frauds, 0)).toBeCloseTo(1 / 3);
    expect(detectionAt(scores, frauds, 0.34)).toBeCloseTo(2 / 3);
    expect(detectionAt(scores, frauds, 1)).toBe(1);
  });

  it('look at the most suspected cards of each day, and at none twice once it is found', () => {
    const rows = [
      { day: 0, customer: 'a', score: 0.9, fraud: true },
      { day: 0, customer: 'b', score: 0.8, fraud: false },
      { day: 0, customer: 'c', score: 0.1, fraud: true },
      { day: 1, customer: 'a', score: 0.9, fraud: true },
      { day: 1, customer: 'c', score: 0.5, fraud: true },
      { day: 1, customer: 'c', score: 0.2, fraud: false },
    ];
    const origins = rows.map(({ day, customer, fraud }) => ({ at: day * 86_400, customer, fraud }));
    const scores = rows.map(({ score }) => score);
    expect(cardPrecisionOf(scores, origins, 1)).toEqual([1, 1]);
    expect(cardPrecisionOf(scores, origins, 2)).toEqual([0.5, 0.5]);
  });

  it('tell how far scores are from probabilities', () => {
    const frauds = Array.from({ length: 1500 }, (_, row) => row % 10 === 0);
    const calibrated = calibrationErrorOf(Array<number>(1500).fill(0.1), frauds);
    expect(calibrated.ece).toBeCloseTo(0, 2);
    expect(calibrated.brier).toBeCloseTo(0.09);
    expect(calibrationErrorOf(Array<number>(1500).fill(0.6), frauds).ece).toBeCloseTo(0.5, 1);
  });
});
