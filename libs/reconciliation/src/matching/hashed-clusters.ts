const SLOTS_MIN = 1 << 10;
const ITEMS_MIN = 1 << 10;

/**
 * Joins items that share a key, through others too, for as many items as two books have: it keeps
 * hashes of the keys, and not the keys. Items whose keys differ and hash alike come into one
 * cluster; what meets in it is decided by the keys themselves.
 */
export class HashedClusters {
  #parents = new Int32Array(ITEMS_MIN);
  #count = 0;
  /** Of each slot: two hashes of a key, and the first item that had it plus one; zero: free. */
  #hashes = new Int32Array(SLOTS_MIN);
  #others = new Int32Array(SLOTS_MIN);
  #firsts = new Int32Array(SLOTS_MIN);
  #used = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds the next item; items share a key only within a scope. */
  add(scope: string, keys: readonly string[]): void {
    const item = this.#count;
    if (item === this.#parents.length) this.#parents = grown(this.#parents);
    this.#parents[item] = item;
    this.#count += 1;
    for (const key of keys) {
      const slot = this.#slotOf(hashOf(scope, key, SEED), hashOf(scope, key, OTHER_SEED));
      const first = this.#firsts[slot] ?? 0;
      if (first !== 0) this.#join(first - 1, item);
      else {
        this.#firsts[slot] = item + 1;
        this.#used += 1;
        if (this.#used * 2 > this.#firsts.length) this.#growSlots();
      }
    }
  }

  /** Ends the adding. @returns of each item the root of its cluster. */
  roots(): Int32Array {
    this.#hashes = this.#others = this.#firsts = new Int32Array(0);
    const roots = this.#parents.subarray(0, this.#count);
    for (let item = 0; item < this.#count; item += 1) roots[item] = this.#rootOf(item);
    return roots;
  }

  /** Where the key is, or is to be. */
  #slotOf(hash: number, other: number): number {
    const mask = this.#firsts.length - 1;
    let slot = hash & mask;
    while (this.#firsts[slot] !== 0) {
      if (this.#hashes[slot] === hash && this.#others[slot] === other) return slot;
      slot = (slot + 1) & mask;
    }
    this.#hashes[slot] = hash;
    this.#others[slot] = other;
    return slot;
  }

  #growSlots(): void {
    const [hashes, others, firsts] = [this.#hashes, this.#others, this.#firsts];
    const length = firsts.length * 2;
    this.#hashes = new Int32Array(length);
    this.#others = new Int32Array(length);
    this.#firsts = new Int32Array(length);
    for (const [slot, first] of firsts.entries()) {
      if (first === 0) continue;
      this.#firsts[this.#slotOf(hashes[slot] ?? 0, others[slot] ?? 0)] = first;
    }
  }

  /** The lower index is the root. */
  #join(a: number, b: number): void {
    const [rootOfA, rootOfB] = [this.#rootOf(a), this.#rootOf(b)];
    if (rootOfA !== rootOfB) {
      this.#parents[Math.max(rootOfA, rootOfB)] = Math.min(rootOfA, rootOfB);
    }
  }

  #rootOf(item: number): number {
    let at = item;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const above = this.#parents[parent] ?? parent;
      this.#parents[at] = above;
      at = above;
    }
  }
}

function grown(items: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(items.length * 2);
  larger.set(items);
  return larger;
}

const SEED = 0x81_1c_9d_c5;
const OTHER_SEED = 0x2f_6e_2b_1d;
const PRIME = 0x01_00_01_93;

/** FNV-1a over scope and key, mixed so that its low bits say as much as its high ones. */
function hashOf(scope: string, key: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < scope.length; at += 1) {
    hash = Math.imul(hash ^ scope.charCodeAt(at), PRIME);
  }
  hash = Math.imul(hash ^ 0xff_ff, PRIME);
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
  hash ^= hash >>> 16;
  return Math.imul(hash, 0x45_d9_f3_b5) ^ (hash >>> 13);
}
