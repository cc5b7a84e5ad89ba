import { retryDelayMs, RETRY_DELAYS_MS } from './retry-schedule.js';

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
});
