import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';

/** Where TensorFlow computes: libtensorflow, WebAssembly, or plain JavaScript. */
export type BackendName = 'tensorflow' | 'wasm' | 'cpu';

const require = createRequire(import.meta.url);

/**
 * Starts the fastest backend that loads here, or one of the given ones. All give the same scores
 * within 1e-5; only training needs the same backend for the same bits.
 *
 * @throws Error when none of them loads.
 */
export async function startBackend(
  wanted: readonly BackendName[] = ['tensorflow', 'wasm', 'cpu'],
): Promise<BackendName> {
  // Else TensorFlow advertises its packages on the console.
  tf.enableProdMode();
  for (const name of wanted) {
    if ((await load(name)) && (await tf.setBackend(name))) return name;
  }
  throw new Error(`no TensorFlow backend loads here; tried ${wanted.join(', ')}`);
}

async function load(name: BackendName): Promise<boolean> {
  try {
    await LOADERS[name]();
    return true;
  } catch {
    return false;
  }
}

const LOADERS: Readonly<Record<BackendName, () => Promise<void>>> = {
  tensorflow: async () => {
    // An optional dependency, so it must not be resolved by the compiler.
    const native = '@tensorflow/tfjs-node';
    await import(native);
  },
  wasm: async () => {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    const folder = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
    setWasmPaths(`${folder}/wasm-out/`);
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
  },
};
