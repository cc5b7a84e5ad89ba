import fc from 'fast-check';
import { Money } from '#money';
import {
  adjustmentsBetween,
  withLine,
  withTold,
  type LedgerRecord,
  type Match,
  type SettlementLine,
} from '#reconciliation';
import { providerPending, merchantPayable } from './account.js';
import { adjusting } from './adjusting.js';
import { entryOfLine } from './line-entry.js';
import { UNKNOWN_PAYOUT } from './payout-entry.js';
import { netOf, transfer, type Posting } from './posting.js';
import { trialBalance } from './trial-balance.js';

const AT = '2026-11-21T05:00:00.000Z';
const NOTHING: Match = { kind: 'capture', ours: [], theirs: [] };

const amount = fc.bigInt(1n, 10n ** 12n);

describe('a capture that settles in another currency', () => {
  it('closes in the first one through fx, at the rate of the provider, in either order', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (paid, settled, kept, eventFirst) => {
        const shown = Money.of(paid, 'EUR');
        const came = Money.of(settled, 'USD');
        const fee = Money.of(kept, 'USD');
        const entries = eventFirst
          ? eventThenLine(shown, line(shown, came, fee))
          : lineThenEvent(shown, line(shown, came, fee));
        for (const postings of entries) {
          for (const total of trialBalance(postings).values()) expect(total.isZero).toBe(true);
        }
        const balances = Object.fromEntries(
          netOf(entries.flat()).map(({ account, amount: of }) => [
            `${account} ${of.currency}`,
            of.minorUnits,
          ]),
        );
        expect(balances['provider:stripe:pending EUR']).toBeUndefined();
        expect(balances['provider:stripe:pending USD'] ?? 0n).toBe(settled - kept);
        expect(balances['fx:stripe EUR']).toBe(paid);
        expect(balances['fx:stripe USD']).toBe(-settled);
        expect(balances['fees:stripe USD']).toBe(kept);
        expect(balances['merchant:m-1:payable EUR']).toBe(-paid);
      }),
    );
  });
});

function eventThenLine(shown: Money, of: SettlementLine): (readonly Posting[])[] {
  const known = withTold(NOTHING, told(shown));
  return [booked(shown), lineEntry(of, known)];
}

function lineThenEvent(shown: Money, of: SettlementLine): (readonly Posting[])[] {
  const known = withLine(NOTHING, of);
  const adjusted = adjustmentsBetween(known, withTold(known, told(shown)));
  return [lineEntry(of, NOTHING), [...booked(shown), ...adjusting(adjusted, 'stripe')]];
}

function booked(shown: Money): Posting[] {
  return transfer(shown, merchantPayable('m-1'), providerPending('stripe'));
}

function lineEntry(of: SettlementLine, before: Match): readonly Posting[] {
  const adjustments = adjustmentsBetween(before, withLine(before, of));
  const rest = { payout: UNKNOWN_PAYOUT, paymentId: null, recordedAt: AT };
  return entryOfLine(of, adjustments, rest).entry?.postings ?? [];
}

function told(shown: Money): LedgerRecord {
  const key = { provider: 'stripe', kind: 'capture', reference: 'ch_1' } as const;
  return { key, movement: { operationId: 'c-1', amount: shown, fee: null, at: AT } };
}

function line(presented: Money, came: Money, fee: Money): SettlementLine {
  const ids = { provider: 'stripe', lineId: 'txn_1', reference: 'ch_1', paymentId: null } as const;
  return { ...ids, kind: 'capture', amount: came, presented, fee, at: AT };
}
