import { retryAfterMsOf, retryDelayMs, RETRY_DELAYS_MS } from './retry-schedule.js';

describe('the retries of a webhook', () => {
  it('go on for more than three days, later and later, and then end', () => {
    const delays = RETRY_DELAYS_MS.map((_delay, index) => retryDelayMs(index + 1, 0) ?? 0);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(3 * 86_400_000);
    expect(retryDelayMs(delays.length + 1, 0)).toBeNull();
  });

  it('are spread, and wait as long as the receiver asks, up to a day', () => {
    expect(retryDelayMs(1, 1)).toBe(5_500);
    expect(retryDelayMs(1, 0, { retryAfterMs: 60_000 })).toBe(60_000);
    expect(retryDelayMs(1, 0, { retryAfterMs: 10 ** 12 })).toBe(86_400_000);
  });

  it.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 10:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['2027', 2_027_000],
    ['soon', 0],
    ['-5', 0],
    [undefined, 0],
  ])('read %s as the wish to wait %d ms', (header, waitMs) => {
    expect(retryAfterMsOf(header, Date.parse('2026-11-21T10:00:00Z'))).toBe(waitMs);
  });
});
