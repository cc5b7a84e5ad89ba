import { thresholdsOf } from './thresholds.js';

describe('thresholds', () => {
  it('bother no more honest payers than they may', () => {
    const scores = Array.from({ length: 10_000 }, (_, row) => row / 10_000);
    const frauds = scores.map(() => false);
    const { reviewMin, declineMin } = thresholdsOf(scores, frauds);
    const above = (min: number) => scores.filter((score) => score >= min).length / scores.length;
    expect(above(reviewMin)).toBeLessThanOrEqual(0.1);
    expect(reviewMin).toBe(0.9);
    expect(above(declineMin)).toBeLessThanOrEqual(0.0011);
  });

  it('stay sensible for a model without any suspicion', () => {
    expect(thresholdsOf([0, 0, 0, 1], [false, false, false, true])).toEqual({
      reviewMin: 0.015,
      declineMin: 0.87,
    });
  });
});
