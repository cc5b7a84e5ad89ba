import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { RootDatabase } from 'lmdb';

/** Each extension, and the least kept ready, as a share of the file and within these bounds. */
const AHEAD_SHARE = 1 / 8;
const AHEAD_BYTES_MIN = 256 * 1024;
const AHEAD_BYTES_MAX = 4 * 1024 * 1024;

const ZEROS = Buffer.alloc(256 * 1024);

type SystemError = Error & { code?: string };

/**
 * Keeps room at the end of LMDB's file, so that a full disk is met here, as an error with its
 * reason, and never inside a commit: of a write that failed LMDB tells little, and lmdb 3.5.6
 * writes beyond a buffer when it prints it, which may end the process.
 */
export class FileReserve {
  /** Behind the last page in use, less what commits under way may take; never too high. */
  #freeBytes = 0;
  #takenBytes = 0;
  #extending: Promise<void> | undefined;

  private constructor(
    private readonly root: RootDatabase<Buffer, string>,
    /** Opened to append, so that what LMDB wrote meanwhile can not be overwritten. */
    private readonly file: FileHandle,
  ) {}

  static async open(root: RootDatabase<Buffer, string>, path: string): Promise<FileReserve> {
    return new FileReserve(root, await open(path, 'a'));
  }

  /**
   * Runs a commit that needs `bytes` at most, once they are there for it.
   *
   * @throws Error of the system when they are not to be had.
   */
  async during<T>(bytes: number, commit: () => Promise<T>): Promise<T> {
    await this.#take(bytes);
    try {
      return await commit();
    } finally {
      this.#takenBytes -= bytes;
    }
  }

  async close(): Promise<void> {
    await this.#extending?.catch(() => undefined);
    await this.file.close();
  }

  async #take(bytes: number): Promise<void> {
    while (this.#freeBytes < bytes) {
      await this.#measure();
      if (this.#freeBytes < bytes) await this.#extend(bytes);
    }
    this.#freeBytes -= bytes;
    this.#takenBytes += bytes;
    // Ahead of need, and unseen: should it fail, the commit that needs the room will say so.
    if (this.#freeBytes < AHEAD_BYTES_MIN) void this.#extend(0).catch(() => undefined);
  }

  async #measure(): Promise<number> {
    const { size } = await this.file.stat();
    const { pageSize, lastPageNumber } = this.root.getStats() as {
      readonly pageSize: number;
      readonly lastPageNumber: number;
    };
    this.#freeBytes = size - (lastPageNumber + 1) * pageSize - this.#takenBytes;
    return size;
  }

  /** Until `bytes` are free, and more if it can; one at a time. */
  async #extend(bytes: number): Promise<void> {
    while (this.#extending) await this.#extending.catch(() => undefined);
    this.#extending = this.#appendZeros(bytes).finally(() => (this.#extending = undefined));
    await this.#extending;
  }

  async #appendZeros(bytes: number): Promise<void> {
    const size = await this.#measure();
    const ahead = Math.min(AHEAD_BYTES_MAX, Math.max(AHEAD_BYTES_MIN, size * AHEAD_SHARE));
    const limit = fileBytesMax();
    let missing = Math.ceil(Math.max(bytes - this.#freeBytes, ahead));
    try {
      for (let end = size; missing > 0;) {
        const part = Math.min(missing, ZEROS.length, limit - end);
        if (part <= 0) throw tooLarge(limit);
        const { bytesWritten } = await this.file.write(ZEROS, 0, part);
        end += bytesWritten;
        missing -= bytesWritten;
      }
    } catch (error) {
      await this.#measure();
      // The last of the disk may still do for what is asked now.
      if (this.#freeBytes < bytes) throw error;
    }
  }
}

/** What the system lets this process write to one file; Linux alone tells. */
function fileBytesMax(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max file size\s+(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}

/** Writing beyond the limit would end the process with a signal. */
function tooLarge(bytesMax: number): SystemError {
  const error: SystemError = new Error(`EFBIG: this process may write files of ${bytesMax} bytes`);
  error.code = 'EFBIG';
  return error;
}
