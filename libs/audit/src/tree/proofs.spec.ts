import fc from 'fast-check';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashes.js';
import { MemoryTree } from './memory-tree.js';
import { consistencyProof, inclusionProof, rootAt } from './proofs.js';
import { RightEdge } from './right-edge.js';
import { verifyConsistency, verifyInclusion } from './verify-proofs.js';

/** The reference tree of Certificate Transparency, whose roots and proofs are published. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')));

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the published reference tree', () => {
  const { nodes } = treeOf(LEAVES);

  it('has its roots at every size', () => {
    expect(ROOTS.map((_root, size) => rootAt(nodes, size).toString('hex'))).toEqual(ROOTS);
  });

  it('has its inclusion proofs', () => {
    expect(hexOf(inclusionProof(nodes, 0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hexOf(inclusionProof(nodes, 5, 8))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('has its consistency proof', () => {
    expect(hexOf(consistencyProof(nodes, 6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

describe('a tree that grows', () => {
  it('has at every size the root of the definition', () => {
    const { leaves, nodes } = treeOf(madeUp(130));
    const edge = new RightEdge();
    for (let size = 0; size <= leaves.length; size += 1) {
      const expected = definition(leaves.slice(0, size));
      expect(edge.root()).toEqual(expected);
      expect(rootAt(nodes, size)).toEqual(expected);
      expect(RightEdge.of(size, edge.roots).root()).toEqual(expected);
      const next = leaves[size];
      if (next) edge.push(next);
    }
  });

  it('goes on from the kept edge as if it had never stopped', () => {
    const leaves = madeUp(100);
    for (let stop = 0; stop < 100; stop += 7) {
      const before = new RightEdge();
      for (const leaf of leaves.slice(0, stop)) before.push(leaf);
      const after = RightEdge.of(before.size, before.roots);
      for (const leaf of leaves.slice(stop)) after.push(leaf);
      expect(after.root()).toEqual(definition(leaves));
    }
  });

  it('refuses an edge of another size', () => {
    expect(() => RightEdge.of(3, [EMPTY_ROOT])).toThrow(RangeError);
  });
});

describe('proofs of a tree of any size', () => {
  const sizes = fc.integer({ min: 1, max: 600 });

  it('show every leaf, and no other in its place', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, at, other) => {
        const { leaves, nodes } = treeOf(madeUp(size));
        const [index, wrong] = [at % size, other % size];
        const proof = inclusionProof(nodes, index, size);
        const tree = { size, root: rootAt(nodes, size) };
        const leaf = leafAt(leaves, index);
        expect(verifyInclusion({ leaf, index, proof }, tree)).toBe(true);
        if (wrong === index) return;
        expect(verifyInclusion({ leaf: leafAt(leaves, wrong), index, proof }, tree)).toBe(false);
        expect(verifyInclusion({ leaf, index: wrong, proof }, tree)).toBe(false);
      }),
    );
  });

  it('show that it began as each smaller one, and with no other root', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, part) => {
        const { nodes } = treeOf(madeUp(size));
        const from = { size: part % (size + 1), root: rootAt(nodes, part % (size + 1)) };
        const to = { size, root: rootAt(nodes, size) };
        const proof = consistencyProof(nodes, from.size, size);
        expect(verifyConsistency(from, to, proof)).toBe(true);
        if (from.size === 0) return;
        expect(verifyConsistency({ ...from, root: leafHash(from.root) }, to, proof)).toBe(false);
        expect(verifyConsistency(from, { ...to, root: leafHash(to.root) }, proof)).toBe(false);
      }),
    );
  });

  it('do not verify with one changed byte, a hash less or a hash more', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (size, at, byte, by) => {
          const { leaves, nodes } = treeOf(madeUp(size));
          const index = at % size;
          const leaf = leafAt(leaves, index);
          const proof = inclusionProof(nodes, index, size);
          const tree = { size, root: rootAt(nodes, size) };
          const verifies = (hashes: readonly Buffer[]) =>
            verifyInclusion({ leaf, index, proof: hashes }, tree);
          expect(verifies([...proof, leaf])).toBe(false);
          if (proof.length === 0) return;
          expect(verifies(proof.slice(1))).toBe(false);
          const changed = proof.map((hash) => Buffer.from(hash));
          const place = byte % (proof.length * 32);
          const hash = leafAt(changed, Math.floor(place / 32));
          hash[place % 32] = (hash[place % 32] ?? 0) ^ by;
          expect(verifies(changed)).toBe(false);
        },
      ),
    );
  });

  it('do not verify with what is no hash, or from an empty tree with a root of something', () => {
    const { leaves, nodes } = treeOf(LEAVES);
    const tree = { size: 8, root: rootAt(nodes, 8) };
    const proof = inclusionProof(nodes, 5, 8).map((hash) => hash.subarray(1));
    expect(verifyInclusion({ leaf: leafAt(leaves, 5), index: 5, proof }, tree)).toBe(false);
    const short = consistencyProof(nodes, 6, 8).map((hash) => hash.subarray(1));
    expect(verifyConsistency({ size: 6, root: rootAt(nodes, 6) }, tree, short)).toBe(false);
    expect(verifyConsistency({ size: 0, root: EMPTY_ROOT }, tree, [])).toBe(true);
    expect(verifyConsistency({ size: 0, root: tree.root }, tree, [])).toBe(false);
  });

  it('are refused beyond its size', () => {
    const { nodes } = treeOf(LEAVES);
    expect(() => inclusionProof(nodes, 8, 8)).toThrow(RangeError);
    expect(() => consistencyProof(nodes, 8, 7)).toThrow(RangeError);
    expect(() => rootAt(nodes, 9)).toThrow(RangeError);
  });
});

function treeOf(leaves: readonly Buffer[]) {
  const tree = new MemoryTree();
  for (const leaf of leaves) tree.push(leaf);
  return { leaves, nodes: tree.nodes };
}

function madeUp(count: number): Buffer[] {
  return Array.from({ length: count }, (_leaf, index) => leafHash(Buffer.from(String(index))));
}

/** RFC 9162, section 2.1.1, to the letter. */
function definition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

function leafAt(leaves: readonly Buffer[], index: number): Buffer {
  const leaf = leaves[index];
  if (!leaf) throw new RangeError(`no leaf ${index}`);
  return leaf;
}

function hexOf(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('hex'));
}
