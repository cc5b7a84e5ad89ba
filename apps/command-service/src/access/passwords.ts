import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Problem } from '#platform';

/** OWASP Password Storage Cheat Sheet, as of 2026-11-30: 19 MiB, two rounds, one lane. */
const TERMS = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 };
const SALT_BYTES = 16;

/** Beyond it sign-ins are turned away: each takes a tenth of a second of a processor. */
const WAITING_MAX = 32;

/** In a thread of its own: WebAssembly would else hold up every payment for as long. */
const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const { argon2id, argon2Verify } = require(workerData.library);
parentPort.on('message', async ({ id, verify, hash }) => {
  try {
    parentPort.postMessage({ id, result: await (verify ? argon2Verify(verify) : argon2id(hash)) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});`;

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };
type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** Hashes and compares passwords by argon2id. */
export class Passwords {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const hash = { ...TERMS, password: password.normalize('NFKC'), salt, outputType: 'encoded' };
    return (await this.#ask({ hash })) as string;
  }

  async matches(password: string, hash: string): Promise<boolean> {
    const verify = { password: password.normalize('NFKC'), hash };
    return (await this.#ask({ verify })) === true;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(question: object): Promise<unknown> {
    if (this.#waiting.size >= WAITING_MAX) {
      throw new Problem('unavailable', 'too many sign in at once; try again in a moment');
    }
    this.#worker ??= this.#start();
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, ...question });
    });
  }

  #start(): Worker {
    const library = createRequire(import.meta.url).resolve('hash-wasm');
    const worker = new Worker(SOURCE, { eval: true, workerData: { library } });
    worker.unref();
    worker.on('message', ({ id, result, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
    worker.on('error', (error) => {
      this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    return worker;
  }
}
