import fc from 'fast-check';
import { Clusters } from './clusters.js';
import { HashedClusters } from './hashed-clusters.js';

const items = fc.array(
  fc.record({
    scope: fc.constantFrom('stripe capture', 'stripe refund', 'stripe captur'),
    keys: fc.array(fc.oneof(fc.nat(40).map(String), fc.string({ maxLength: 3 })), { maxLength: 4 }),
  }),
  { maxLength: 60 },
);

describe('clusters by hashes of their keys', () => {
  it('are those of the keys themselves', () => {
    fc.assert(
      fc.property(items, (all) => {
        const [exact, hashed] = [new Clusters(), new HashedClusters()];
        for (const { scope, keys } of all) {
          exact.add(scope, keys);
          hashed.add(scope, keys);
        }
        expect(groupsOf(hashed.roots())).toEqual([...exact.groups()]);
      }),
    );
  });

  it('stay apart, or together, beyond what they first have room for', () => {
    const hashed = new HashedClusters();
    const count = 20_000;
    for (let item = 0; item < count; item += 1)
      hashed.add('a', [`own-${item}`, `pair-${item >> 1}`]);
    const roots = hashed.roots();
    expect([...roots]).toEqual(Array.from({ length: count }, (_, item) => item - (item % 2)));
  });
});

function groupsOf(roots: Int32Array): number[][] {
  const groups = new Map<number, number[]>();
  for (const [item, root] of roots.entries()) groups.set(root, [...(groups.get(root) ?? []), item]);
  return [...groups.values()];
}
