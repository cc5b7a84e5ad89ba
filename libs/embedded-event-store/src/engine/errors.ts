/** Why a store folder could not be opened. */
export type OpenRefusal =
  'in-use' | 'other-format' | 'not-writable' | 'unfinished-backup' | 'lost' | 'damaged';

/** The store folder cannot be opened; the message says why and what to do. */
export class StoreNotOpened extends Error {
  override readonly name = 'StoreNotOpened';

  constructor(
    readonly reason: OpenRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The refusal of a store whose file is not what was written. */
export function damaged(folder: string, what: string, cause?: unknown): StoreNotOpened {
  const message =
    `event store ${folder} is damaged: ${what}; restore it from a backup, or save what can still ` +
    'be read with npm run event-store-salvage (docs/runbooks/backup.md)';
  return new StoreNotOpened('damaged', message, { cause });
}

/** The refusal for what the system said about the folder or a file in it. */
export function notWritable(folder: string, cause: unknown): StoreNotOpened {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message =
    `event store ${folder} cannot be opened for writing: ${why}; let this user write to the ` +
    'folder and all files in it, make room on its disk, or choose another folder';
  return new StoreNotOpened('not-writable', message, { cause });
}
