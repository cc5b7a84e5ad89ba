import { SNOOZES, snoozedUntil } from './snooze-times.js';

// Local time: what a person calls the morning is not the server's.
const NOW = new Date(2026, 11, 31, 22, 30);

describe('putting a case aside', () => {
  it('counts hours by the clock and days to the morning, over the end of a year', () => {
    expect(snoozedUntil('hour', NOW)).toEqual(new Date(2026, 11, 31, 23, 30));
    expect(snoozedUntil('four-hours', NOW)).toEqual(new Date(2027, 0, 1, 2, 30));
    expect(snoozedUntil('tomorrow', NOW)).toEqual(new Date(2027, 0, 1, 9));
    expect(snoozedUntil('three-days', NOW)).toEqual(new Date(2027, 0, 3, 9));
  });

  it('ends after now and within the 30 days that are allowed', () => {
    for (const snooze of SNOOZES) {
      const days = (snoozedUntil(snooze, NOW).getTime() - NOW.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(0);
      expect(days).toBeLessThan(30);
    }
  });
});
