import fc from 'fast-check';
import { layoutOf, LINK_KINDS, SIZE } from './link-layout.js';

const linked = fc.uniqueArray(
  fc.record({ paymentId: fc.uuid(), by: fc.subarray([...LINK_KINDS], { minLength: 1 }) }),
  { maxLength: 100, selector: ({ paymentId }) => paymentId },
);

describe('the picture of links', () => {
  it('draws each payment once, inside, and on no other', () => {
    fc.assert(
      fc.property(linked, (all) => {
        const { nodes, hubs } = layoutOf(all);
        expect(nodes.map(({ paymentId }) => paymentId)).toEqual(
          all.map(({ paymentId }) => paymentId),
        );
        const places = [...nodes, ...hubs].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
        expect(new Set(places).size).toBe(places.length);
        for (const { x, y } of nodes) {
          expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
        }
      }),
    );
  });

  it('has a hub for each kind that links, and only those', () => {
    fc.assert(
      fc.property(linked, (all) => {
        const kinds = LINK_KINDS.filter((kind) => all.some(({ by }) => by.includes(kind)));
        expect(layoutOf(all).hubs.map(({ kind }) => kind)).toEqual(kinds);
      }),
    );
  });
});
