import { varintLength, writeVarint } from './varint.js';

const SIZE_FIRST = 256;

/** Collects the bytes of one small protobuf message. */
export class WireWriter {
  private buffer = Buffer.allocUnsafe(SIZE_FIRST);
  private length = 0;

  /** A view of what was written. */
  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  varint(value: number): void {
    this.reserve(varintLength(value));
    this.length = writeVarint(this.buffer, value, this.length);
  }

  /** Any 64-bit number; a negative one becomes its two's complement, as protobuf wants it. */
  varintBig(value: bigint): void {
    let rest = BigInt.asUintN(64, value);
    this.reserve(10);
    while (rest > 0x7fn) {
      this.buffer[this.length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.buffer[this.length++] = Number(rest);
  }

  /** Length and content. */
  chunk(content: Uint8Array): void {
    this.varint(content.length);
    this.reserve(content.length);
    this.buffer.set(content, this.length);
    this.length += content.length;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + count));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
