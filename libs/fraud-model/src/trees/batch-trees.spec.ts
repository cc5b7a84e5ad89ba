import { SeededRandom } from '#fraud';
import fc from 'fast-check';
import { BATCH_DEPTH_MAX, BatchTrees } from './batch-trees.js';
import { TreeEnsemble } from './tree-ensemble.js';
import type { Trees } from './trees.js';

const WIDTH = 3;

/** Few values, so that inputs meet thresholds, and the ones that break comparisons. */
const value = fc.oneof(
  fc.constantFrom(-Infinity, -1, -0, 0, 2 ** -149, 0.1, 1, 8, Infinity).map(Math.fround),
  fc.float({ min: -8, max: 8, noNaN: true }),
);

describe('trees for many rows at once', () => {
  it('give the bits of walking down each tree with each row', () => {
    fc.assert(
      fc.property(
        trees(5),
        fc.array(fc.oneof(value, fc.constant(NaN)), { maxLength: 150 }),
        (grown, values) => {
          const rows = Float32Array.from(values.slice(0, values.length - (values.length % WIDTH)));
          const batch = Array.from(new BatchTrees(grown).logits(rows, WIDTH));
          expect(batch).toEqual(walked(grown, rows));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('give them to any number of rows', () => {
    const [grown] = fc.sample(trees(4), { seed: 3, numRuns: 1 });
    const ensemble = new TreeEnsemble(grown ?? nothing);
    for (let count = 0; count < 100; count += 1) {
      const rows = Float32Array.from({ length: count * WIDTH }, (_, at) => Math.sin(at * 7) * 8);
      const alone = Array.from({ length: count }, (_, row) =>
        ensemble.logit(rows.subarray(row * WIDTH, (row + 1) * WIDTH)),
      );
      expect(Array.from(ensemble.logits(rows, WIDTH))).toEqual(alone);
    }
  });

  it.each([BATCH_DEPTH_MAX, BATCH_DEPTH_MAX + 1])('give them for trees of depth %i', (depth) => {
    const nodes = 2 ** depth - 1;
    const random = new SeededRandom(depth);
    const of = (length: number) => Float32Array.from({ length }, () => random.normal());
    const features = Float32Array.from({ length: nodes }, () => random.below(WIDTH));
    const deep = { depth, count: 1, features, thresholds: of(nodes), leaves: of(nodes + 1) };
    const rows = of(200 * WIDTH);
    const logits = new TreeEnsemble(deep).logits(rows, WIDTH);
    expect(Array.from(logits)).toEqual(walked(deep, rows));
    expect(new Set(logits).size).toBeGreaterThan(20);
  });
});

const nothing: Trees = {
  depth: 1,
  count: 1,
  features: new Float32Array(1),
  thresholds: new Float32Array(1),
  leaves: new Float32Array(2),
};

function trees(depthMax: number): fc.Arbitrary<Trees> {
  return fc
    .record({ depth: fc.integer({ min: 1, max: depthMax }), count: fc.integer({ min: 1, max: 6 }) })
    .chain(({ depth, count }) => {
      const nodes = count * (2 ** depth - 1);
      const values = (length: number, of: fc.Arbitrary<number>) =>
        fc
          .array(of, { minLength: length, maxLength: length })
          .map((list) => Float32Array.from(list));
      return fc.record({
        depth: fc.constant(depth),
        count: fc.constant(count),
        features: values(nodes, fc.nat(WIDTH - 1)),
        thresholds: values(nodes, value),
        leaves: values(nodes + count, fc.float({ min: -3, max: 3, noNaN: true })),
      });
    });
}

/** The definition of `Trees`, word for word. */
function walked({ depth, count, features, thresholds, leaves }: Trees, rows: Float32Array) {
  return Array.from({ length: rows.length / WIDTH }, (_, row) => {
    let sum = 0;
    for (let tree = 0; tree < count; tree += 1) {
      let node = 0;
      for (let level = 0; level < depth; level += 1) {
        const at = node * count + tree;
        const input = rows[row * WIDTH + (features[at] ?? 0)] ?? 0;
        node = 2 * node + (input > (thresholds[at] ?? 0) ? 2 : 1);
      }
      sum += leaves[(node - 2 ** depth + 1) * count + tree] ?? 0;
    }
    return sum;
  });
}
