import { open } from 'lmdb';

/**
 * Copies an LMDB file, as of this moment, while another process writes to it. A copy page by page
 * keeps the list of free pages, which a compacted one lacks until its first commit.
 */
export async function copyLmdbFile(file: string, copy: string): Promise<void> {
  const root = open({ path: file, noSubdir: true, readOnly: true, maxDbs: 8 });
  try {
    await root.backup(copy, false);
  } finally {
    await root.close();
  }
}
