import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readJson } from '../folder/json-file.js';
import { StartFailure } from '../start-failure.js';

/** What a backup consists of; written last, so that a folder without it is no backup. */
export type Manifest = {
  readonly format: 1;
  readonly createdAt: string;
  /** SHA-256 by path below the backup folder. */
  readonly files: Readonly<Record<string, string>>;
};

/** The parts of a backup folder. */
export const DATA = 'data';
export const MODELS = 'models';
export const SETTINGS = 'configuration.env';

export function manifestFile(backup: string): string {
  return join(backup, 'manifest.json');
}

/** @throws StartFailure when the folder is no whole backup, or a file of it has changed. */
export async function verifiedManifest(backup: string): Promise<Manifest> {
  const manifest = readJson(manifestFile(backup)) as Partial<Manifest> | null;
  if (manifest?.format !== 1 || manifest.files === undefined) {
    throw new StartFailure(`${backup} is not a whole backup: it has no manifest of format 1`);
  }
  for (const [path, hash] of Object.entries(manifest.files)) {
    const found = await hashOf(join(backup, path)).catch(() => null);
    if (found === hash) continue;
    throw new StartFailure(
      `${join(backup, path)} is ${found === null ? 'missing' : 'not what was backed up'}; ` +
        'restore another backup',
    );
  }
  return manifest as Manifest;
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
