import { statfsSync } from 'node:fs';

const LOW_BYTES = 32 * 1024 * 1024;

/** A hint for an error message when the disk of `folder` is full or nearly so, else nothing. */
export function diskSpace(folder: string): string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    if (free > LOW_BYTES) return '';
    const mebibytes = (free / 1024 / 1024).toFixed(1);
    return `; the disk of ${folder} is full (${mebibytes} MiB free), make room and it goes on`;
  } catch {
    return ''; // The disk itself is gone: the system's own reason is all there is to say.
  }
}
