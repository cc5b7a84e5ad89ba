import { randomBytes } from './random-bytes.js';

describe('random bytes drawn in advance', () => {
  it('gives each byte out once, over the end of a draw as well', () => {
    const given = Array.from({ length: 2_000 }, () => randomBytes(12).toString('hex'));
    expect(new Set(given).size).toBe(2_000);
    expect(given.every((hex) => hex.length === 24 && !/^0+$/.test(hex))).toBe(true);
  });

  it('does not change what it gave out', () => {
    const first = randomBytes(32);
    const before = first.toString('hex');
    for (let draws = 0; draws < 500; draws += 1) randomBytes(32);
    expect(first.toString('hex')).toBe(before);
  });

  it('gives overlapping bytes to no two draws', () => {
    const draws = Array.from({ length: 1_000 }, () => randomBytes(32));
    const windows = draws.flatMap((bytes) =>
      [0, 8, 16, 24].map((at) => bytes.subarray(at, at + 8).toString('hex')),
    );
    expect(new Set(windows).size).toBe(windows.length);
  });
});
