/** What payments are linked by, as the server knows it. */
export const LINK_KINDS = ['card', 'device', 'customer'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

export type Point = { readonly x: number; readonly y: number };
export type Hub = Point & { readonly kind: LinkKind };
export type Node = Point & { readonly paymentId: string; readonly by: readonly LinkKind[] };

type Linked = { readonly paymentId: string; readonly by: readonly string[] };

export const SIZE = { width: 600, height: 260 } as const;

const HUB_RADIUS = 70;
const ROW = 18;
const MARGIN = 14;

/**
 * Where the picture of links draws what: the payment in the middle, around it what links it, and
 * at the sides the linked payments, in columns by what they share most. The same links are always
 * drawn the same, so that a person finds them again.
 */
export function layoutOf(linked: readonly Linked[]): {
  readonly hubs: readonly Hub[];
  readonly nodes: readonly Node[];
} {
  const centre = { x: SIZE.width / 2, y: SIZE.height / 2 };
  const kinds = LINK_KINDS.filter((kind) => linked.some(({ by }) => by.includes(kind)));
  const hubs = kinds.map((kind, index) => {
    const angle = Math.PI * (2 * (index / kinds.length) - 0.5);
    const { x, y } = centre;
    return { kind, x: x + HUB_RADIUS * Math.cos(angle), y: y + HUB_RADIUS * Math.sin(angle) };
  });
  const rows = Math.floor((SIZE.height - 2 * MARGIN) / ROW) + 1;
  const nodes = linked.map(({ paymentId, by }, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const place = Math.floor(index / 2);
    const column = Math.floor(place / rows);
    const half = SIZE.width / 2 - MARGIN - column * ROW;
    return {
      paymentId,
      by: kinds.filter((kind) => by.includes(kind)),
      x: centre.x + side * half,
      y: MARGIN + (place % rows) * ROW,
    };
  });
  return { hubs, nodes };
}
