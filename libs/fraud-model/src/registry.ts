import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json, replaceFile } from './artefact.js';

export type RegisteredVersion = {
  readonly version: string;
  /** Over the artefacts, see `hashOf`. */
  readonly sha256: string;
  /** Of `weights.bin` alone: equal for equal data and seed. */
  readonly weightsSha256: string;
  readonly trainedAt: string;
  /** Store position of the last event it learnt from; null when none came from a store. */
  readonly trainedTo: string | null;
};

/** Which models there are: the champion decides, the challenger only records. */
export type Registry = {
  readonly champion: string;
  readonly challenger: string | null;
  readonly versions: readonly RegisteredVersion[];
};

/** @throws Error when `models/registry.json` is missing or names a version it does not list. */
export async function readRegistry(modelsDir: string): Promise<Registry> {
  const path = join(modelsDir, 'registry.json');
  if (!existsSync(path)) {
    throw new Error(
      `no models in ${modelsDir}; set MODELS_DIR, or run: npm run train -- --generated`,
    );
  }
  const registry = JSON.parse(await readFile(path, 'utf8')) as Registry;
  for (const version of [registry.champion, registry.challenger]) {
    if (version !== null) registeredOf(registry, version);
  }
  return registry;
}

export function registeredOf(registry: Registry, version: string): RegisteredVersion {
  const registered = registry.versions.find((candidate) => candidate.version === version);
  if (!registered) throw new Error(`the registry lists no model ${version}`);
  return registered;
}

export async function writeRegistry(modelsDir: string, registry: Registry): Promise<void> {
  await replaceFile(join(modelsDir, 'registry.json'), json(registry));
}

/** The month, with a number when the month already has a model: `2026-11`, `2026-11-2`, … */
export function nextVersion(registry: Registry | null, now: string): string {
  const month = now.slice(0, 7);
  const taken = new Set(registry?.versions.map(({ version }) => version));
  if (!taken.has(month)) return month;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${month}-${number}`)) return `${month}-${number}`;
  }
}
