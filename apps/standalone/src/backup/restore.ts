import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '#platform';
import { StartFailure } from '../start-failure.js';
import { DATA, MODELS, verifiedManifest, type Manifest } from './manifest.js';

export type RestoreOptions = {
  readonly backup: string;
  /** A new data folder, or an empty one. */
  readonly dataDir: string;
  /** The latest keys of personal texts; null: there are none, and what is sealed stays so. */
  readonly keys: string | null;
  /** Null: the models of this checkout stay. */
  readonly modelsDir: string | null;
};

/**
 * Puts a verified backup back. Views, features and indices are not in it: the services build them
 * from the events when they start.
 *
 * @throws StartFailure when the backup is not whole, or a folder to restore into is not empty.
 */
export async function restore({
  backup,
  dataDir,
  modelsDir,
  keys,
}: RestoreOptions): Promise<Manifest> {
  const manifest = await verifiedManifest(backup);
  const parts = [[DATA, dataDir] as const, [MODELS, modelsDir] as const];
  const copies = parts.flatMap(([part, folder]) =>
    folder === null ? [] : [{ from: join(backup, part), to: resolve(folder) }],
  );
  for (const copy of copies) await assertEmpty(copy.to);
  for (const { from, to } of copies) await copyInto(from, to);
  if (keys !== null) await copyInto(resolve(keys), join(resolve(dataDir), 'privacy'));
  return manifest;
}

async function assertEmpty(folder: string): Promise<void> {
  const present = await readdir(folder).catch(() => []);
  if (present.length === 0) return;
  throw new StartFailure(`${folder} is not empty (${String(present[0])}); name a new folder`);
}

/** All of it or nothing: a copy that was cut short keeps another name. */
async function copyInto(from: string, to: string): Promise<void> {
  const draft = `${to}.restoring`;
  await rm(draft, { recursive: true, force: true });
  makeFolder(dirname(to), 'name another folder to restore into');
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await cp(from, draft, { recursive: true, preserveTimestamps: true });
  await rm(to, { recursive: true, force: true });
  await rename(draft, to);
}
