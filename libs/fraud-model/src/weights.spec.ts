import { FEATURES, SeededRandom } from '#fraud';
import { fitCalibration } from './calibration.js';
import { Dataset } from './dataset.js';
import { sigmoid } from './network.js';
import { ensembleOf } from './tensor-ensemble.js';
import { loadModel } from './tensor-network.js';
import { train } from './training.js';
import { Scaler } from './transform.js';
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

  it('counts in what network and trees learn', async () => {
    const plain = await learnt(1);
    const weighted = await learnt(WEIGHT);
    // Frauds are rarer among the dear ones, but those few stand for many.
    for (const voice of ['network', 'whole'] as const) {
      expect(plain[voice].cheap).toBeGreaterThan(plain[voice].dear);
      expect(weighted[voice].dear).toBeGreaterThan(weighted[voice].cheap);
    }
  });

  it('changes what the data is known by', () => {
    expect(madeUp(1).hash()).not.toBe(madeUp(2).hash());
    expect(madeUp(1).weights).toBeNull();
  });
});

type Both = { readonly cheap: number; readonly dear: number };

/** How suspicious both kinds of payments are to a model that has learnt from them. */
async function learnt(weight: number): Promise<{ network: Both; whole: Both }> {
  const options = { version: 'w', seed: 1, epochs: 6, source: 'a test', trees: 10 };
  const data = { train: madeUp(weight), validation: madeUp(1, weight) };
  const { artefact } = await train(data, options);
  const model = await loadModel(artefact);
  const ensemble = ensembleOf(model);
  model.dispose();
  const scaler = new Scaler(artefact.meta.scaling);
  const both = (logit: (inputs: Float32Array) => number): Both => {
    const [cheap = NaN, dear = NaN] = [0, 1].map((value) =>
      logit(scaler.inputsOf(Float32Array.from(vectorOf(value)))),
    );
    return { cheap, dear };
  };
  const network = ensemble.networks[0]?.voice;
  return {
    network: both((inputs) => network?.logit(inputs) ?? NaN),
    whole: both((inputs) => ensemble.logit(inputs)),
  };
}

/**
 * One of ten cheap payments is fraud, and one of fifty dear ones, which weigh more or are there as
 * often as they would count.
 */
function madeUp(weight: number, times = 1): Dataset {
  const data = new Dataset(FEATURES.length);
  for (let row = 0; row < 2_000; row += 1) {
    add('cheap', row, row % 10 === 0);
    add('dear', row, row % 50 === 0);
  }
  return data;

  function add(kind: keyof Both, at: number, fraud: boolean): void {
    const isRare = kind === 'dear' && fraud;
    const origin = { at, customer: `c-${at}`, fraud, ...(isRare && { weight }) };
    const vector = vectorOf(kind === 'dear' ? 1 : 0);
    for (let left = isRare ? times : 1; left > 0; left -= 1) data.add(vector, origin);
  }
}

function vectorOf(value: number): Float64Array {
  return Float64Array.from(FEATURES, () => value);
}
