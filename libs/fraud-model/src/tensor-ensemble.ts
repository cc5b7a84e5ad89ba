import * as tf from '@tensorflow/tfjs-core';
import {
  input,
  layers,
  model as functionalModel,
  type LayersModel,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { Ensemble, type Member } from './ensemble.js';
import { BatchNetwork, networkOf } from './tensor-network.js';
import { BoostedTreesLayer } from './trees/boosted-trees-layer.js';
import { TreeEnsemble } from './trees/tree-ensemble.js';
import type { Trees } from './trees/trees.js';

/** What the trees count against all networks together. Chosen on validation weeks. */
const TREES_WEIGHT = 0.8;

const TREES = 'trees';
const BLEND = 'blend';

/** One model out of trained networks and trees; its output is the weighted sum of their logits. */
export function joined(networks: readonly LayersModel[], trees: Trees): LayersModel {
  const inputs = networks.map(({ layers: stack }) => networkOf(stack).inputCount)[0] ?? 0;
  const row = input({ shape: [inputs], name: 'features' });
  const voices = networks.map((network, index) => repeated(network, index, row));
  const forest = new BoostedTreesLayer({ name: TREES, depth: trees.depth, count: trees.count });
  voices.push(forest.apply(row) as SymbolicTensor);
  const together = layers.concatenate({ name: 'voices' }).apply(voices);
  const blend = layers.dense({ name: BLEND, units: 1, useBias: false });
  const logit = blend.apply(together) as SymbolicTensor;
  const whole = functionalModel({ name: 'fraud', inputs: row, outputs: logit });

  networks.forEach((network, index) => {
    network.layers.forEach((layer, depth) => {
      whole.getLayer(nameOf(index, depth)).setWeights(layer.getWeights());
    });
  });
  forest.setTrees(trees);
  const share = (1 - TREES_WEIGHT) / networks.length;
  const weights = tf.tensor2d([...networks.map(() => [share]), [TREES_WEIGHT]]);
  blend.setWeights([weights]);
  weights.dispose();
  return whole;
}

/** The same weights for the inline path. */
export function ensembleOf(model: LayersModel): Ensemble {
  const forest = model.getLayer(TREES);
  if (!(forest instanceof BoostedTreesLayer)) throw new Error('the model has no trees');
  const weights = Array.from(model.getLayer(BLEND).getWeights()[0]?.dataSync() ?? []);
  const networks = weights.slice(0, -1).map((weight, index) => {
    const stack = model.layers.filter(({ name }) => name.startsWith(nameOf(index, '')));
    return { weight, voice: networkOf(stack) };
  });
  const trees = { weight: weights.at(-1) ?? 0, voice: new TreeEnsemble(forest.trees) };
  return new Ensemble(networks, [trees]);
}

/**
 * The ensemble for batches: networks through TensorFlow, but not trees, which cost it many times
 * what they cost a plain loop.
 */
export class BatchEnsemble {
  readonly #ensemble: Ensemble;
  readonly #networks: readonly Member<BatchNetwork>[];

  constructor(ensemble: Ensemble) {
    this.#ensemble = ensemble;
    this.#networks = ensemble.networks.map(({ voice, weight }) => ({
      voice: new BatchNetwork(voice),
      weight,
    }));
  }

  /** The logits of rows of inputs stored one after another. */
  logits(rows: Float32Array, width: number): Float64Array {
    const sums = this.#ensemble.treesLogits(rows, width);
    for (const { voice, weight } of this.#networks) {
      const logits = voice.logits(rows, width);
      for (let row = 0; row < sums.length; row += 1) {
        sums[row] = (sums[row] ?? 0) + weight * (logits[row] ?? 0);
      }
    }
    return sums;
  }

  dispose(): void {
    for (const { voice } of this.#networks) voice.dispose();
  }
}

/** The layers of a trained network under names of their own; weights come once all is connected. */
function repeated(network: LayersModel, index: number, row: SymbolicTensor): SymbolicTensor {
  return network.layers.reduce((below, layer, depth) => {
    const units = layer.getWeights()[1]?.shape[0] ?? 0;
    const last = depth === network.layers.length - 1;
    const dense = layers.dense({
      name: nameOf(index, depth),
      units,
      ...(last ? {} : { activation: 'relu' as const }),
    });
    return dense.apply(below) as SymbolicTensor;
  }, row);
}

function nameOf(network: number, depth: number | ''): string {
  return `network-${network + 1}-${depth}`;
}
