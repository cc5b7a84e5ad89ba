import { Money } from '#money';
import {
  addEvidence,
  approveResolution,
  assignException,
  investigateException,
  noteException,
  refuseResolution,
  reopenException,
  resolveException,
  type Acting,
} from './decide.js';
import type { ExceptionEvent, Resolution } from './events.js';
import { evolveWork, NO_WORK, type ExceptionWork } from './exception.js';
import { ageBucketOf, dueAfterMs, severityOf, wholeUnits } from './severity.js';
import { exceptionIdOf, exceptionKeyOf, upcastException } from './stream.js';

const NOW = '2026-11-30T10:00:00.000Z';
const ID = 'stripe-capture-ch_1';
const OTHER = 'stripe-capture-ch_2';
const HOUR_MS = 3_600_000;

describe('work on an exception', () => {
  it('goes from assigned to investigated to resolved, each by its own event', () => {
    const work = worked(
      (at, now) => assignException({ ...at, assignee: 'amal' }, now),
      (at, now) => investigateException(at, now),
      (at, now) => noteException({ ...at, note: 'asked the provider' }, now),
      (at, now) =>
        resolveException(
          { ...at, resolution: plain('provider-error'), limit: 100n, others: [] },
          now,
        ),
    );
    expect(work).toMatchObject({
      revision: 4,
      state: 'resolved',
      assignment: { assignee: 'amal' },
      notes: [{ note: 'asked the provider', notedBy: 'amal' }],
      resolved: { resolvedBy: 'amal', approvedBy: null },
    });
  });

  it.each([
    ['100.00 EUR', 'resolved'],
    ['-100.00 EUR', 'resolved'],
    ['100.01 EUR', 'awaiting-approval'],
    ['-100.01 EUR', 'awaiting-approval'],
    ['100 JPY', 'resolved'],
    ['101 JPY', 'awaiting-approval'],
  ])('of which %s are written off is %s at a limit of 100', (amount, state) => {
    expect(worked(writesOff(amount)).state).toBe(state);
  });

  it('is resolved above the limit by a second person alone, once', () => {
    const waiting = worked(writesOff('500.00 EUR'));
    expect(refusal(() => approveResolution({ ...by('amal'), others: [] }, waiting))).toBe(
      'exception-needs-second-person',
    );
    const resolved = after(waiting, approveResolution({ ...by('bilal'), others: [] }, waiting));
    expect(resolved).toMatchObject({
      state: 'resolved',
      proposal: null,
      resolved: { resolvedBy: 'amal', approvedBy: 'bilal' },
    });
    expect(refusal(() => approveResolution({ ...by('bilal'), others: [] }, resolved))).toBe(
      'exception-nothing-waiting',
    );
    expect(refusal(() => writesOff('500.00 EUR')(by('amal'), resolved))).toBe('exception-resolved');
  });

  it('goes on when the second person refuses', () => {
    const waiting = worked(writesOff('500.00 EUR'));
    const refused = after(
      waiting,
      refuseResolution({ ...by('bilal'), note: 'ask first' }, waiting),
    );
    expect(refused).toMatchObject({ state: 'open', proposal: null, resolved: null });
  });

  it.each([
    ['above the limit', eur('-100.01'), 'awaiting-approval'],
    ['of an unknown amount', null, 'awaiting-approval'],
    ['below the limit', eur('-100.00'), 'resolved'],
  ])(
    'of a small amount, matched with one %s, is judged by the larger side',
    (_is, stake, state) => {
      const others = [{ exceptionId: OTHER, atStake: stake, work: NO_WORK }];
      const asked = { ...by('amal'), resolution: matchWith(OTHER), limit: 100n, others };
      expect(after(NO_WORK, resolveException(asked, NO_WORK)).state).toBe(state);
    },
  );

  it('is not matched with one that was resolved by itself, also while the match waited', () => {
    const taken = {
      exceptionId: OTHER,
      atStake: eur('-500.00'),
      work: worked(writesOff('1.00 EUR')),
    };
    const asked = { ...by('amal'), resolution: matchWith(OTHER), limit: 100n };
    const match = (others: (typeof taken)[]) => resolveException({ ...asked, others }, NO_WORK);
    expect(refusal(() => match([taken]))).toBe('exception-match-taken');
    const waiting = after(NO_WORK, match([{ ...taken, work: NO_WORK }]));
    expect(refusal(() => approveResolution({ ...by('bilal'), others: [taken] }, waiting))).toBe(
      'exception-match-taken',
    );
  });

  it('books nothing into a closed period, neither off nor back', () => {
    const openFrom = '2026-12-01T00:00:00.000Z';
    const early = { ...by('bilal'), openFrom };
    expect(refusal(() => writesOff('5.00 EUR')(early, NO_WORK))).toBe('exception-period-closed');
    const waiting = worked(writesOff('500.00 EUR'));
    expect(refusal(() => approveResolution({ ...early, others: [] }, waiting))).toBe(
      'exception-period-closed',
    );
    const resolved = worked(writesOff('5.00 EUR'));
    expect(refusal(() => reopenException({ ...early, note: 'n' }, resolved))).toBe(
      'exception-period-closed',
    );
    const open = { ...early, now: openFrom, note: 'n' };
    expect(reopenException(open, resolved)).toHaveLength(1);
  });

  it('has one resolution that waits', () => {
    const waiting = worked(writesOff('500.00 EUR'));
    expect(refusal(() => writesOff('1.00 EUR')(by('bilal'), waiting))).toBe(
      'exception-resolution-waiting',
    );
  });

  it('is taken back with what it says, so that a match and a booking can be undone', () => {
    const resolved = worked(writesOff('5.00 EUR'));
    const events = reopenException({ ...by('bilal'), note: 'it came after all' }, resolved);
    expect(events[0]?.data.resolution).toEqual(writeOff('5.00 EUR'));
    const reopened = after(resolved, events);
    expect(reopened).toMatchObject({ state: 'reopened', resolved: null });
    expect(refusal(() => reopenException({ ...by('bilal'), note: '' }, reopened))).toBe(
      'exception-not-resolved',
    );
  });

  it('is refused to a person who saw another revision', () => {
    const work = worked((at, now) => noteException({ ...at, note: 'n' }, now));
    const late = { ...by('bilal'), expectedRevision: 0 };
    expect(refusal(() => noteException({ ...late, note: 'n' }, work))).toBe('exception-changed');
  });

  it.each([
    ['a write-off without an amount', { ...writeOff('1.00 EUR'), amount: null }],
    ['a write-off of nothing', writeOff('0.00 EUR')],
    ['a write-off without an account', { ...writeOff('1.00 EUR'), from: null }],
    ['a match with nothing', { ...writeOff('1.00 EUR'), reason: 'manual-match', from: null }],
    [
      'a match with itself',
      { ...writeOff('1.00 EUR'), reason: 'manual-match', from: null, matchedWith: [ID] },
    ],
    ['an amount of a timing difference', { ...plain('timing'), amount: eur('1.00') }],
  ] as const)('refuses %s', (_what, resolution) => {
    expect(
      refusal(() =>
        resolveException({ ...by('amal'), resolution, limit: 1n, others: [] }, NO_WORK),
      ),
    ).toBe('exception-resolution-incomplete');
  });

  it('keeps the same evidence once, and no more than ten', () => {
    let work: ExceptionWork = NO_WORK;
    const add = (contentHash: string) => {
      const file = { name: 'a.txt', mediaType: 'text/plain', contentHash, contentBase64: 'aGk=' };
      work = after(work, addEvidence({ ...by('amal'), file }, work));
    };
    for (const hash of ['h1', 'h1', 'h2']) add(hash);
    expect(work.evidence.map(({ contentHash, bytes }) => [contentHash, bytes])).toEqual([
      ['h1', 2],
      ['h2', 2],
    ]);
    for (let each = 3; each <= 10; each += 1) add(`h${each}`);
    expect(refusal(() => add('h11'))).toBe('exception-evidence-full');
  });
});

