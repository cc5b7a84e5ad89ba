import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Where LMDB's two first pages hold what they say of the whole file. */
const HEAD_BYTES = 160;
const MAGIC_AT = 24;
const PAGE_SIZE_AT = 48;
const LAST_PAGE_AT = 144;
const MAGIC = 0xbeefc0de;
const PAGE_SIZES = [4_096, 8_192, 16_384, 32_768, 65_536];

/**
 * What is wrong with a database's file as a whole, before anything is read through LMDB, which ends
 * the process at what it cannot read. Null: nothing, or there is no file yet.
 */
export function troubleOfFile(folder: string): string | null {
  let descriptor: number;
  try {
    descriptor = openSync(join(folder, 'data.mdb'), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return troubleOf(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

function troubleOf(descriptor: number, size: number): string | null {
  if (size === 0) return null;
  const first = headAt(descriptor, 0);
  const pageSize = first.readUInt32LE(PAGE_SIZE_AT);
  if (!isHead(first) || !PAGE_SIZES.includes(pageSize)) return 'the file does not begin as one';
  const second = headAt(descriptor, pageSize);
  if (!isHead(second)) return 'the second page of the file is not its own';
  const pages = Math.max(
    ...[first, second].map((head) => Number(head.readBigUInt64LE(LAST_PAGE_AT))),
  );
  const wanted = (pages + 1) * pageSize;
  return size < wanted ? `the file has ${size} bytes of ${wanted}` : null;
}

function headAt(descriptor: number, position: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  readSync(descriptor, head, 0, HEAD_BYTES, position);
  return head;
}

function isHead(head: Buffer): boolean {
  return head.readUInt32LE(MAGIC_AT) === MAGIC;
}
