import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelMeta } from './model-meta.js';

/** Vectors with the scores the model gave when it was trained. */
export type GoldenScore = {
  readonly vectors: readonly (readonly number[])[];
  readonly scores: readonly number[];
};

/** One trained model as it is stored under `models/<version>/`. */
export type Artefact = {
  readonly modelJson: string;
  readonly weights: Uint8Array;
  readonly meta: ModelMeta;
  readonly golden: GoldenScore;
};

/** What people read about it; not part of the hash. */
export type ArtefactReport = { readonly metrics: object; readonly card: string };

/** The stored files are not those that were trained. */
export class ModelCorrupt extends Error {
  override readonly name = 'ModelCorrupt';
}

/** SHA-256 over everything that decides a score. */
export function hashOf(artefact: Artefact): string {
  const hash = createHash('sha256');
  for (const [name, content] of filesOf(artefact)) hash.update(`${name} ${sha256(content)}\n`);
  return hash.digest('hex');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Writes a version all or not at all: beside its place, onto the disk, then renamed.
 *
 * @throws Error when the version exists already; a version is never overwritten.
 */
export async function saveArtefact(
  modelsDir: string,
  artefact: Artefact,
  { metrics, card }: ArtefactReport,
): Promise<void> {
  const { version } = artefact.meta;
  const draft = join(modelsDir, `.${version}.${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    const report = [
      ['metrics.json', json(metrics)],
      ['MODEL_CARD.md', card],
    ] as const;
    for (const [name, content] of [...filesOf(artefact), ...report]) {
      await writeDurably(join(draft, name), content);
    }
    await syncFolder(draft);
    await rename(draft, join(modelsDir, version));
    await syncFolder(modelsDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const taken = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw taken ? new Error(`model ${version} exists; a version is never overwritten`) : error;
  }
}

/** @throws ModelCorrupt when a file is missing or is not what it was. */
export async function readArtefact(modelsDir: string, version: string): Promise<Artefact> {
  const read = (name: string) => readFile(join(modelsDir, version, name));
  try {
    return {
      modelJson: (await read('model.json')).toString(),
      weights: new Uint8Array(await read('weights.bin')),
      meta: JSON.parse((await read('meta.json')).toString()) as ModelMeta,
      golden: JSON.parse((await read('golden.json')).toString()) as GoldenScore,
    };
  } catch (error) {
    throw new ModelCorrupt(`model ${version} cannot be read from ${modelsDir}: ${String(error)}`);
  }
}

/** Replaces a file at once: readers see the old content or the new one. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeDurably(draft, content);
  await rename(draft, path);
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function filesOf(artefact: Artefact): [name: string, content: string | Uint8Array][] {
  return [
    ['model.json', artefact.modelJson],
    ['weights.bin', artefact.weights],
    ['meta.json', json(artefact.meta)],
    ['golden.json', json(artefact.golden)],
  ];
}

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
