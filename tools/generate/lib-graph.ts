import type { ICruiseResult } from 'dependency-cruiser';

/** Parts (`libs/money`, `apps/operations`) and the libs that each of them imports. */
export type PartGraph = ReadonlyMap<string, ReadonlySet<string>>;

const PART = /^(apps|libs)\/[^/]+(?=\/)/;

/** Collapses modules to parts; tests may import more and do not count. */
export function partGraphOf({ modules }: Pick<ICruiseResult, 'modules'>): PartGraph {
  const graph = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const part = PART.exec(source)?.[0];
    if (part === undefined || source.endsWith('.spec.ts')) continue;
    const uses = graph.get(part) ?? new Set<string>();
    graph.set(part, uses);
    for (const { resolved } of dependencies) {
      const used = PART.exec(resolved)?.[0];
      if (used !== undefined && used !== part) uses.add(used);
    }
  }
  return graph;
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
