import { dueAt, type Schedule } from './schedule.js';

const NOW = new Date('2026-11-21T04:00:00Z');
const HOURLY: Schedule = { kind: 'every', intervalMs: 3_600_000 };
const MONTHLY: Schedule = { kind: 'monthly', day: 1, hour: 3 };

describe('when a job is due', () => {
  it.each([
    ['at once when it never ran', HOURLY, null, '2026-11-21T04:00:00Z'],
    ['an interval after its last start', HOURLY, '2026-11-21T03:30:00Z', '2026-11-21T04:30:00Z'],
    ['in the past when it was missed', HOURLY, '2026-11-20T00:00:00Z', '2026-11-20T01:00:00Z'],
    ['at the next turn of the month', MONTHLY, null, '2026-12-01T03:00:00Z'],
    ['a month after its turn', MONTHLY, '2026-12-01T03:00:00Z', '2027-01-01T03:00:00Z'],
    ['for a month that was missed', MONTHLY, '2026-09-15T00:00:00Z', '2026-10-01T03:00:00Z'],
  ] as const)('is %s', (_when, schedule, lastStartedAt, due) => {
    const last = lastStartedAt === null ? null : new Date(lastStartedAt);
    expect(dueAt(schedule, last, NOW)).toEqual(new Date(due));
  });
});
