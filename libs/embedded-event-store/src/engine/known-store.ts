import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreNotOpened } from './errors.js';
import { FILE_MODE } from './owner-only.js';

/** Beside a store's file once it has events: what the file itself cannot say when it is lost. */
const KNOWN = 'has-events';

/**
 * A store that had events and has none any more was lost, and must not begin a new ledger under the
 * same name: command-service would ask providers again for what is paid already.
 *
 * @throws StoreNotOpened
 */
export function refuseLost(folder: string, events: number): void {
  if (events > 0 || !existsSync(join(folder, KNOWN))) return;
  throw new StoreNotOpened(
    'lost',
    `event store ${folder} had events and its file events.mdb is missing or empty; restore it from ` +
      'a backup (docs/runbooks/backup.md). Only to begin a new ledger, name another, empty folder',
  );
}

/** Whether the file has nothing in it: created and never written, or lost. */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** Notes that the store in `folder` has events; where there is no room for it, at the next call. */
export function noteEvents(folder: string): boolean {
  const path = join(folder, KNOWN);
  const draft = `${path}.new`;
  try {
    if (existsSync(path)) return true;
    writeFileSync(draft, '', { mode: FILE_MODE, flush: true });
    renameSync(draft, path);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}
