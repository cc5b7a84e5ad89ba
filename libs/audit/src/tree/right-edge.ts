import { EMPTY_ROOT, nodeHash } from './hashes.js';

/**
 * A growing tree, of which only the roots of its complete subtrees are kept, the largest first:
 * enough for its root and for every further leaf, in a few hundred bytes at any size.
 */
export class RightEdge {
  #size = 0;
  readonly #roots: Buffer[] = [];

  /** @throws RangeError when there are not as many roots as a tree of the size has. */
  static of(size: number, roots: readonly Uint8Array[]): RightEdge {
    if (roots.length !== onesOf(size)) throw new RangeError(`no edge of a tree of ${size} leaves`);
    const edge = new RightEdge();
    edge.#size = size;
    edge.#roots.push(...roots.map((root) => Buffer.from(root)));
    return edge;
  }

  get size(): number {
    return this.#size;
  }

  get roots(): readonly Buffer[] {
    return this.#roots;
  }

  /** @returns the hashes that this leaf completes, one a level: its own first. */
  push(leaf: Buffer): Buffer[] {
    const completed = [leaf];
    let node = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      node = nodeHash(this.#roots.pop() ?? EMPTY_ROOT, node);
      completed.push(node);
    }
    this.#roots.push(node);
    this.#size += 1;
    return completed;
  }

  root(): Buffer {
    return (
      this.#roots.reduceRight<Buffer | null>(
        (right, left) => (right === null ? left : nodeHash(left, right)),
        null,
      ) ?? EMPTY_ROOT
    );
  }
}

/** How many complete subtrees a tree of so many leaves has. */
function onesOf(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
