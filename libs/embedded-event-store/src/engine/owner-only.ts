import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { notWritable } from './errors.js';

/** The ledger is its owner's alone: other users of the machine may neither read nor list it. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

/** Takes away what the file or folder allows beyond `mode`; another owner's is theirs to set. */
export function keepToOwner(path: string, mode: number): void {
  const { uid, mode: present } = statSync(path);
  if (uid !== process.getuid?.() || (present & 0o777 & ~mode) === 0) return;
  chmodSync(path, present & mode);
}

/** @throws StoreNotOpened when it cannot be made. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
    keepToOwner(path, FOLDER_MODE);
  } catch (error) {
    throw notWritable(path, error);
  }
}
