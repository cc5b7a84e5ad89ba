import type { CauseGraph, NodeKind } from './graph.js';

const SHAPES: Readonly<Record<NodeKind, string>> = {
  command: 'ellipse',
  delivery: 'ellipse',
  model: 'hexagon',
  policy: 'hexagon',
  event: 'box',
  'case-event': 'note',
  posting: 'component',
  'settlement-line': 'folder',
};

/** The graph for Graphviz. */
export function dotOf({ nodes, edges }: CauseGraph): string {
  const lines = [
    ...nodes.map(({ id, kind, label, at }) => {
      const text = at === null ? label : `${label}\n${at}`;
      return `  ${quoted(id)} [shape=${SHAPES[kind]}, label=${quoted(text)}];`;
    }),
    ...edges.map(
      ({ from, to, why }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(why)}];`,
    ),
  ];
  return `digraph causes {\n  rankdir=LR;\n  node [fontname="sans-serif"];\n${lines.join('\n')}\n}\n`;
}

/** A string of DOT. A backslash begins an escape in labels, so each is doubled. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\r', ' ')
    .replaceAll('\n', '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '�');
  return `"${escaped}"`;
}
