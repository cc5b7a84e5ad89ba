import ts from 'typescript';

/** Parts (`libs/money`, `apps/operations`) and the libs that each of them imports. */
export type PartGraph = ReadonlyMap<string, ReadonlySet<string>>;

type Source = { readonly path: string; readonly text: string };

const PART = /^(apps|libs)\/[^/]+(?=\/)/;
const LIB = /^#(?<lib>[a-z-]+)$/;

/**
 * Collapses sources to parts; tests may import more and do not count. A part reaches another by
 * the name of the lib alone, which the fences see to, so that no path has to be resolved.
 */
export function partGraphOf(sources: Iterable<Source>): PartGraph {
  const graph = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const part = PART.exec(path)?.[0];
    if (part === undefined || path.endsWith('.spec.ts')) continue;
    const uses = graph.get(part) ?? new Set<string>();
    graph.set(part, uses);
    for (const lib of libsIn(text)) if (part !== lib) uses.add(lib);
  }
  return graph;
}

function libsIn(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    const lib = LIB.exec(fileName)?.groups?.['lib'];
    return lib === undefined ? [] : [`libs/${lib}`];
  });
}

/** The libs as a mermaid picture, and below it which libs each app uses. */
export function libGraphSection(graph: PartGraph): string {
  const parts = [...graph.keys()].sort();
  const libs = parts.filter((part) => part.startsWith('libs/'));
  const apps = parts.filter((part) => part.startsWith('apps/'));
  const lines = libs.flatMap((lib) => {
    const uses = usesOf(graph, lib);
    return uses.length === 0 ? [`  ${nameOf(lib)}`] : [`  ${nameOf(lib)} --> ${uses.join(' & ')}`];
  });
  const rows = apps.map((app) => `| ${nameOf(app)} | ${usesOf(graph, app).join(', ')} |`);
  return [
    '```mermaid',
    'flowchart BT',
    ...lines,
    '```',
    '',
    '| app | uses |',
    '| --- | --- |',
    ...rows,
  ].join('\n');
}

function usesOf(graph: PartGraph, part: string): string[] {
  return [...(graph.get(part) ?? [])].map(nameOf).sort();
}

function nameOf(part: string): string {
  return part.slice(part.indexOf('/') + 1);
}
