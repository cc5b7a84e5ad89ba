import { FEATURES, SeededRandom } from '#fraud';
import { fitCalibration } from './calibration.js';
import { Dataset } from './dataset.js';
import { FraudModel } from './fraud-model.js';
import { sigmoid } from './network.js';
import { train } from './training.js';
import { boost } from './trees/boosting.js';

const WEIGHT = 20;

describe('a row that stands for others', () => {
  it('counts in the calibration as if they all were there', () => {
    const random = new SeededRandom(1);
    const logits = Array.from({ length: 200 }, () => random.between(-4, 4));
    const frauds = logits.map((logit) => random.chance(sigmoid(logit)));
    const weights = logits.map((_, row) => (row % 10 === 0 ? 3 : 1));
    const repeated = <T>(list: readonly T[]) =>
      list.flatMap((each, row) => Array<T>(weights[row] ?? 1).fill(each));
    const weighted = fitCalibration(logits, frauds, weights);
    const spelt = fitCalibration(repeated(logits), repeated(frauds));
    expect(weighted.slope).toBeCloseTo(spelt.slope, 9);
    expect(weighted.offset).toBeCloseTo(spelt.offset, 9);
    expect(weighted.offset).not.toBeCloseTo(fitCalibration(logits, frauds).offset, 3);
  });

  it('counts in the trees as if they all were there', () => {
    const rows = Float32Array.from({ length: 400 }, (_, row) => row % 4);
    const frauds = Array.from(rows, (value, row) => row % (5 + value) === 0);
    const weights = frauds.map((fraud, row) => (fraud && rows[row] === 2 ? 3 : 1));
    const more = weights.flatMap((weight, row) => Array<number>(weight).fill(row));
    const options = { count: 10, depth: 2, learningRate: 0.3, ridge: 1, curveMin: 1 };
    const growth = { ...options, columnShare: 1, seed: 1 };
    const weighted = boost(rows, frauds, growth, weights);
    const spelt = boost(
      Float32Array.from(more, (row) => rows[row] ?? 0),
      more.map((row) => frauds[row] ?? false),
      growth,
    );
    expect(weighted.features).toEqual(spelt.features);
    weighted.leaves.forEach((leaf, index) => {
      expect(leaf).toBeCloseTo(spelt.leaves[index] ?? NaN, 5);
    });
  });

  it('counts in the whole training', async () => {
    const plain = await scoresOf(1);
    const weighted = await scoresOf(WEIGHT);
    // Frauds are rarer among the dear ones, but those few stand for many.
    expect(plain.cheap).toBeGreaterThan(plain.dear);
    expect(weighted.dear).toBeGreaterThan(weighted.cheap);
  }, 60_000);

  it('changes what the data is known by', () => {
    expect(madeUp(1).hash()).not.toBe(madeUp(2).hash());
    expect(madeUp(1).weights).toBeNull();
  });
});

/** Scores of both kinds of payments by a model that has learnt from them. */
async function scoresOf(weight: number): Promise<{ cheap: number; dear: number }> {
  const options = { version: 'w', seed: 1, epochs: 6, source: 'a test', trees: 10 };
  const { artefact, hash } = await train(
    { train: madeUp(weight), validation: madeUp(weight) },
    options,
  );
  const model = await FraudModel.from(artefact, hash);
  const [cheap, dear] = [model.score(vectorOf(0)), model.score(vectorOf(1))];
  model.dispose();
  return { cheap, dear };
}

/** One of ten cheap payments is fraud, and one of fifty dear ones, which weigh more. */
function madeUp(weight: number): Dataset {
  const data = new Dataset(FEATURES.length);
  for (let row = 0; row < 4_000; row += 1) {
    const isDear = row % 2 === 0;
    const fraud = row % (isDear ? 100 : 20) < 2 && (isDear || row % 20 === 1);
    const counts = isDear && fraud ? { weight } : {};
    const origin = { at: row, customer: `c-${row}`, fraud, ...counts };
    data.add(vectorOf(isDear ? 1 : 0), origin);
  }
  return data;
}

function vectorOf(value: number): Float64Array {
  return Float64Array.from(FEATURES, () => value);
}
