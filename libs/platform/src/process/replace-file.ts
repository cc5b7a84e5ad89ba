import { rmSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/**
 * Replaces a file whole or not at all: a crash leaves the old content or the new. Only its owner
 * may read it. Makes its folder.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const draft = draftOf(path);
  await mkdir(dirname(path), { recursive: true });
  await rm(draft, { force: true }); // A draft that a crash left would keep its mode.
  await writeFile(draft, content, { mode: OWNER_ONLY });
  await rename(draft, path);
}

/** The same for what runs before the event loop has other work; the folder must exist. */
export function replaceFileSync(path: string, content: string): void {
  const draft = draftOf(path);
  rmSync(draft, { force: true });
  writeFileSync(draft, content, { mode: OWNER_ONLY });
  renameSync(draft, path);
}

function draftOf(path: string): string {
  return `${path}.new`;
}
