import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../failure.js';

/** Asks for what is to be written. */
type Ask = () => Promise<AsyncIterable<string>>;

/** @throws Failure when the reader goes away. */
export async function toStandardOutput(ask: Ask): Promise<void> {
  const text = await ask();
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
    throw new Failure('what reads the export went away before its end');
  }
}

/**
 * Writes beside the file and renames when all is there: who reads the file finds the old one or the
 * whole new one. Nothing is asked for before the file can be written.
 *
 * @throws Failure when it cannot be written.
 */
export async function toFile(file: string, ask: Ask): Promise<void> {
  const partial = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    await refuseOther(file);
    await write(partial, ask);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const isOfFile = error instanceof Error && 'syscall' in error && 'path' in error;
    const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    if (!isOfFile && !isFull) throw error;
    throw new Failure(`${file} cannot be written: ${error instanceof Error ? error.message : ''}`);
  }
}

async function write(partial: string, ask: Ask): Promise<void> {
  const handle = await open(partial, 'wx');
  try {
    await writeFile(handle, await ask());
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder or a device is not replaced by a file. */
async function refuseOther(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null || found.isFile()) return;
  throw new Failure(`${file} is no file; leave --out away to print the export`);
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | null)?.code;
}
