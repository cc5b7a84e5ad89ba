import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Of LMDB 0.9.90 as lmdb 3.5.6 brings it: where things are in a page. */
const MAGIC = 0xbeefc0de;
const VERSION = 2;
export const HEADER_BYTES = 24;
const META_FLAG = 0x08;
const META_BYTES = 136;
const NUMBER_KEYS = 0x08;
const PAGE_BYTES_MIN = 512;
const PAGE_BYTES_MAX = 65_536;
/** Read at once: neighbours are mostly asked for next. */
const AHEAD_BYTES = 64 * 1024;

/** A tree of pages. */
export type Tree = {
  readonly name: string;
  /** NO_PAGE when it is empty. */
  readonly root: number;
  readonly depth: number;
  /** Whether its keys are in the order of their bytes; else they are numbers. */
  readonly byBytes: boolean;
};

export const NO_PAGE = 2 ** 64;

/** The file of LMDB as it lies on the disk, read without LMDB, which trusts every page. */
export class PageFile {
  readonly pageBytes: number;
  /** Number of the last page in use. */
  readonly last: number;
  readonly trees: readonly [free: Tree, main: Tree];
  #ahead = Buffer.alloc(0);
  #aheadAt = 0;

  private constructor(
    private readonly file: number,
    readonly bytes: number,
  ) {
    const pageBytes = this.#metaAt(0).readUInt32LE(24);
    const usable = pageBytes >= PAGE_BYTES_MIN && pageBytes <= PAGE_BYTES_MAX;
    if (!usable) throw new RangeError('its first page names no size of pages');
    this.pageBytes = pageBytes;
    const metas = [this.#metaAt(0), this.#metaAt(pageBytes)] as const;
    const [first, second] = metas;
    const newest = numberAt(second, 128) > numberAt(first, 128) ? second : first;
    this.trees = [treeAt(newest, 24, 'free pages'), treeAt(newest, 72, 'tables')];
    this.last = numberAt(newest, 120);
  }

  /** @throws RangeError when it is no file of LMDB's. */
  static open(path: string): PageFile {
    const file = openSync(path, 'r');
    try {
      return new PageFile(file, fstatSync(file).size);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  close(): void {
    closeSync(this.file);
  }

  /** Shorter than a page, or empty, where the file ends before. */
  page(number: number): Buffer {
    return this.read(number * this.pageBytes, this.pageBytes);
  }

  /** Bytes of the file, as far as it has them. */
  read(at: number, length: number): Buffer {
    const inAhead = at >= this.#aheadAt && at + length <= this.#aheadAt + this.#ahead.length;
    if (!inAhead) {
      const ahead = Buffer.allocUnsafe(Math.max(length, AHEAD_BYTES));
      this.#ahead = ahead.subarray(0, readSync(this.file, ahead, 0, ahead.length, at));
      this.#aheadAt = at;
    }
    return this.#ahead.subarray(at - this.#aheadAt, at - this.#aheadAt + length);
  }

  #metaAt(at: number): Buffer {
    const page = this.read(at, HEADER_BYTES + META_BYTES);
    const meta = page.subarray(HEADER_BYTES);
    const valid =
      meta.length === META_BYTES &&
      (page.readUInt16LE(18) & META_FLAG) !== 0 &&
      meta.readUInt32LE(0) === MAGIC &&
      (meta.readUInt32LE(4) & 0xffff) === VERSION;
    if (!valid) throw new RangeError('one of its first two pages is not that of an event store');
    return meta;
  }
}

/** 48 bytes that describe a tree. */
export function treeAt(bytes: Buffer, at: number, name: string): Tree {
  const byBytes = (bytes.readUInt16LE(at + 4) & NUMBER_KEYS) === 0;
  return { name, byBytes, depth: bytes.readUInt16LE(at + 6), root: numberAt(bytes, at + 40) };
}

export function numberAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}
