import { EMPTY_ROOT, nodeHash } from './hashes.js';

/**
 * The hash over the leaves `index · 2^level` up to `(index + 1) · 2^level`, which all exist: what
 * pushing the last of them has completed.
 */
export type Nodes = (level: number, index: number) => Buffer;

/** The tree's root when it had so many leaves. */
export function rootAt(nodes: Nodes, size: number): Buffer {
  assertSize(size);
  return size === 0 ? EMPTY_ROOT : rangeHash(nodes, 0, size);
}

/**
 * RFC 9162, section 2.1.3.1: what is needed with the leaf to compute the root, the nearest first.
 *
 * @throws RangeError when the tree of that size has no such leaf.
 */
export function inclusionProof(nodes: Nodes, index: number, size: number): Buffer[] {
  assertSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  }
  const proof: Buffer[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    proof.unshift(isLeft ? rangeHash(nodes, middle, end) : rangeHash(nodes, start, middle));
    if (isLeft) end = middle;
    else start = middle;
  }
  return proof;
}

/**
 * RFC 9162, section 2.1.4.1: what shows that a tree is the beginning of a later one.
 *
 * @throws RangeError when the later one is smaller.
 */
export function consistencyProof(nodes: Nodes, from: number, to: number): Buffer[] {
  assertSize(from);
  assertSize(to);
  if (from > to) throw new RangeError(`a tree of ${to} leaves never had ${from}`);
  if (from === 0 || from === to) return [];
  const proof: Buffer[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + splitOf(end - start);
    const isLeft = from <= middle;
    proof.unshift(isLeft ? rangeHash(nodes, middle, end) : rangeHash(nodes, start, middle));
    if (isLeft) end = middle;
    else start = middle;
  }
  return start === 0 ? proof : [rangeHash(nodes, start, end), ...proof];
}

/** Of leaves whose first one is where a subtree of their number may begin. */
function rangeHash(nodes: Nodes, start: number, end: number): Buffer {
  const count = end - start;
  const level = Math.round(Math.log2(count));
  if (2 ** level === count) return nodes(level, start / count);
  const middle = start + splitOf(count);
  return nodeHash(rangeHash(nodes, start, middle), rangeHash(nodes, middle, end));
}

/** The largest power of two below a number above 1. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function assertSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no size of a tree`);
}
