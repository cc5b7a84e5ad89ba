import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameHash } from './hashes.js';

export type Tree = { readonly size: number; readonly root: Uint8Array };

export type Inclusion = {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
};

/** RFC 9162, section 2.1.3.2: whether the proof shows the leaf at that index of the tree. */
export function verifyInclusion({ leaf, index, proof }: Inclusion, { size, root }: Tree): boolean {
  if (!isNumber(index) || !isNumber(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  const climb = new Climb(index, size - 1);
  let hash = leaf;
  for (const sibling of proof) {
    if (climb.isAtRoot) return false;
    hash = climb.step() === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return climb.isAtRoot && sameHash(hash, root);
}

/** RFC 9162, section 2.1.4.2: whether the proof shows that one tree is the beginning of another. */
export function verifyConsistency(from: Tree, to: Tree, proof: readonly Uint8Array[]): boolean {
  if (![from.size, to.size].every(isNumber) || from.size > to.size) return false;
  if (![from.root, to.root, ...proof].every(isHash)) return false;
  if (from.size === to.size) return proof.length === 0 && sameHash(from.root, to.root);
  if (from.size === 0) return proof.length === 0 && sameHash(from.root, EMPTY_ROOT);
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  return first !== undefined && joins({ from, to }, first, rest);
}

function joins(
  { from, to }: { readonly from: Tree; readonly to: Tree },
  first: Uint8Array,
  rest: readonly Uint8Array[],
): boolean {
  const climb = new Climb(from.size - 1, to.size - 1).overRightSides();
  let before = first;
  let after = first;
  for (const sibling of rest) {
    if (climb.isAtRoot) return false;
    if (climb.step() === 'left') {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
    } else after = nodeHash(after, sibling);
  }
  return climb.isAtRoot && sameHash(before, from.root) && sameHash(after, to.root);
}

/** The way from a node to the root of a tree whose right edge is ragged. */
class Climb {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get isAtRoot(): boolean {
    return this.last === 0;
  }

  /** Up to the next node with a sibling. @returns the side on which the sibling was. */
  step(): 'left' | 'right' {
    const isRight = this.node % 2 === 1 || this.node === this.last;
    if (isRight) while (this.node % 2 === 0 && this.node !== 0) this.#halve();
    this.#halve();
    return isRight ? 'left' : 'right';
  }

  /** Up while the node is the right one of its pair. */
  overRightSides(): this {
    while (this.node % 2 === 1) this.#halve();
    return this;
  }

  #halve(): void {
    this.node = Math.floor(this.node / 2);
    this.last = Math.floor(this.last / 2);
  }
}

function isPowerOfTwo(size: number): boolean {
  return 2 ** Math.round(Math.log2(size)) === size;
}

function isNumber(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** What another sends may be no hash; that is no proof, and no fault of ours. */
function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}
