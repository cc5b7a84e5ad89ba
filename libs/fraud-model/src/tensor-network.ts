import * as tf from '@tensorflow/tfjs-core';
import {
  initializers,
  layers,
  loadLayersModel,
  regularizers,
  sequential,
  type Sequential,
} from '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { Network, type Layer } from './network.js';

/** The two files of a TensorFlow.js layers model. */
export type ModelFiles = { readonly modelJson: string; readonly weights: Uint8Array };

const HIDDEN_UNITS = [64, 32];
/** Keeps single weights small, so that no one input decides alone. */
const L2 = 1e-5;

/** A new network with seeded weights. TensorFlow takes seed 0 for "random", so seeds start at 1. */
export function createModel(inputs: number, seed: number): Sequential {
  // Named, because a generated name counts the models of the process and would end up in the hash.
  const model = sequential({ name: 'fraud' });
  [...HIDDEN_UNITS, 1].forEach((units, index) => {
    model.add(
      layers.dense({
        name: `dense-${index + 1}`,
        units,
        ...(index === 0 ? { inputShape: [inputs] } : {}),
        ...(index < HIDDEN_UNITS.length ? { activation: 'relu' as const } : {}),
        kernelRegularizer: regularizers.l2({ l2: L2 }),
        kernelInitializer: initializers.heNormal({ seed: seed * 10 + index + 1 }),
      }),
    );
  });
  return model;
}

/** Logits of rows stored one after another, in batches so that memory stays flat. */
export function logitsOf(model: LayersModel, rows: Float32Array, width: number): Float32Array {
  const count = rows.length / width;
  const logits = new Float32Array(count);
  for (let from = 0; from < count; from += BATCH_ROWS) {
    const to = Math.min(count, from + BATCH_ROWS);
    const batch = valuesOf(() => {
      const inputs = tf.tensor2d(rows.subarray(from * width, to * width), [to - from, width]);
      return model.predict(inputs, { batchSize: BATCH_ROWS }) as tf.Tensor;
    });
    logits.set(batch, from);
  }
  return logits;
}

/** Read outside of `tidy`, which would look for tensors in each of the values. */
function valuesOf(compute: () => tf.Tensor): Float32Array {
  const result = tf.tidy(compute);
  const read = result.dataSync<'float32'>();
  result.dispose();
  return read;
}

const BATCH_ROWS = 8192;

/**
 * The same network for batches: its matrices through TensorFlow, without the layers around them.
 * The same bits as `logitsOf`, however many rows there are.
 */
export class BatchNetwork {
  readonly #layers: readonly TensorLayer[];

  constructor({ layers: stack }: Network) {
    this.#layers = stack.map(({ inputs, outputs, kernel, bias }) => ({
      kernel: tf.tensor2d(kernel.map(withoutTraces), [inputs, outputs]),
      bias: tf.tensor1d(bias),
    }));
  }

  /** The logits of rows stored one after another. */
  logits(rows: Float32Array, width: number): Float32Array {
    return valuesOf(() => {
      let values: tf.Tensor = tf.tensor2d(rows, [rows.length / width, width]);
      this.#layers.forEach(({ kernel, bias }, index) => {
        const activation = index < this.#layers.length - 1 ? 'relu' : 'linear';
        values = tf.fused.matMul({ a: values, b: kernel, bias, activation });
      });
      return values;
    });
  }

  dispose(): void {
    for (const { kernel, bias } of this.#layers) tf.dispose([kernel, bias]);
  }
}

type TensorLayer = { readonly kernel: tf.Tensor2D; readonly bias: tf.Tensor1D };

/** Smaller weights are lost in any sum in single precision. */
const TRACE_MAX = 1e-30;

/**
 * Weights that training has let wither come close to the smallest numbers there are, with which
 * processors multiply a hundred times slower: a few dozens take longer than all of the others.
 */
function withoutTraces(weight: number): number {
  return Math.abs(weight) < TRACE_MAX ? 0 : weight;
}

/** The same weights for the inline path. */
export function networkOf(stack: LayersModel['layers']): Network {
  return new Network(
    stack
      .filter((layer) => layer.getWeights().length === 2)
      .map((layer): Layer => {
        const [kernel, bias] = layer.getWeights();
        const [inputs = 0, outputs = 0] = kernel?.shape ?? [];
        return { inputs, outputs, kernel: values(kernel), bias: values(bias) };
      }),
  );
}

export async function saveModel(model: LayersModel): Promise<ModelFiles> {
  let files: ModelFiles | undefined;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      const { modelTopology, format, generatedBy, convertedBy, weightSpecs, weightData } =
        artifacts;
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      const manifest = { modelTopology, format, generatedBy, convertedBy, weightsManifest };
      files = {
        modelJson: `${JSON.stringify(manifest, null, 2)}\n`,
        weights: new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)),
      };
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  if (!files) throw new Error('TensorFlow did not hand over the model');
  return files;
}

export async function loadModel({ modelJson, weights }: ModelFiles): Promise<LayersModel> {
  const { modelTopology, weightsManifest } = JSON.parse(modelJson) as {
    modelTopology: object;
    weightsManifest: readonly { weights: tf.io.WeightsManifestEntry[] }[];
  };
  return loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: Uint8Array.from(weights).buffer,
    }),
  );
}

function values(tensor: tf.Tensor | undefined): Float32Array {
  return Float32Array.from((tensor?.dataSync() ?? []) as Float32Array);
}
