import { varintLength, writeVarint } from './varint.js';

const SIZE_FIRST = 256;
const LOW_BITS = 32n;
const LOW_MASK = 0xffffffffn;
const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** Collects the bytes of one small protobuf message. */
export class WireWriter {
  #buffer = Buffer.allocUnsafe(SIZE_FIRST);
  #length = 0;

  /** A view of what was written. */
  finish(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  varint(value: number): void {
    this.#reserve(10);
    this.#length = writeVarint(this.#buffer, value, this.#length);
  }

  /** Any 64-bit number; a negative one becomes its two's complement, as protobuf wants it. */
  varintBig(value: bigint): void {
    if (value >= 0n && value <= SAFE_MAX) {
      this.varint(Number(value));
      return;
    }
    this.#reserve(10);
    const all = BigInt.asUintN(64, value);
    let low = Number(all & LOW_MASK);
    let high = Number(all >> LOW_BITS);
    while (high > 0 || low > 0x7f) {
      this.#buffer[this.#length++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    this.#buffer[this.#length++] = low;
  }

  /** Length and content. */
  chunk(content: Uint8Array): void {
    this.varint(content.length);
    this.#reserve(content.length);
    this.#buffer.set(content, this.#length);
    this.#length += content.length;
  }

  text(content: string): void {
    const length = Buffer.byteLength(content);
    this.varint(length);
    this.#reserve(length);
    this.#length += this.#buffer.write(content, this.#length);
  }

  /** Begins a nested message. @returns its start, for `close`. */
  open(): number {
    this.#reserve(1);
    this.#length += 1;
    return this.#length;
  }

  /** Ends a nested message: writes its length before it. */
  close(start: number): void {
    const length = this.#length - start;
    const more = varintLength(length) - 1;
    if (more > 0) {
      this.#reserve(more);
      this.#buffer.copyWithin(start + more, start, this.#length);
      this.#length += more;
    }
    writeVarint(this.#buffer, length, start - 1);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + count));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
