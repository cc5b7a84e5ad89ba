import type { CauseEdge, CauseNode, NodeKind } from './graph.js';

export type Placed = {
  readonly node: CauseNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What causes stands left of the events, what follows right of them. */
const COLUMNS: Readonly<Record<NodeKind, number>> = {
  command: 0,
  delivery: 0,
  model: 0,
  policy: 0,
  event: 1,
  'case-event': 2,
  posting: 2,
  'settlement-line': 3,
};

const WIDTH = 300;
const HEIGHT = 42;
const ACROSS = WIDTH + 100;
const DOWN = HEIGHT + 18;
const MARGIN = 24;

/** Rows are the events in their order; what belongs to one stands beside it, or below. */
export function placed(
  nodes: readonly CauseNode[],
  edges: readonly CauseEdge[],
): { readonly nodes: readonly Placed[]; readonly width: number; readonly height: number } {
  const rows = new Map<string, number>();
  for (const { id, kind } of nodes) if (kind === 'event') rows.set(id, rows.size);
  const taken = new Map<number, Set<number>>();
  const boxes = nodes.map((node) => {
    const column = COLUMNS[node.kind];
    const row = freeRow(taken, column, rows.get(node.id) ?? rowBeside(node.id, edges, rows));
    return {
      node,
      x: MARGIN + 60 + column * ACROSS,
      y: MARGIN + row * DOWN,
      width: WIDTH,
      height: HEIGHT,
    };
  });
  const right = Math.max(0, ...boxes.map(({ x }) => x + WIDTH));
  const bottom = Math.max(0, ...boxes.map(({ y }) => y + HEIGHT));
  return { nodes: boxes, width: right + MARGIN, height: bottom + MARGIN };
}

/** That of the first event it is linked with. */
function rowBeside(
  id: string,
  edges: readonly CauseEdge[],
  rows: ReadonlyMap<string, number>,
): number {
  const beside = edges.flatMap(({ from, to }) => {
    const other = from === id ? to : to === id ? from : null;
    return other === null ? [] : [rows.get(other) ?? rows.size];
  });
  return beside.length === 0 ? rows.size : Math.min(...beside);
}

function freeRow(taken: Map<number, Set<number>>, column: number, wanted: number): number {
  const rows = taken.get(column) ?? new Set();
  taken.set(column, rows);
  let row = wanted;
  while (rows.has(row)) row += 1;
  rows.add(row);
  return row;
}
