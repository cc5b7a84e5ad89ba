import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { copyLmdbFile, flush } from '#embedded-event-store';
import { makeFolder } from '#platform';
import { writeJson } from '../folder/json-file.js';
import { StartFailure } from '../start-failure.js';
import { DATA, hashOf, manifestFile, MODELS, SETTINGS, type Manifest } from './manifest.js';

export type BackUpOptions = {
  readonly dataDir: string;
  readonly modelsDir: string;
  /** Where the keys of personal texts are kept, apart from all backups: only the latest of them. */
  readonly keysTo: string;
  /** A new folder, or an empty one. */
  readonly to: string;
  /** What the services are configured with; secrets stay secrets of the backup. */
  readonly settings: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** Kept apart: with an old copy of its keys, an old backup would bring back what was erased. */
const KEYS = 'privacy';

/** Derived from the events, written at each start, or of the running process alone. */
const REBUILT =
  /^(postgres(\..+)?|nats|logs|command-service|fraud-worker|event-store-door|audit-tree(\..+)?)$/;
const OF_THE_PROCESS = /^standalone\.json$|\.sock$|-lock$|lock\.mdb$|\.partial$/;

const OWNER_ONLY = 0o077;

/**
 * Copies everything that cannot be rebuilt into one folder, while the services go on: the event
 * store first, so that no other part is older than it.
 *
 * @throws StartFailure when there is nothing to back up, or the folder is not empty.
 */
export async function backUp(options: BackUpOptions): Promise<Manifest> {
  const { dataDir, modelsDir, settings, now } = options;
  const to = resolve(options.to);
  const names: string[] = await readdir(dataDir).catch(() => []);
  const isKept = (name: string): boolean =>
    name !== KEYS && !REBUILT.test(name) && !OF_THE_PROCESS.test(name);
  const kept = names.filter(isKept);
  if (kept.length === 0) throw new StartFailure(`${dataDir} holds nothing to back up`);
  process.umask(OWNER_ONLY);
  await claimEmpty(to);
  try {
    for (const name of eventStoreFirst(kept)) {
      await copyTree(join(dataDir, name), join(to, DATA, name));
    }
    await copyTree(modelsDir, join(to, MODELS));
    await writeFile(join(to, SETTINGS), settingsText(settings));
    const manifest: Manifest = {
      format: 1,
      createdAt: now.toISOString(),
      files: await hashesOf(to),
    };
    writeJson(manifestFile(to), manifest);
    if (names.includes(KEYS)) await replaceTree(join(dataDir, KEYS), resolve(options.keysTo));
    return manifest;
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}

function eventStoreFirst(names: readonly string[]): string[] {
  return [...names].sort((a, b) => Number(b === 'event-store') - Number(a === 'event-store'));
}

async function claimEmpty(folder: string): Promise<void> {
  makeFolder(folder, 'name another folder for the backup');
  const present = await readdir(folder);
  if (present.length === 0) return;
  throw new StartFailure(`${folder} is not empty (${String(present[0])}); name a new folder`);
}

/** The copy before is gone once the new one is whole. */
async function replaceTree(from: string, to: string): Promise<void> {
  const draft = `${to}.partial`;
  await rm(draft, { recursive: true, force: true });
  await copyTree(from, draft);
  await rm(to, { recursive: true, force: true });
  await rename(draft, to);
}

/** Copies a file or folder; a database by its own transaction, all else as it is. */
async function copyTree(from: string, to: string): Promise<void> {
  const stats = await stat(from);
  if (stats.isDirectory()) {
    await mkdir(to, { recursive: true });
    for (const name of await readdir(from)) {
      if (!OF_THE_PROCESS.test(name)) await copyTree(join(from, name), join(to, name));
    }
    return;
  }
  if (!stats.isFile()) return;
  await mkdir(dirname(to), { recursive: true });
  await (from.endsWith('.mdb') ? copyLmdbFile(from, to) : copyFile(from, to));
  await flush(to);
}

function settingsText(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}

async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes: Record<string, string> = {};
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    hashes[relative(folder, file)] = await hashOf(file);
  }
  return hashes;
}
