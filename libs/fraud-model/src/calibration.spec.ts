import { SeededRandom } from '#fraud';
import { fitCalibration } from './calibration.js';
import { sigmoid } from './network.js';

describe('calibration', () => {
  it('finds how logits turn into probabilities', () => {
    const random = new SeededRandom(1);
    const logits = Array.from({ length: 20_000 }, () => random.between(-6, 4));
    const frauds = logits.map((logit) => random.chance(sigmoid(0.5 * logit - 1)));
    const { slope, offset } = fitCalibration(logits, frauds);
    expect(slope).toBeCloseTo(0.5, 1);
    expect(offset).toBeCloseTo(-1, 1);
  });

  it('never turns the order of scores around', () => {
    expect(fitCalibration([-9, -8, 8, 9], [true, true, false, false]).slope).toBeGreaterThan(0);
  });
});
