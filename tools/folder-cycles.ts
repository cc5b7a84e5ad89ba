import type { ICruiseResult } from 'dependency-cruiser';

/** Folder or file right below `src/`, and the app that it is part of. */
type Room = { readonly part: string; readonly name: string };

type Import = { readonly from: string; readonly to: string; readonly example: string };

/**
 * Imports between folders of one app that lead back to where they started: such folders
 * have no order in which one can be read after the other.
 */
export function folderCyclesOf({ modules }: Pick<ICruiseResult, 'modules'>): string[] {
  const byPart = new Map<string, Import[]>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === null || /\.(spec|contract)\.ts$/.test(source)) continue;
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to === null || to.part !== from.part || to.name === from.name) continue;
      const imports = byPart.get(from.part) ?? [];
      byPart.set(from.part, imports);
      imports.push({ from: from.name, to: to.name, example: `${source} → ${resolved}` });
    }
  }
  return [...byPart].flatMap(([, imports]) => cyclicOf(imports));
}

function roomOf(path: string): Room | null {
  const [, part, name] = /^(apps\/[^/]+)\/src\/([^/]+)/.exec(path) ?? [];
  return part === undefined || name === undefined ? null : { part, name };
}

/** One line for each pair of folders whose import is part of a circle. */
function cyclicOf(imports: readonly Import[]): string[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  const seen = new Map<string, string>();
  for (const { from, to, example } of imports) {
    if (!seen.has(`${from} ${to}`) && reaches(targets, to, from)) {
      seen.set(`${from} ${to}`, example);
    }
  }
  return [...seen.values()];
}

function reaches(
  targets: ReadonlyMap<string, ReadonlySet<string>>,
  start: string,
  goal: string,
): boolean {
  const visited = new Set<string>();
  const open = [start];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === goal) return true;
    if (visited.has(room)) continue;
    visited.add(room);
    open.push(...(targets.get(room) ?? []));
  }
  return false;
}
