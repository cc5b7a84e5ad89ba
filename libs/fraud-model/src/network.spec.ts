import { SeededRandom } from '#fraud';
import { contributionsOf } from './explain.js';
import { Network, type Layer } from './network.js';

const random = new SeededRandom(11);
const network = new Network([layer(6, 8), layer(8, 4), layer(4, 1)]);
const inputs = (): Float64Array => Float64Array.from({ length: 6 }, () => random.normal());

describe('a network', () => {
  it('computes rectified layers and a plain last one', () => {
    const kernel = Float32Array.of(1, -1, 2, 3);
    const small = new Network([
      { inputs: 2, outputs: 2, kernel, bias: Float32Array.of(0.5, 0) },
      { inputs: 2, outputs: 1, kernel: Float32Array.of(2, 1), bias: Float32Array.of(-10) },
    ]);
    // (1·1 + 2·1 + 0.5, −1·1 + 3·1) = (3.5, 2), then 2·3.5 + 2 − 10.
    expect(small.logit([1, 1])).toBeCloseTo(-1);
    expect(small.logit([-1, 0])).toBeCloseTo(-9);
  });

  it('knows how its logit changes with each input', () => {
    for (let round = 0; round < 20; round += 1) {
      const point = inputs();
      network.gradient(point).forEach((slope, index) => {
        const step = 1e-6;
        const [above, below] = [point.slice(), point.slice()];
        above[index] = (point[index] ?? 0) + step;
        below[index] = (point[index] ?? 0) - step;
        const measured = (network.logit(above) - network.logit(below)) / (2 * step);
        expect(slope).toBeCloseTo(measured, 3);
      });
    }
  });

  it('averages its gradients along a way as it would one by one', () => {
    const [from, to] = [inputs(), inputs()];
    const middles = [0.125, 0.375, 0.625, 0.875].map((share) =>
      network.gradient(from.map((value, index) => value + share * ((to[index] ?? 0) - value))),
    );
    network.meanGradient(from, to, 4).forEach((slope, index) => {
      const sum = middles.reduce((total, gradient) => total + (gradient[index] ?? 0), 0);
      expect(slope).toBeCloseTo(sum / 4, 10);
    });
  });

  it('explains the whole difference to the reference', () => {
    for (let round = 0; round < 20; round += 1) {
      const [point, reference] = [inputs(), inputs()];
      const total = contributionsOf(network, point, reference).reduce((sum, part) => sum + part, 0);
      const difference = network.logit(point) - network.logit(reference);
      expect(Math.abs(total - difference)).toBeLessThan(0.02 * Math.max(1, Math.abs(difference)));
    }
  });
});

function layer(inputs: number, outputs: number): Layer {
  const weights = (length: number) => Float32Array.from({ length }, () => random.normal() / 2);
  return { inputs, outputs, kernel: weights(inputs * outputs), bias: weights(outputs) };
}