describe('an exception', () => {
  it.each([
    [0n, 0, 'low'],
    [999n, 23, 'low'],
    [1_000n, 0, 'medium'],
    [0n, 24, 'medium'],
    [10_000n, 0, 'high'],
    [5n, 72, 'high'],
    [100_000n, 0, 'critical'],
    [1n, 120, 'critical'],
  ] as const)('of %s units after %s hours is %s', (units, hours, severity) => {
    expect(severityOf(units, hours * HOUR_MS)).toBe(severity);
  });

  it('is due by its amount, at any age', () => {
    expect([1n, 1_000n, 10_000n, 100_000n].map((units) => dueAfterMs(units) / HOUR_MS)).toEqual([
      240, 120, 72, 24,
    ]);
  });

  it('counts whole units in its own currency', () => {
    expect(wholeUnits(eur('-1234.99'))).toBe(1234n);
    expect(wholeUnits(Money.of(1234n, 'JPY'))).toBe(1234n);
  });

  it.each([
    [0, '0-1'],
    [25, '2-3'],
    [24 * 7, '4-7'],
    [24 * 30, '15-30'],
    [24 * 31, 'over-30'],
  ])('of %s hours is in the bucket %s', (hours, bucket) => {
    expect(ageBucketOf(hours * HOUR_MS)).toBe(bucket);
  });

  it('is named by the object that it is about', () => {
    const key = { provider: 'stripe', kind: 'capture', reference: 'ch_1-2' };
    expect(exceptionIdOf(key)).toBe('stripe-capture-ch_1-2');
    expect(exceptionKeyOf('stripe-capture-ch_1-2')).toEqual(key);
    expect(() => exceptionKeyOf('stripe')).toThrow('not the id of an exception');
    expect(() => exceptionKeyOf('stripe-payout-\0')).toThrow('not the id of an exception');
  });

  it('survives storage as JSON', () => {
    const [event] = writesOff('5.00 EUR')(by('amal'), NO_WORK);
    const stored = JSON.parse(JSON.stringify(event)) as { type: string; data: unknown };
    expect(upcastException(stored.type, stored.data)).toEqual(event);
  });
});

type Step = (at: Acting, work: ExceptionWork) => readonly ExceptionEvent[];

function worked(...steps: readonly Step[]): ExceptionWork {
  return steps.reduce((work, step) => after(work, step(by('amal'), work)), NO_WORK);
}

function after(work: ExceptionWork, events: readonly ExceptionEvent[]): ExceptionWork {
  return events.reduce(evolveWork, work);
}

function by(person: string): Acting {
  return { exceptionId: ID, person, now: NOW, expectedRevision: null, openFrom: null };
}

function writesOff(amount: string): Step {
  const asked = { resolution: writeOff(amount), limit: 100n, others: [] };
  return (at, work) => resolveException({ ...at, ...asked }, work);
}

function writeOff(text: string): Resolution {
  const [amount = '', currency = ''] = text.split(' ');
  const money = Money.parse(amount, currency);
  return { reason: 'written-off', note: 'n', amount: money, from: 'suspense', matchedWith: [] };
}

function matchWith(other: string): Resolution {
  const match = { reason: 'manual-match', from: null, matchedWith: [other] } as const;
  return { ...writeOff('1.00 EUR'), ...match };
}

function plain(reason: Resolution['reason']): Resolution {
  return { reason, note: 'n', amount: null, from: null, matchedWith: [] };
}

function refusal(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}
