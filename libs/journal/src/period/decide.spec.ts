import fc from 'fast-check';
import { approveReopening, closePeriod, proposeReopening, withdrawReopening } from './decide.js';
import { PeriodError } from './period-error.js';
import type { ChecklistItem, PeriodClosed, PeriodEvent } from './period-events.js';
import { evolvePeriods, lateFor, NO_PERIODS, type PeriodsState } from './period-state.js';

const AMAL = { person: 'amal', now: '2027-03-01T00:00:00.000Z' };
const BILAL = { person: 'bilal', now: '2027-03-01T00:00:00.000Z' };

describe('closing a period', () => {
  it('waits for its end, and for the periods before it', () => {
    const early = closing('2026-11', 10, { closedAt: '2026-11-30T23:59:59.999Z' });
    expect(refusalOf(() => closePeriod(early, '2026-11', NO_PERIODS))).toBe('period-not-over');
    const second = closing('2026-12', 10);
    expect(refusalOf(() => closePeriod(second, '2026-11', NO_PERIODS))).toBe('period-earlier-open');
    expect(closePeriod(second, '2026-12', NO_PERIODS)).toHaveLength(1);
    const closed = after([...closePeriod(closing('2026-11', 10), '2026-11', NO_PERIODS)]);
    expect(closePeriod(second, '2026-11', closed)).toHaveLength(1);
    const third = closing('2027-01', 10);
    expect(refusalOf(() => closePeriod(third, '2026-11', closed))).toBe('period-earlier-open');
    expect(refusalOf(() => closePeriod(closing('2026-11', 10), '2026-11', closed))).toBe(
      'period-already-closed',
    );
  });

  it('does not begin before the first month with an entry', () => {
    expect(refusalOf(() => closePeriod(closing('2020-01', 10), '2026-11', NO_PERIODS))).toBe(
      'period-before-books',
    );
  });

  it('is refused with the names of open items, unless a reason explains those that it may', () => {
    const checklist = [
      item('reconciliation', 'open', true),
      item('views', 'done', false),
      item('provider-balances', 'unknown', true),
    ];
    const open = closing('2026-11', 10, { checklist });
    expect(() => closePeriod(open, null, NO_PERIODS)).toThrow(
      expect.objectContaining({
        code: 'period-has-open-items',
        details: { reconciliation: 'as found', 'provider-balances': 'as found' },
      }) as Error,
    );
    const explained = checklist.map((each) => ({ ...each, explanation: 'known' }));
    expect(
      closePeriod(closing('2026-11', 10, { checklist: explained }), null, NO_PERIODS),
    ).toHaveLength(1);
    const unbalanced = [{ ...item('trial-balance', 'open', false), explanation: 'never mind' }];
    expect(
      refusalOf(() =>
        closePeriod(closing('2026-11', 10, { checklist: unbalanced }), null, NO_PERIODS),
      ),
    ).toBe('period-has-open-items');
  });

  it('is refused on a view that has not seen the last reopening', () => {
    const reopened = after(reopening('2026-11', [closed('2026-11', 10)]));
    const behind = closing('2026-11', 0);
    expect(refusalOf(() => closePeriod(behind, null, reopened))).toBe('period-view-behind');
  });
});

describe('a reopening', () => {
  it('needs a second person, a closed period and none closed after it', () => {
    const state = after([closed('2026-11', 10), closed('2026-12', 20)]);
    const reason = 'the fee was wrong';
    expect(refusalOf(() => proposeReopening('2026-11', reason, AMAL, state))).toBe(
      'period-later-closed',
    );
    expect(refusalOf(() => proposeReopening('2027-01', reason, AMAL, state))).toBe(
      'period-not-closed',
    );
    const asked = proposeReopening('2026-12', reason, AMAL, state);
    const waiting = after(asked, state);
    expect(proposeReopening('2026-12', reason, BILAL, waiting)).toEqual([]);
    expect(waiting.closedThrough).toBe('2026-12');
    expect(refusalOf(() => approveReopening('2026-12', AMAL, waiting))).toBe(
      'period-needs-second-person',
    );
    const open = after(approveReopening('2026-12', BILAL, waiting), waiting);
    expect(open).toMatchObject({
      closedThrough: '2026-11',
      reopening: null,
      closings: [
        { reopened: null },
        { reopened: { reason, proposedBy: 'amal', approvedBy: 'bilal' } },
      ],
    });
    const back = after(withdrawReopening('2026-12', '', AMAL, waiting), waiting);
    expect(refusalOf(() => approveReopening('2026-12', BILAL, back))).toBe(
      'period-reopening-not-proposed',
    );
  });
});

