import { HEADER_BYTES, numberAt, type PageFile } from './page-file.js';

export const BRANCH = 0x01;
export const LEAF = 0x02;
const OVERFLOW = 0x04;
const KIND = BRANCH | LEAF | OVERFLOW;
const NODE_BYTES = 8;
const TREE_BYTES = 48;
/** A value on pages of its own: their first number, a transaction, their count. */
const ELSEWHERE_BYTES = 24;
const ELSEWHERE = 0x01;
export const SUBTREE = 0x02;

/** Keys from `low` on and below `high`, as far as they are bounded. */
export type KeyRange = { readonly low?: Buffer | undefined; readonly high?: Buffer | undefined };

const NO_PAGES = { first: 0, count: 0 } as const;

/** One page with keys. */
export class Page {
  readonly count: number;

  constructor(private readonly bytes: Buffer) {
    this.count = bytes.readUInt16LE(20) >> 1;
  }

  /** The leaf page of that number, if it is one. */
  static leafAt(file: PageFile, number: number): Page | undefined {
    const bytes = file.page(number);
    if (bytes.length < file.pageBytes) return undefined;
    const page = new Page(bytes);
    return page.is(number, LEAF) && page.isWhole(undefined) ? page : undefined;
  }

  is(number: number, kind: number): boolean {
    return numberAt(this.bytes, 0) === number && (this.bytes.readUInt16LE(18) & KIND) === kind;
  }

  get isLeaf(): boolean {
    return (this.bytes.readUInt16LE(18) & KIND) === LEAF;
  }

  key(index: number): Buffer {
    const at = this.#nodeAt(index);
    return this.bytes.subarray(at + NODE_BYTES, at + NODE_BYTES + this.bytes.readUInt16LE(at + 6));
  }

  flags(index: number): number {
    return this.bytes.readUInt16LE(this.#nodeAt(index) + 4);
  }

  dataBytes(index: number): number {
    return this.bytes.readUInt32LE(this.#nodeAt(index));
  }

  /** What is in the page itself of a value. */
  data(index: number): Buffer {
    const at = this.#nodeAt(index);
    const start = at + NODE_BYTES + this.bytes.readUInt16LE(at + 6);
    return this.bytes.subarray(start, start + this.#dataHere(index));
  }

  /** First page of a value that is not in this one. */
  elsewhere(index: number): number {
    return numberAt(this.data(index), 0);
  }

  /** The pages of a value beside this one; undefined when they are not what they must be. */
  pagesOf(file: PageFile, index: number): { first: number; count: number } | undefined {
    if ((this.flags(index) & ELSEWHERE) === 0) return NO_PAGES;
    const first = this.elsewhere(index);
    const bytes = this.dataBytes(index);
    const count = Math.floor((HEADER_BYTES - 1 + bytes) / file.pageBytes) + 1;
    if (first > file.last) return undefined;
    const header = file.read(first * file.pageBytes, HEADER_BYTES);
    const isThere =
      header.length === HEADER_BYTES &&
      numberAt(header, 0) === first &&
      (header.readUInt16LE(18) & KIND) === OVERFLOW &&
      header.readUInt32LE(20) === count &&
      (first + count) * file.pageBytes <= file.bytes;
    return isThere ? { first, count } : undefined;
  }

  /** All of a value; undefined when its pages are not what they must be. */
  valueIn(file: PageFile, index: number): Buffer | undefined {
    const pages = this.pagesOf(file, index);
    if (pages === NO_PAGES) return this.data(index);
    return pages && file.read(pages.first * file.pageBytes + HEADER_BYTES, this.dataBytes(index));
  }

  /** Number of the page below a branch. */
  child(index: number): number {
    const at = this.#nodeAt(index);
    return this.bytes.readUInt32LE(at) + this.bytes.readUInt16LE(at + 4) * 2 ** 32;
  }

  /**
   * Whether every node lies within the page, with keys in order and in `range`, if they have one.
   */
  isWhole(range: KeyRange | undefined): boolean {
    const upper = this.bytes.readUInt16LE(22);
    const room = this.bytes.length - HEADER_BYTES;
    if (this.count === 0 || this.count * 2 > upper || upper > room) return false;
    for (let index = 0; index < this.count; index += 1) {
      const at = this.#nodeAt(index);
      if (at < HEADER_BYTES + upper || at + NODE_BYTES > this.bytes.length) return false;
      const end = at + NODE_BYTES + this.bytes.readUInt16LE(at + 6);
      if (end + (this.isLeaf ? this.#dataHere(index) : 0) > this.bytes.length) return false;
    }
    return range === undefined || this.#isInOrder(range);
  }

  #isInOrder({ low, high }: KeyRange): boolean {
    // The first key of a branch stands for all below the second.
    const first = this.isLeaf ? 0 : 1;
    let before: Buffer | undefined;
    for (let index = first; index < this.count; index += 1) {
      const key = this.key(index);
      if (before && Buffer.compare(before, key) >= 0) return false;
      if (!before && low && Buffer.compare(low, key) > 0) return false;
      before = key;
    }
    return !(high && before && Buffer.compare(before, high) >= 0);
  }

  #nodeAt(index: number): number {
    return HEADER_BYTES + this.bytes.readUInt16LE(HEADER_BYTES + index * 2);
  }

  #dataHere(index: number): number {
    const flags = this.flags(index);
    if ((flags & ELSEWHERE) !== 0) return ELSEWHERE_BYTES;
    return (flags & SUBTREE) !== 0 ? TREE_BYTES : this.dataBytes(index);
  }
}
