import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { troubleOfFile } from '#derived-files';
import type { EventLog, EventStore } from '#event-store';
import { makeFolder, type Clock, type Logger } from '#platform';
import { AuditLog } from './audit-log.js';
import { openSigningKeys } from './signing-keys.js';
import { TreeFile } from './tree-file.js';
import { WitnessFolder } from './witness-folder.js';

/** Holds the key: lost, no later head is of this log. */
export const AUDIT_FOLDER = 'audit';
/** Holds the tree, which the event store is read again for. */
export const TREE_FOLDER = 'audit-tree';

export type AuditSettings = {
  readonly DATA_DIR: string;
  readonly AUDIT_SIGNING_KEY: string;
  readonly AUDIT_WITNESS_DIR: string;
  readonly AUDIT_HEAD_INTERVAL_MS: number;
};

/** @throws InvalidConfig when the key is damaged, or a folder cannot be made. */
export function openAuditLog(
  eventStore: EventStore & EventLog,
  settings: AuditSettings,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): AuditLog {
  const { DATA_DIR, AUDIT_WITNESS_DIR } = settings;
  makeFolder(DATA_DIR, 'choose another folder with DATA_DIR');
  const keys = openSigningKeys(join(DATA_DIR, AUDIT_FOLDER), settings.AUDIT_SIGNING_KEY);
  if (AUDIT_WITNESS_DIR !== '') {
    makeFolder(AUDIT_WITNESS_DIR, 'choose another folder with AUDIT_WITNESS_DIR');
  }
  const folder = join(DATA_DIR, TREE_FOLDER);
  putDamagedAside(folder, logger);
  return new AuditLog({
    eventStore,
    tree: TreeFile.open(folder),
    keys,
    witness: AUDIT_WITNESS_DIR === '' ? null : new WitnessFolder(AUDIT_WITNESS_DIR),
    headIntervalMs: settings.AUDIT_HEAD_INTERVAL_MS,
    clock,
    logger,
  });
}

/** A file that LMDB would end the process at; the store is read again instead. */
function putDamagedAside(folder: string, logger: Logger): void {
  const reason = troubleOfFile(folder);
  if (reason === null) return;
  const aside = `${folder}.damaged`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  logger.error({ reason, aside }, 'the audit tree is damaged: it is built again from the events');
}
