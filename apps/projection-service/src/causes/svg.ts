import { escapeHtml } from '#platform';
import { placed, type Placed } from './layout.js';
import type { CauseEdge, CauseGraph, NodeKind } from './graph.js';

const COLOURS: Readonly<Record<NodeKind, string>> = {
  command: '#dbeafe',
  delivery: '#e0e7ff',
  model: '#fce7f3',
  policy: '#fce7f3',
  event: '#f1f5f9',
  'case-event': '#fef3c7',
  posting: '#dcfce7',
  'settlement-line': '#ccfbf1',
};

const LABEL_CHARS_MAX = 42;

/** The graph as a picture that loads nothing and runs nothing. */
export function svgOf(graph: CauseGraph): string {
  const { nodes, width, height } = placed(graph.nodes, graph.edges);
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  const body = [...graph.edges.map((edge) => edgeOf(edge, byId)), ...nodes.map(boxOf)].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">
<title>What led to what</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#475569"/></marker></defs>
<rect width="100%" height="100%" fill="#ffffff"/>
${body}
</svg>
`;
}

function boxOf({ node, x, y, width, height }: Placed): string {
  const { kind, label, detail, at } = node;
  const below = at ?? detail ?? kind;
  const title = [kind, label, detail, at, node.position].filter((part) => part !== null).join(', ');
  return (
    `<g><title>${textOf(title)}</title>` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${COLOURS[kind]}" stroke="#64748b"/>` +
    `<text x="${x + 8}" y="${y + 17}" fill="#0f172a">${textOf(short(label))}</text>` +
    `<text x="${x + 8}" y="${y + 33}" fill="#475569" font-size="10">${textOf(short(below))}</text></g>`
  );
}

function edgeOf({ from, to, why }: CauseEdge, byId: ReadonlyMap<string, Placed>): string {
  const [a, b] = [byId.get(from), byId.get(to)];
  if (!a || !b) return '';
  return `<path d="${pathBetween(a, b)}" fill="none" stroke="#475569" marker-end="url(#end)"><title>${textOf(why)}</title></path>`;
}

/** From side to side; within a column round its left side. */
function pathBetween(a: Placed, b: Placed): string {
  const [ay, by] = [a.y + a.height / 2, b.y + b.height / 2];
  if (a.x === b.x) {
    const bend = a.x - 16 - Math.min(60, Math.abs(by - ay) / 8);
    return `M${a.x} ${ay}C${bend} ${ay} ${bend} ${by} ${b.x} ${by}`;
  }
  const [ax, bx] = a.x < b.x ? [a.x + a.width, b.x] : [a.x, b.x + b.width];
  const middle = (ax + bx) / 2;
  return `M${ax} ${ay}C${middle} ${ay} ${middle} ${by} ${bx} ${by}`;
}

function short(text: string): string {
  return text.length <= LABEL_CHARS_MAX ? text : `${text.slice(0, LABEL_CHARS_MAX - 1)}…`;
}

/** XML 1.0 has no control characters, not even escaped, and no half of a pair. */
function textOf(text: string): string {
  return escapeHtml(
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '�'),
  );
}
