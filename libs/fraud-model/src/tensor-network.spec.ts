import { SeededRandom } from '#fraud';
import * as tf from '@tensorflow/tfjs-core';
import { startBackend } from './backend.js';
import { BatchNetwork, createModel, logitsOf, networkOf } from './tensor-network.js';

const WIDTH = 7;
const random = new SeededRandom(5);

describe('a network for batches', () => {
  it.each(['wasm', 'cpu'] as const)(
    'gives the bits of the layers on %s, however many rows there are',
    async (backend) => {
      await startBackend([backend]);
      const model = createModel(WIDTH, 3);
      wither(model);
      const network = new BatchNetwork(networkOf(model.layers));
      for (const count of [1, 2, 31, 300]) {
        const rows = Float32Array.from({ length: count * WIDTH }, () => random.normal());
        expect(network.logits(rows, WIDTH)).toEqual(logitsOf(model, rows, WIDTH));
      }
      network.dispose();
      model.dispose();
      await startBackend(['wasm']);
    },
  );

  it('leaves nothing behind in TensorFlow', () => {
    const model = createModel(WIDTH, 3);
    const before = tf.memory().numTensors;
    const network = new BatchNetwork(networkOf(model.layers));
    network.logits(new Float32Array(3 * WIDTH), WIDTH);
    network.dispose();
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });
});

/** Brings every fifth weight close to nothing, as long training does with what is of no use. */
function wither(model: ReturnType<typeof createModel>): void {
  const weights = model.getWeights().map((weight) => {
    const values = weight.dataSync().map((value, at) => (at % 5 === 0 ? value * 1e-39 : value));
    return tf.tensor(values, weight.shape);
  });
  model.setWeights(weights);
  tf.dispose(weights);
}
