import { open, type Database, type RootDatabase } from 'lmdb';
import { HASH_BYTES, RightEdge, rootAt, type Nodes } from '#audit';
import type { Position, StoredEvent } from '#event-store';

/** A leaf to be kept: where its event is, and the hash of what is hashed of it. */
export type NewLeaf = Pick<StoredEvent, 'id' | 'position'> & { readonly hash: Buffer };

const PLACE_BYTES = 16;
const SIZE = 'size';

/**
 * The tree on disk, in one LMDB file: one record a leaf, with the position of its event and every
 * node that this leaf completes, so that a proof takes a few reads at any size. Leaves are added
 * all or none: a process that is killed finds the tree as of its last commit.
 */
export class TreeFile {
  readonly #leaves: Database<Buffer, number>;
  readonly #ids: Database<number, Buffer>;
  #edge: RightEdge;

  private constructor(private readonly root: RootDatabase<number, string>) {
    this.#leaves = root.openDB('leaves', { encoding: 'binary' });
    this.#ids = root.openDB('ids', { keyEncoding: 'binary' });
    this.#edge = this.#storedEdge();
  }

  static open(folder: string): TreeFile {
    return new TreeFile(open<number, string>({ path: folder, overlappingSync: false }));
  }

  get size(): number {
    return this.#edge.size;
  }

  readonly nodes: Nodes = (level, index) => {
    const start = PLACE_BYTES + level * HASH_BYTES;
    const hash = this.#record((index + 1) * 2 ** level - 1).subarray(start, start + HASH_BYTES);
    if (hash.length !== HASH_BYTES) throw new RangeError(`no node ${index} at level ${level}`);
    return hash;
  };

  rootAt(size: number): Buffer {
    return rootAt(this.nodes, size);
  }

  /** Adds leaves behind those there are; they are on disk once it resolves. */
  async add(leaves: readonly NewLeaf[]): Promise<void> {
    const edge = RightEdge.of(this.#edge.size, this.#edge.roots);
    await this.root.transaction(() => {
      for (const { id, position, hash } of leaves) {
        const index = edge.size;
        void this.#leaves.put(index, recordOf(position, edge.push(hash)));
        void this.#ids.put(keyOf(id), index);
      }
      void this.root.put(SIZE, edge.size);
    });
    this.#edge = edge;
  }

  /** Where the event of a leaf is in its store. */
  positionOf(index: number): Position {
    const record = this.#record(index);
    return { commit: record.readBigUInt64BE(0), prepare: record.readBigUInt64BE(8) };
  }

  /** The leaf of an event; null when there is none. */
  indexOfEvent(id: string): number | null {
    return this.#ids.get(keyOf(id)) ?? null;
  }

  /** The leaf of the event at a position; null when none is there. */
  indexOfPosition({ commit, prepare }: Position): number | null {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const found = this.positionOf(middle);
      if (found.commit === commit && found.prepare === prepare) return middle;
      const isBefore =
        found.commit < commit || (found.commit === commit && found.prepare < prepare);
      if (isBefore) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** Forgets every leaf: the store is to be read again from its start. */
  async clear(): Promise<void> {
    await this.root.transaction(() => {
      void this.#leaves.clearAsync();
      void this.#ids.clearAsync();
      void this.root.put(SIZE, 0);
    });
    this.#edge = new RightEdge();
  }

  async close(): Promise<void> {
    await this.root.close();
  }

  #record(index: number): Buffer {
    const record = this.#leaves.get(index);
    if (record === undefined) throw new RangeError(`the tree has no leaf ${index}`);
    return record;
  }

  /** Of the leaves that end each complete subtree. */
  #storedEdge(): RightEdge {
    const size = this.root.get(SIZE) ?? 0;
    const roots: Buffer[] = [];
    let start = 0;
    for (let width = largestPowerIn(size); width >= 1; width /= 2) {
      if (start + width > size) continue;
      roots.push(this.nodes(Math.log2(width), start / width));
      start += width;
    }
    return RightEdge.of(size, roots);
  }
}

function recordOf({ commit, prepare }: Position, hashes: readonly Buffer[]): Buffer {
  const place = Buffer.alloc(PLACE_BYTES);
  place.writeBigUInt64BE(commit, 0);
  place.writeBigUInt64BE(prepare, 8);
  return Buffer.concat([place, ...hashes]);
}

/** The bytes of a UUID; an id in another form is its own key. */
function keyOf(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return bytes.length === 16 ? bytes : Buffer.from(id.slice(0, 500));
}

function largestPowerIn(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}
