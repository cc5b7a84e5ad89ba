import fc from 'fast-check';
import { Money } from '#money';
import { evolve, NO_PAYMENT, type PaymentEvent } from '#payments';
import { paymentHistory } from '../../../test/support/payment-histories.js';
import { isMemorandum } from './account.js';
import { evolveContext, type JournalContext } from './context.js';
import { entryOf, type JournalEntry } from './entry.js';
import { trialBalance } from './trial-balance.js';

const RECORDED_AT = '2026-11-21T12:00:00.000Z';

describe('entryOf', () => {
  it('books a capture against the provider and the merchant, and takes it off the hold', () => {
    expect(postings(authorised(), captured(3000n, { final: false }))).toEqual([
      'memo:held:stripe -30.00 EUR',
      'memo:merchant:m-1 30.00 EUR',
      'provider:stripe:pending 30.00 EUR',
      'merchant:m-1:payable -30.00 EUR',
    ]);
  });

  it('releases the rest of the hold with the final capture', () => {
    expect(postings(authorised(), captured(3000n, { final: true })).slice(0, 2)).toEqual([
      'memo:held:stripe -50.00 EUR',
      'memo:merchant:m-1 50.00 EUR',
    ]);
  });

  it('books a capture in another currency as the provider took it, and leaves the hold', () => {
    const event = captured(3000n, { final: false, currency: 'USD' });
    expect(postings(authorised(), event)).toEqual([
      'provider:stripe:pending 30.00 USD',
      'merchant:m-1:payable -30.00 USD',
    ]);
    expect(evolveContext(authorised(), event)?.held).toEqual(authorised().held);
  });

  it('books a fee as our expense, kept back by the provider', () => {
    const fee = Money.of(77n, 'EUR');
    const event: PaymentEvent = {
      type: 'ProviderFeeRecorded',
      data: { paymentId: 'p-1', captureId: 'c-1', fee, recordedAt: '2026-11-21T05:00:00.000Z' },
    };
    expect(postings(authorised(), event)).toEqual([
      'fees:stripe 0.77 EUR',
      'provider:stripe:pending -0.77 EUR',
    ]);
  });

  it('keeps when it happened apart from when we learnt it', () => {
    const entry = entryOf(captured(3000n, { final: true }), authorised(), RECORDED_AT);
    expect(entry).toMatchObject({
      effectiveAt: '2026-11-21T05:00:00.000Z',
      recordedAt: RECORDED_AT,
    });
  });

  it('books nothing for a capture of a payment never initiated, and says so', () => {
    expect(() => entryOf(captured(1n, { final: true }), null, RECORDED_AT)).toThrow(
      'PaymentCaptured of payment p-1 before its initiation',
    );
  });

  it('balances in every currency, entry by entry, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        for (const entry of journalOf(events)) {
          for (const total of trialBalance(entry.postings).values())
            expect(total.isZero).toBe(true);
        }
      }),
    );
  });

  it('holds exactly what is authorised and neither captured nor given up', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        expect(heldBy(journalOf(events))).toBe(stillAuthorised(events));
      }),
    );
  });

  it.each([
    ['PaymentVoided', { voidId: 'v-1', amount: Money.of(5000n, 'EUR'), voidedAt: RECORDED_AT }],
    ['AuthorisationExpired', { reference: 'pi_1', expiredAt: RECORDED_AT }],
  ] as const)('releases the whole hold by %s', (type, data) => {
    const event = { type, data: { paymentId: 'p-1', ...data } } as PaymentEvent;
    expect(postings(authorised(), event)).toEqual([
      'memo:held:stripe -50.00 EUR',
      'memo:merchant:m-1 50.00 EUR',
    ]);
    expect(evolveContext(authorised(), event)?.held.isZero).toBe(true);
  });

  it('owes the merchant what was captured less what was given or taken back', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        const owed = events.reduce(
          (total, { type, data }) =>
            'amount' in data ? total + (MOVED[type] ?? 0n) * data.amount.minorUnits : total,
          0n,
        );
        const payable = journalOf(events)
          .flatMap((entry) => entry.postings)
          .filter(({ account }) => account.startsWith('merchant:'))
          .reduce((total, { amount }) => total - amount.minorUnits, 0n);
        expect(payable).toBe(owed);
      }),
    );
  });
});

/** What one unit of each event's amount is to the merchant. */
const MOVED: Readonly<Record<string, bigint>> = {
  PaymentCaptured: 1n,
  PaymentRefunded: -1n,
  RefundReversed: 1n,
  CaptureReversed: -1n,
  DisputeFundsWithdrawn: -1n,
  DisputeFundsReinstated: 1n,
};

function stillAuthorised(events: readonly PaymentEvent[]): bigint {
  const { authorisation, captures } = events.reduce(evolve, NO_PAYMENT);
  if (authorisation?.status !== 'authorised') return 0n;
  const taken = [...captures.values()].filter(({ status }) => status === 'captured');
  if (taken.some(({ final }) => final)) return 0n;
  return taken.reduce(
    (left, { amount }) => left - amount.minorUnits,
    authorisation.amount.minorUnits,
  );
}

function journalOf(events: readonly PaymentEvent[]): JournalEntry[] {
  let context: JournalContext | null = null;
  return events.flatMap((event) => {
    const entry = entryOf(event, context, RECORDED_AT);
    context = evolveContext(context, event);
    return entry ?? [];
  });
}

function heldBy(entries: readonly JournalEntry[]): bigint {
  return entries
    .flatMap((entry) => entry.postings)
    .filter(({ account }) => isMemorandum(account) && account.includes(':held:'))
    .reduce((total, { amount }) => total + amount.minorUnits, 0n);
}

function authorised(): JournalContext {
  return { provider: 'stripe', references: {}, merchantId: 'm-1', held: Money.of(5000n, 'EUR') };
}

function captured(
  minorUnits: bigint,
  { final, currency = 'EUR' }: { final: boolean; currency?: string },
): PaymentEvent {
  const amount = Money.of(minorUnits, currency);
  const ids = { paymentId: 'p-1', captureId: 'c-1', reference: 'ch_1' };
  return {
    type: 'PaymentCaptured',
    data: { ...ids, amount, final, capturedAt: '2026-11-21T05:00:00.000Z' },
  };
}

function postings(context: JournalContext, event: PaymentEvent): string[] {
  const entry = entryOf(event, context, RECORDED_AT);
  return (entry?.postings ?? []).map(({ account, amount }) => `${account} ${amount.toString()}`);
}