describe('an entry', () => {
  it('is late behind the place that its month was closed at, and not before it', () => {
    const state = after([closed('2026-11', 10)]);
    expect(late('2026-11', 10, state)).toBe(false);
    expect(late('2026-11', 11, state)).toBe(true);
    expect(late('2026-09', 11, state)).toBe(true);
    expect(late('2026-12', 11, state)).toBe(false);
  });

  it('stays late or in time, however months are closed and reopened behind it', () => {
    const steps = fc.array(fc.constantFrom<'close' | 'reopen'>('close', 'reopen'), {
      maxLength: 12,
    });
    const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'];
    fc.assert(
      fc.property(steps, fc.nat(60), fc.constantFrom(...months), (taken, place, month) => {
        let state = NO_PERIODS;
        taken.forEach((step, i) => {
          const at = (i + 1) * 5;
          const before = late(month, place, state);
          state = stepped(state, step, at);
          if (at >= place) expect(late(month, place, state)).toBe(before);
          // What is closed now is late from now on.
          const isClosed = state.closedThrough !== null && month <= state.closedThrough;
          expect(late(month, at + 1, state)).toBe(isClosed);
        });
      }),
    );
  });
});

const NEXT: Readonly<Record<string, string>> = {
  '2026-09': '2026-10',
  '2026-10': '2026-11',
  '2026-11': '2026-12',
};

/** Closes the next month, or reopens the last one, at a place in the store. */
function stepped(state: PeriodsState, step: 'close' | 'reopen', at: number): PeriodsState {
  const { closedThrough, closings } = state;
  const last = closedThrough ?? '2026-09';
  if (step === 'close') {
    const period = NEXT[last];
    return period === undefined ? state : evolve(state, closed(period, at), at);
  }
  if (!closings.some((each) => each.closed.period === last && each.reopened === null)) return state;
  const asked = proposeReopening(last, 'why', AMAL, state);
  const waiting = asked.reduce((before, event) => evolve(before, event, at), state);
  return approveReopening(last, BILAL, waiting).reduce<PeriodsState>(
    (before, event) => evolve(before, event, at),
    waiting,
  );
}

function late(month: string, commit: number, state: PeriodsState): boolean {
  return lateFor(month, place(commit), state) !== null;
}

function reopening(period: string, before: readonly PeriodEvent[]): PeriodEvent[] {
  const state = after(before);
  const asked = proposeReopening(period, 'why', AMAL, state);
  return [...before, ...asked, ...approveReopening(period, BILAL, after(asked, state))];
}

function closed(period: string, commit: number): PeriodClosed {
  return { type: 'PeriodClosed', data: closing(period, commit) };
}

function closing(
  period: string,
  commit: number,
  more: Partial<PeriodClosed['data']> = {},
): PeriodClosed['data'] {
  return {
    period,
    position: `${commit}/${commit}`,
    knownAt: null,
    digest: '0'.repeat(64),
    accounts: 0,
    trialBalance: [],
    checklist: [],
    closedBy: 'amal',
    closedAt: '2027-02-01T00:00:00.000Z',
    ...more,
  };
}

function item(
  name: ChecklistItem['item'],
  status: ChecklistItem['status'],
  explainable: boolean,
): ChecklistItem {
  return { item: name, status, count: 1, detail: 'as found', explainable, explanation: null };
}

function after(events: readonly PeriodEvent[], state = NO_PERIODS): PeriodsState {
  return events.reduce((before, event, i) => evolve(before, event, i + 1), state);
}

function evolve(state: PeriodsState, event: PeriodEvent, commit: number): PeriodsState {
  return evolvePeriods(state, event, { position: place(commit) });
}

function place(commit: number): { readonly commit: bigint; readonly prepare: bigint } {
  return { commit: BigInt(commit), prepare: BigInt(commit) };
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof PeriodError) return error.code;
    throw error;
  }
}
