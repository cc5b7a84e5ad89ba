import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const BYTES_MAX = 20 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** Opens a log for appending; one that grew too long is put aside as `….1` first. */
export function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > BYTES_MAX) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/** The last lines of a log, written at or after `from` bytes. */
export function tailOf(file: string, linesMax: number, from = 0): string[] {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(from, size - TAIL_BYTES, 0);
    const buffer = Buffer.alloc(Math.max(size - start, 0));
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer.toString('utf8').split('\n').filter(Boolean).slice(-linesMax);
  } finally {
    closeSync(descriptor);
  }
}
