import { SeededRandom } from '#fraud';
import { averagePrecisionOf } from '../metrics.js';
import { binned } from './bins.js';
import { boost } from './boosting.js';
import { TreeEnsemble } from './tree-ensemble.js';

const OPTIONS = {
  count: 20,
  depth: 3,
  learningRate: 0.3,
  ridge: 1,
  curveMin: 1,
  columnShare: 1,
  seed: 1,
};
const WIDTH = 4;

describe('boosted trees', () => {
  const learnt = madeUp(4000, 1);
  const later = madeUp(4000, 2);
  const trees = boost(learnt.rows, learnt.frauds, OPTIONS);
  const ensemble = new TreeEnsemble(trees);

  it('learn what no single input tells', () => {
    const scores = rowsOf(later.rows).map((row) => ensemble.logit(row));
    expect(averagePrecisionOf(scores, later.frauds)).toBeGreaterThan(0.95);
  });

  it('give many rows at once the same bits as one by one', () => {
    const batch = ensemble.logits(later.rows, WIDTH);
    expect(Array.from(batch)).toEqual(rowsOf(later.rows).map((row) => ensemble.logit(row)));
  });

  it('are the same for the same rows and seed, and others for another seed', () => {
    const half = { ...OPTIONS, columnShare: 0.5 };
    const [one, two] = [1, 1].map(() => boost(learnt.rows, learnt.frauds, half));
    expect(two).toEqual(one);
    expect(boost(learnt.rows, learnt.frauds, { ...half, seed: 2 })).not.toEqual(one);
  });

  it('say the share of frauds where there is nothing to learn', () => {
    const frauds = Array.from({ length: 1000 }, (_, row) => row % 10 === 0);
    const flat = boost(new Float32Array(2000), frauds, OPTIONS);
    const logit = new TreeEnsemble(flat).logit(new Float32Array(2));
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(0.1, 4);
  });

  it('explain the whole difference to the reference, and nothing by inputs that are equal', () => {
    const [, reference = new Float32Array(WIDTH)] = rowsOf(learnt.rows);
    for (const row of rowsOf(later.rows).slice(0, 50)) {
      row[3] = reference[3] ?? 0;
      const parts = ensemble.contributions(row, reference);
      const total = parts.reduce((sum, part) => sum + part, 0);
      expect(total).toBeCloseTo(ensemble.logit(row) - ensemble.logit(reference), 9);
      expect(parts[3]).toBe(0);
    }
  });

  it('share an effect that takes two inputs evenly between them', () => {
    // Above 0 both: 8, else 0.
    const both = new TreeEnsemble({
      depth: 2,
      count: 1,
      features: Float32Array.of(0, 1, 1),
      thresholds: new Float32Array(3),
      leaves: Float32Array.of(0, 0, 0, 8),
    });
    const parts = both.contributions(Float32Array.of(1, 1), Float32Array.of(-1, -1));
    expect(Array.from(parts)).toEqual([4, 4]);
  });
});

describe('bins', () => {
  it('keep neighbouring values apart, however close, while there are few', () => {
    const close = Float32Array.of(1, 1 + 2 ** -23, 2, 1);
    const [column] = binned(close, 1, [false, false, true, false]).columns;
    expect(Array.from(column?.bins ?? [])).toEqual([0, 1, 2, 0]);
    expect(column?.cuts[0]).toBe(1);
  });

  it('cut where the frauds are, even if next to no payments are there', () => {
    const values = Float32Array.from({ length: 50_000 }, (_, row) => row);
    const frauds = Array.from(values, (value) => value > 49_990);
    const [column] = binned(values, 1, frauds).columns;
    const bins = new Set(column?.bins.slice(49_990));
    expect(bins.size).toBe(10);
  });
});

/** Fraud where two inputs are both high, or where a third is within a narrow band. */
function madeUp(count: number, seed: number) {
  const random = new SeededRandom(seed);
  const rows = Float32Array.from({ length: count * WIDTH }, () => random.normal());
  const frauds = rowsOf(rows).map(
    ([a = 0, b = 0, c = 0]) => (a > 1 && b > 0.5) || Math.abs(c - 1) < 0.05,
  );
  return { rows, frauds };
}

function rowsOf(rows: Float32Array): Float32Array[] {
  const count = rows.length / WIDTH;
  return Array.from({ length: count }, (_, row) => rows.slice(row * WIDTH, (row + 1) * WIDTH));
}
