import {
  bool,
  bytes,
  field,
  int32,
  message,
  names,
  repeated,
  text,
  textMap,
  uint64,
} from './message.js';
import { varintLength, WireReader, writeVarint } from './varint.js';

describe('varint', () => {
  it.each([0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, 2 ** 35, 2 ** 53 - 1])(
    'reads %p back and knows its length',
    (value) => {
      const target = Buffer.alloc(10);
      const length = writeVarint(target, value, 0);
      expect(varintLength(value)).toBe(length);
      expect(new WireReader(target.subarray(0, length)).varint()).toBe(value);
      expect(new WireReader(target.subarray(0, length)).varintBig()).toBe(BigInt(value));
    },
  );

  it('refuses a number that is cut off', () => {
    expect(() => new WireReader(Buffer.from([0x80])).varint()).toThrow(RangeError);
  });
});

describe('message', () => {
  const Inner = message({ name: field(1, text) });
  const Sample = message({
    count: field(1, uint64),
    inner: field(2, Inner),
    list: repeated(3, Inner),
    labels: textMap(4),
    flag: field(5, bool),
    signed: field(6, int32),
    kind: field(7, names('first', 'second')),
    raw: field(200, bytes),
  });

  it('reads back what it wrote, to the last of 64 bits', () => {
    const value = {
      count: 2n ** 64n - 1n,
      inner: { name: 'Zażółć 支付' },
      list: [{ name: 'a' }, {}, { name: 'c' }],
      labels: new Map([['type', 'x']]),
      flag: false,
      signed: -7,
      kind: 'second',
      raw: Buffer.from([0, 255]),
    } as const;
    expect(Sample.decode(Sample.encode(value))).toEqual(value);
  });

  it('leaves out what is undefined, and writes what is there even if it is empty', () => {
    expect(Sample.encode({})).toHaveLength(0);
    expect(Sample.decode(Sample.encode({ inner: {}, count: 0n }))).toEqual({
      inner: {},
      count: 0n,
    });
  });

  it('passes over fields it does not know', () => {
    const Wider = message({ name: field(1, text), more: field(9, uint64), last: field(10, text) });
    const written = Wider.encode({ name: 'known', more: 5n, last: 'unknown' });
    expect(Inner.decode(written)).toEqual({ name: 'known' });
  });

  it('refuses a message that is cut off', () => {
    const written = Sample.encode({ inner: { name: 'whole' } });
    expect(() => Sample.decode(written.subarray(0, -1))).toThrow(RangeError);
  });
});
