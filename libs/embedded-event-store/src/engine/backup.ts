import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { flush } from './flush.js';
import { FILE_MODE, FOLDER_MODE, keepToOwner } from './owner-only.js';
import { type Database, databaseFile, partialFile } from './database.js';

/**
 * Copies the store, as of this moment, into an empty folder while work goes on. Until all of the
 * copy is on disk it has another name, under which no store opens it.
 *
 * @throws Error when the folder is not empty or cannot take it all; it is left as it was.
 */
export async function backUp({ root }: Database, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  const present = await readdir(folder);
  if (present.length > 0) {
    throw new Error(`backup folder ${folder} is not empty (${present[0]}); name a new one`);
  }
  try {
    await root.backup(partialFile(folder), true);
    keepToOwner(partialFile(folder), FILE_MODE);
    await flush(partialFile(folder));
    await rename(partialFile(folder), databaseFile(folder));
    await flush(folder);
  } catch (error) {
    await rm(partialFile(folder), { force: true });
    const why = error instanceof Error ? error.message : String(error);
    const message = `the event store could not be backed up to ${folder}: ${why}`;
    throw new Error(message, { cause: error });
  }
}
