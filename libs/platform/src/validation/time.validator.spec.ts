import { isTime } from './time.validator.js';

describe('a time', () => {
  it.each([
    '2026-11-21T03:52:06Z',
    '2026-11-21T03:52:06.120Z',
    '2024-02-29T23:59:59.123456789+04:00',
    '0001-01-02T00:00:00Z',
    '9999-12-30T23:59:59-14:00',
  ])('may be %s', (text) => {
    expect(isTime(text)).toBe(true);
    expect(Number.isNaN(Date.parse(text))).toBe(false);
  });

  it.each([
    '2026-11-21',
    '2026-W47-6',
    '2026-325',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T03:52:06',
    '2026-11-21 03:52:06Z',
    '0000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '٢٠٢٦-11-21T03:52:06Z',
    1_795_230_000_000,
    null,
  ])('is not %j', (value) => {
    expect(isTime(value)).toBe(false);
  });
});
