import fc from 'fast-check';
import { AdjustmentError } from './adjustment-error.js';
import { reversed, type AdjustmentEvent, type ManualAdjustment } from './adjustment-events.js';
import { evolveAdjustment, NO_ADJUSTMENT, type AdjustmentState } from './adjustment-state.js';
import {
  approveAdjustment,
  proposeAdjustment,
  reverseAdjustment,
  withdrawAdjustment,
  type AdjustmentRules,
} from './decide.js';

const NOW = '2026-12-02T10:00:00.000Z';
const RULES: AdjustmentRules = { limits: new Map([['EUR', 1_000n]]), closedThrough: '2026-10' };
const AMAL = { person: 'amal', now: NOW };
const BILAL = { person: 'bilal', now: NOW };

describe('an adjustment', () => {
  it('within the limit of one person is booked at once', () => {
    expect(types(propose(moving(1_000)))).toEqual(['JournalAdjustmentBooked']);
  });

  it('above the limit, or in a currency without one, waits for a second person', () => {
    for (const each of [moving(1_001), moving(1, 'USD')]) {
      const state = after(propose(each));
      expect(state.status).toBe('proposed');
      expect(refusalOf(() => approveAdjustment(AMAL, RULES, state))).toBe(
        'adjustment-needs-second-person',
      );
      const approved = approveAdjustment(BILAL, RULES, state);
      expect(approved).toMatchObject([
        {
          type: 'JournalAdjustmentBooked',
          data: { proposedBy: 'amal', approvedBy: 'bilal', lines: each.lines },
        },
      ]);
      expect(refusalOf(() => approveAdjustment(BILAL, RULES, after(approved, state)))).toBe(
        'adjustment-not-waiting',
      );
    }
  });

  it('is refused unless its lines come to nothing in each currency', () => {
    const off = { ...moving(5), lines: [line('bank:stripe', 5), line('fees:stripe', -4)] };
    expect(refusalOf(() => propose(off))).toBe('adjustment-unbalanced');
    const mixed = [line('bank:stripe', 5), line('fees:stripe', -5, 'USD')];
    expect(refusalOf(() => propose({ ...moving(5), lines: mixed }))).toBe('adjustment-unbalanced');
  });

  it.each([
    ['adjustment-lines-missing', [line('bank:stripe', 5)]],
    ['adjustment-account-unknown', [line('cash', 5), line('fees:stripe', -5)]],
    ['adjustment-account-unknown', [line('memo:held:stripe', 5), line('fees:stripe', -5)]],
    ['adjustment-account-unknown', [line('bank:stripes', 5), line('fees:stripe', -5)]],
    ['adjustment-amount-zero', [line('bank:stripe', 0), line('fees:stripe', 0)]],
    ['adjustment-line-repeated', [line('bank:stripe', 5), line('bank:stripe', -5)]],
  ])('is refused with %s', (code, lines) => {
    expect(refusalOf(() => propose({ ...moving(5), lines }))).toBe(code);
  });

  it('is refused in a closed period, and says from when on the books are open', () => {
    const dated = { ...moving(5), effectiveAt: '2026-10-31T23:59:59.999Z' };
    expect(refusalOf(() => propose(dated))).toBe('adjustment-period-closed');
    expect(() => propose(dated)).toThrow(
      expect.objectContaining({
        details: {
          effectiveAt: '2026-10-31T23:59:59.999Z',
          closedThrough: '2026-10',
          openFrom: '2026-11-01T00:00:00.000Z',
        },
      }) as Error,
    );
    expect(types(propose({ ...moving(5), effectiveAt: '2026-11-01T00:00:00.000Z' }))).toHaveLength(
      1,
    );
  });

  it('is not approved into a period that was closed while it waited', () => {
    const state = after(propose(moving(2_000)));
    const closed = { ...RULES, closedThrough: '2026-12' };
    expect(refusalOf(() => approveAdjustment(BILAL, closed, state))).toBe(
      'adjustment-period-closed',
    );
  });

  it('is not dated before all books, which would be a slip of the pen', () => {
    const dated = { ...moving(5), effectiveAt: '0026-12-01T00:00:00.000Z' };
    const open = { ...RULES, closedThrough: null };
    expect(refusalOf(() => proposeAdjustment(dated, AMAL, open, NO_ADJUSTMENT))).toBe(
      'adjustment-before-books',
    );
  });

  it('is not dated in the future', () => {
    const dated = { ...moving(5), effectiveAt: '2026-12-02T10:00:00.001Z' };
    expect(refusalOf(() => propose(dated))).toBe('adjustment-in-future');
  });

  it('is taken back by its lines the other way round, once', () => {
    const state = after(propose(moving(5)));
    const reversal = { effectiveAt: NOW, reason: 'twice' };
    const events = reverseAdjustment(reversal, BILAL, RULES, state);
    expect(events).toMatchObject([
      { type: 'JournalAdjustmentReversed', data: { lines: reversed(moving(5).lines) } },
    ]);
    const gone = after(events, state);
    expect(refusalOf(() => reverseAdjustment(reversal, AMAL, RULES, gone))).toBe(
      'adjustment-not-booked',
    );
  });

  it('above the limit is taken back by two people, and stays booked when that is withdrawn', () => {
    const proposed = after(propose(moving(2_000)));
    const state = after(approveAdjustment(BILAL, RULES, proposed), proposed);
    const asked = reverseAdjustment({ effectiveAt: NOW, reason: 'no' }, BILAL, RULES, state);
    expect(types(asked)).toEqual(['JournalReversalProposed']);
    const waiting = after(asked, state);
    const withdrawn = after(withdrawAdjustment('', BILAL, waiting), waiting);
    expect(withdrawn.status).toBe('booked');
    expect(types(approveAdjustment(AMAL, RULES, waiting))).toEqual(['JournalAdjustmentReversed']);
  });

  it('of the same id is the same one, or refused', () => {
    const state = after(propose(moving(5)));
    expect(proposeAdjustment(moving(5), AMAL, RULES, state)).toEqual([]);
    expect(refusalOf(() => proposeAdjustment(moving(6), AMAL, RULES, state))).toBe(
      'adjustment-differs',
    );
  });

  it('with its reversal comes to nothing on every account, for any lines that are sound', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (moved) => {
        const lines = moved.map((amount, i) => line(`merchant:m-${i}:payable`, amount));
        const total = moved.reduce((sum, amount) => sum + amount, 0);
        const all = [...lines, line('write-off:paypal', -total)];
        const state = after(propose({ ...moving(1), lines: all }));
        const back = reversed(state.asked?.lines ?? []);
        all.forEach(({ amount }, i) => {
          expect(BigInt(amount.amount) + BigInt(back[i]?.amount.amount ?? 1)).toBe(0n);
        });
      }),
    );
  });
});

function line(account: string, amount: number, currency = 'EUR') {
  return { account, amount: { amount: String(amount), currency } };
}

function moving(amount: number, currency = 'EUR'): ManualAdjustment {
  return {
    adjustmentId: 'a-1',
    effectiveAt: '2026-12-01T00:00:00.000Z',
    reason: 'the bank kept it',
    about: null,
    paymentId: null,
    lines: [line('bank-charges:stripe', amount, currency), line('bank:stripe', -amount, currency)],
  };
}

function propose(adjustment: ManualAdjustment): AdjustmentEvent[] {
  return proposeAdjustment(adjustment, AMAL, RULES, NO_ADJUSTMENT);
}

function after(events: readonly AdjustmentEvent[], state = NO_ADJUSTMENT): AdjustmentState {
  return events.reduce(evolveAdjustment, state);
}

function types(events: readonly AdjustmentEvent[]): string[] {
  return events.map(({ type }) => type);
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof AdjustmentError) return error.code;
    throw error;
  }
}
