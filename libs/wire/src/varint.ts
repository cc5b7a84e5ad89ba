/** Largest number that a varint of `byteCountMax` bytes is read into without losing digits. */
const SAFE_BYTES_MAX = 7;
const SAFE_BITS = 49n;

/** Bytes that `value` takes as a varint; `value` must be a safe integer, not negative. */
export function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  if (value < 0x10000000) return 4;
  let length = 5;
  for (let rest = Math.floor(value / 0x800000000); rest > 0; rest = Math.floor(rest / 0x80)) {
    length += 1;
  }
  return length;
}

/** Writes `value` at `offset` and returns the offset behind it. */
export function writeVarint(target: Uint8Array, value: number, offset: number): number {
  let at = offset;
  let rest = value;
  while (rest > 0x7fffffff) {
    target[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  while (rest > 0x7f) {
    target[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  target[at++] = rest;
  return at;
}

/** Reads protobuf bytes front to back. Throws RangeError where a message ends too early. */
export class WireReader {
  offset = 0;
  /** Where the message that is being read ends; a nested one ends before the one around it. */
  end: number;

  constructor(readonly bytes: Buffer) {
    this.end = bytes.length;
  }

  get done(): boolean {
    return this.offset >= this.end;
  }

  /** A varint as a number; above 2^53 it is only approximate (see varintBig). */
  varint(): number {
    const { bytes, end } = this;
    let at = this.offset;
    let value = 0;
    let scale = 1;
    for (;;) {
      if (at >= end) throw new RangeError('protobuf message ends within a number');
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 0x80;
    }
    this.offset = at;
    return value;
  }

  varintBig(): bigint {
    const start = this.offset;
    const value = this.varint();
    if (this.offset - start <= SAFE_BYTES_MAX) return BigInt(value);
    let low = 0;
    for (let at = start + SAFE_BYTES_MAX - 1; at >= start; at -= 1)
      low = low * 0x80 + this.#bits(at);
    let high = 0;
    for (let at = this.offset - 1; at >= start + SAFE_BYTES_MAX; at -= 1) {
      high = high * 0x80 + this.#bits(at);
    }
    return BigInt.asUintN(64, (BigInt(high) << SAFE_BITS) | BigInt(low));
  }

  /** Moves behind a length-delimited field and returns where its content ends. */
  lengthEnd(): number {
    const length = this.varint();
    const end = this.offset + length;
    if (end > this.end) throw new RangeError('protobuf message ends within a field');
    return end;
  }

  chunk(): Buffer {
    const end = this.lengthEnd();
    const content = this.bytes.subarray(this.offset, end);
    this.offset = end;
    return content;
  }

  text(): string {
    const end = this.lengthEnd();
    const content = this.bytes.toString('utf8', this.offset, end);
    this.offset = end;
    return content;
  }

  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.offset += 8;
    else if (wireType === 2) this.offset = this.lengthEnd();
    else if (wireType === 5) this.offset += 4;
    else throw new RangeError(`protobuf wire type ${wireType} is not supported`);
  }

  #bits(at: number): number {
    return (this.bytes[at] as number) & 0x7f;
  }
}
