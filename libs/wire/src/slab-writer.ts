import { varintLength, writeVarint } from './varint.js';

const SLAB_BYTES = 1 << 20;

/** Text, or bytes that are taken as they are. */
export type Content = string | Uint8Array;

export function contentLength(content: Content): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}

/**
 * Writes protobuf messages one after the other into large shared buffers, because allocating one
 * per event costs more than encoding it.
 */
export class SlabWriter {
  #slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  #start = 0;
  #at = 0;

  /** Begins a message of at most `bytesMax`. */
  begin(bytesMax: number): this {
    if (this.#at + bytesMax > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, bytesMax));
      this.#at = 0;
    }
    this.#start = this.#at;
    return this;
  }

  /** The message written since `begin`; never write to it. */
  finish(): Buffer {
    return this.#slab.subarray(this.#start, this.#at);
  }

  /** Leaves bytes out, to be written once the rest is known. */
  skip(bytes: number): this {
    this.#at += bytes;
    return this;
  }

  byte(value: number): this {
    this.#slab[this.#at++] = value;
    return this;
  }

  varint(value: number): this {
    this.#at = writeVarint(this.#slab, value, this.#at);
    return this;
  }

  latin1(text: string): this {
    this.#at += this.#slab.write(text, this.#at, 'latin1');
    return this;
  }

  content(content: Content, length: number): this {
    if (typeof content === 'string') this.#slab.write(content, this.#at, length);
    else this.#slab.set(content, this.#at);
    this.#at += length;
    return this;
  }

  /** A length-delimited field. */
  field(tag: number, content: Content, length: number): this {
    return this.byte(tag).varint(length).content(content, length);
  }

  /** One entry of a `map<string, string>`; `key` is ASCII. */
  mapEntry(tag: number, key: string, value: string): this {
    const length = Buffer.byteLength(value);
    const entryLength = 2 + key.length + 1 + varintLength(length) + length;
    this.byte(tag).varint(entryLength).byte(0x0a).byte(key.length).latin1(key);
    return this.field(0x12, value, length);
  }
}
