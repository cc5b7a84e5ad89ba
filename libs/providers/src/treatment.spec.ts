import { retryAfterMsOf } from './treatment.js';

const NOW = new Date('2026-11-21T12:00:00Z');

describe('a provider that wants to be left alone', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 12:00:05 GMT', 5_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['3600', 60_000],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('says %j and gets %j milliseconds, at most a minute', (header, ms) => {
    expect(retryAfterMsOf(header, NOW)).toBe(ms);
  });
});
