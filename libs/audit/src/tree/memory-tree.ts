import { HASH_BYTES } from './hashes.js';
import type { Nodes } from './proofs.js';
import { RightEdge } from './right-edge.js';

const HASHES_PER_CHUNK = 16_384;

/** A tree with all its nodes in memory, 64 bytes a leaf. */
export class MemoryTree {
  readonly #edge = new RightEdge();
  readonly #levels: HashList[] = [];

  get size(): number {
    return this.#edge.size;
  }

  push(leaf: Buffer): void {
    for (const [level, hash] of this.#edge.push(leaf).entries()) {
      const list = (this.#levels[level] ??= new HashList());
      list.push(hash);
    }
  }

  readonly nodes: Nodes = (level, index) => {
    const hash = this.#levels[level]?.at(index);
    if (hash === undefined) throw new RangeError(`the tree has no node ${index} at level ${level}`);
    return hash;
  };
}

/** Hashes one behind the other, without an object for each. */
class HashList {
  #count = 0;
  readonly #chunks: Buffer[] = [];

  push(hash: Buffer): void {
    const at = this.#count % HASHES_PER_CHUNK;
    if (at === 0) this.#chunks.push(Buffer.allocUnsafeSlow(HASHES_PER_CHUNK * HASH_BYTES));
    this.#chunks.at(-1)?.set(hash, at * HASH_BYTES);
    this.#count += 1;
  }

  at(index: number): Buffer | undefined {
    if (index >= this.#count) return undefined;
    const chunk = this.#chunks[Math.floor(index / HASHES_PER_CHUNK)];
    const at = (index % HASHES_PER_CHUNK) * HASH_BYTES;
    return chunk?.subarray(at, at + HASH_BYTES);
  }
}
