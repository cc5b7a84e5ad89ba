/** Larger chunks make inserts slow, smaller ones the search for the chunk. */
const CHUNK_MAX = 512;

/** Keys in order, made for keys that mostly come in order. */
export class SortedKeys {
  readonly #chunks: string[][] = [];

  constructor(keys: Iterable<string> = []) {
    const sorted = [...keys].sort();
    for (let at = 0; at < sorted.length; at += CHUNK_MAX) {
      this.#chunks.push(sorted.slice(at, at + CHUNK_MAX));
    }
  }

  /** Keys that are there already stay there once. */
  add(key: string): void {
    const index = this.#chunkOf(key);
    const chunk = this.#chunks[index];
    if (chunk === undefined) {
      this.#chunks.push([key]);
      return;
    }
    const at = firstAtLeast(chunk, key);
    if (chunk[at] === key) return;
    chunk.splice(at, 0, key);
    if (chunk.length <= CHUNK_MAX) return;
    // Keys that come in order leave full chunks behind, not half empty ones.
    const cut = at === chunk.length - 1 ? CHUNK_MAX : CHUNK_MAX / 2;
    this.#chunks.splice(index + 1, 0, chunk.splice(cut));
  }

  delete(key: string): void {
    const index = this.#chunkOf(key);
    const chunk = this.#chunks[index];
    if (chunk === undefined) return;
    const at = firstAtLeast(chunk, key);
    if (chunk[at] !== key) return;
    chunk.splice(at, 1);
    if (chunk.length === 0) this.#chunks.splice(index, 1);
  }

  /** From the first key of at least `low` to the last below `high`. */
  *between(low: string, high: string): Generator<string> {
    for (let index = this.#chunkOf(low); index < this.#chunks.length; index += 1) {
      for (const key of [...(this.#chunks[index] ?? [])]) {
        if (key >= high) return;
        if (key >= low) yield key;
      }
    }
  }

  /** The same backwards: from the last key up to `high` to the first above `low`. */
  *backwards(high: string, low: string): Generator<string> {
    for (let index = this.#chunkOf(high); index >= 0; index -= 1) {
      for (const key of [...(this.#chunks[index] ?? [])].reverse()) {
        if (key <= low) return;
        if (key <= high) yield key;
      }
    }
  }

  /** The last chunk that begins at or before the key; the first when none does. */
  #chunkOf(key: string): number {
    let [low, high] = [0, this.#chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle]?.[0] ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }
}

function firstAtLeast(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
