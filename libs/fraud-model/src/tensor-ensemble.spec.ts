import { SeededRandom } from '#fraud';
import { startBackend } from './backend.js';
import { BatchEnsemble, ensembleOf, joined } from './tensor-ensemble.js';
import { createModel, loadModel, logitsOf, saveModel } from './tensor-network.js';
import { boost } from './trees/boosting.js';
import { TreeEnsemble } from './trees/tree-ensemble.js';

const WIDTH = 5;
const random = new SeededRandom(7);
const rows = Float32Array.from({ length: 600 * WIDTH }, () => Math.fround(random.normal()));
const frauds = Array.from({ length: 600 }, (_, row) => (rows[row * WIDTH] ?? 0) > 1);
const growth = { count: 30, learningRate: 0.3, ridge: 1, curveMin: 0.1, columnShare: 0.6, seed: 1 };

describe('networks and trees in one TensorFlow model', () => {
  it.each([
    ['wasm', 3],
    ['cpu', 3],
    ['wasm', 4],
  ] as const)('say on %s what each says, trees of depth %i', async (backend, depth) => {
    await startBackend([backend]);
    const trees = boost(rows, frauds, { ...growth, depth });
    const networks = [1, 2].map((seed) => createModel(WIDTH, seed));
    const model = await loadModel(await saveModel(joined(networks, trees)));
    const batch = logitsOf(model, rows, WIDTH);
    const parts = networks.map((network) => logitsOf(network, rows, WIDTH));
    const forest = new TreeEnsemble(trees);
    const inline = ensembleOf(model);
    const batches = new BatchEnsemble(inline);
    const together = batches.logits(rows, WIDTH);

    frauds.forEach((_, row) => {
      const inputs = rows.subarray(row * WIDTH, (row + 1) * WIDTH);
      const mean = parts.reduce((sum, part) => sum + (part[row] ?? 0) / parts.length, 0);
      const share = inline.trees[0]?.weight ?? 0;
      const wanted = share * forest.logit(inputs) + (1 - share) * mean;
      expect(Math.abs((batch[row] ?? 0) - wanted)).toBeLessThan(1e-5);
      expect(Math.abs(inline.logit(inputs) - wanted)).toBeLessThan(1e-5);
      expect(Math.abs((together[row] ?? NaN) - wanted)).toBeLessThan(1e-5);
    });
    for (const each of [...networks, model, batches]) each.dispose();
  });

  it('send an input that is exactly on a threshold to the same leaf everywhere', async () => {
    await startBackend(['wasm']);
    const trees = boost(rows, frauds, { ...growth, depth: 1, count: 1 });
    const model = joined([createModel(WIDTH, 1)], trees);
    const threshold = trees.thresholds[0] ?? 0;
    const inputs = new Float32Array(WIDTH).fill(threshold);
    const [batch] = logitsOf(model, inputs, WIDTH);
    expect(Math.abs((batch ?? NaN) - ensembleOf(model).logit(inputs))).toBeLessThan(1e-5);
    expect(new TreeEnsemble(trees).logit(inputs)).toBe(trees.leaves[0]);
    model.dispose();
  });
});
