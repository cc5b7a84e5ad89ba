import fc from 'fast-check';
import { personOnCall, troubleOfSchedule, WEEK_MINUTES, type OnCallSchedule } from './schedule.js';

const zone = fc.constantFrom(
  'UTC',
  'Asia/Jakarta',
  'Asia/Riyadh',
  'America/New_York',
  'Europe/Rome',
);
const people = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 4 });
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Shifts that meet at their ends. */
const whole = fc
  .record({
    timeZone: zone,
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: WEEK_MINUTES - 1 }), { maxLength: 6 }),
    teams: fc.array(people, { minLength: 7, maxLength: 7 }),
  })
  .map(({ timeZone, cuts, teams }): OnCallSchedule => {
    const ends = [...cuts.sort((a, b) => a - b), WEEK_MINUTES];
    const shifts = ends.map((untilMinute, index) => {
      const fromMinute = ends[index - 1] ?? 0;
      return { fromMinute, untilMinute, people: teams[index] ?? ['x'] };
    });
    return { role: 'support-engineer', timeZone, shifts };
  });

describe('an on-call schedule', () => {
  it('that is accepted has exactly one person at any time, in any time zone', () => {
    fc.assert(
      fc.property(whole, instant, (schedule, at) => {
        expect(troubleOfSchedule(schedule)).toBeNull();
        const person = personOnCall(schedule, [], at);
        expect(schedule.shifts.flatMap((shift) => shift.people)).toContain(person);
      }),
    );
  });

  it('is refused without one of its shifts, and with one of them twice', () => {
    fc.assert(
      fc.property(whole, fc.nat(), (schedule, pick) => {
        const { shifts } = schedule;
        const index = pick % shifts.length;
        const without = shifts.filter((_, each) => each !== index);
        expect(troubleOfSchedule({ ...schedule, shifts: without })).toMatch(/^no one is on call/);
        const twice = [...shifts, ...shifts.slice(index, index + 1)];
        expect(troubleOfSchedule({ ...schedule, shifts: twice })).toMatch(/^two shifts/);
      }),
    );
  });

  it('changes hands on Monday at midnight of its own time zone', () => {
    const shifts = [{ fromMinute: 0, untilMinute: WEEK_MINUTES, people: ['ann', 'bob'] }];
    const schedule: OnCallSchedule = { role: 'support-engineer', timeZone: 'Asia/Jakarta', shifts };
    const before = personOnCall(schedule, [], '2026-11-29T16:59:59.000Z');
    const behind = personOnCall(schedule, [], '2026-11-29T17:00:00.000Z');
    expect([before, behind].sort()).toEqual(['ann', 'bob']);
    expect(personOnCall(schedule, [], '2026-12-06T16:59:59.000Z')).toBe(behind);
  });

  it('gives way to the last override of its role that holds', () => {
    const shifts = [{ fromMinute: 0, untilMinute: WEEK_MINUTES, people: ['ann'] }];
    const schedule: OnCallSchedule = { role: 'tech-lead', timeZone: 'UTC', shifts };
    const span = { from: '2026-11-30T08:00:00.000Z', until: '2026-11-30T10:00:00.000Z' };
    const overrides = [
      { overrideId: '1', role: 'tech-lead', person: 'bob', ...span },
      { overrideId: '2', role: 'tech-lead', person: 'eve', ...span },
      { overrideId: '3', role: 'cto', person: 'zoe', ...span },
    ] as const;
    expect(personOnCall(schedule, overrides, '2026-11-30T08:00:00.000Z')).toBe('eve');
    expect(personOnCall(schedule, overrides, '2026-11-30T10:00:00.000Z')).toBe('ann');
  });
});
