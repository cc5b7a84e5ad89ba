import { Money } from '#money';
import { matchCluster, RULE_SET, type ExceptionResolved, type Resolution } from '#reconciliation';
import { adjusting } from './adjusting.js';
import { netOf, type Posting } from './posting.js';
import { entryOfWriteOff } from './write-off-entry.js';

const AT = '2026-11-20T10:00:00.000Z';
const ID = 'stripe-capture-ch_1';

describe('a write-off', () => {
  it('empties suspense of what only the provider’s books tell of', () => {
    const amount = stakeOf({ theirs: 2000n });
    const suspended = adjusting([{ purpose: 'suspense', amount }], 'stripe');
    const left = netOf([...suspended, ...postingsOf({ amount, from: 'suspense' })]);
    expect(texts(left)).toEqual([
      'provider:stripe:pending 20.00 EUR',
      'write-off:stripe -20.00 EUR',
    ]);
  });

  it('is a cost where the provider never paid what our events tell of', () => {
    const postings = postingsOf({ amount: stakeOf({ ours: 2000n }), from: 'pending' });
    expect(texts(postings)).toEqual([
      'write-off:stripe 20.00 EUR',
      'provider:stripe:pending -20.00 EUR',
    ]);
  });

  it('of a wrong amount is what is left over, with its sign', () => {
    const amount = stakeOf({ ours: 2000n, theirs: 1900n });
    expect(amount.toString()).toBe('-1.00 EUR');
    const suspended = adjusting([{ purpose: 'suspense', amount }], 'stripe');
    const left = netOf([...suspended, ...postingsOf({ amount, from: 'suspense' })]);
    expect(texts(left)).toEqual(['provider:stripe:pending -1.00 EUR', 'write-off:stripe 1.00 EUR']);
  });

  it('of a payout takes what is lost off its way, and what the bank has too little', () => {
    const lost = postingsOf({ amount: Money.of(2000n, 'EUR'), from: 'in-transit' });
    const short = postingsOf({ amount: Money.of(-100n, 'EUR'), from: 'bank-difference' });
    expect([lost, short].map(texts)).toEqual([
      ['write-off:stripe 20.00 EUR', 'payout:stripe:in-transit -20.00 EUR'],
      ['payout:stripe:in-transit -1.00 EUR', 'write-off:stripe 1.00 EUR'],
    ]);
  });

  it('is booked back when it is reopened', () => {
    const resolution = resolutionOf({ amount: Money.of(2000n, 'EUR'), from: 'suspense' });
    const data = { exceptionId: ID, resolution, note: '', reopenedBy: 'amal', reopenedAt: AT };
    const back = entryOfWriteOff({ type: 'ExceptionReopened', data }, AT);
    expect(netOf([...postingsOf(resolution), ...(back?.postings ?? [])])).toEqual([]);
  });

  it('is booked for nothing but a write-off', () => {
    const matched = resolutionOf({ amount: Money.of(2000n, 'EUR'), from: null });
    expect(entryOfWriteOff(resolved({ ...matched, reason: 'manual-match' }), AT)).toBeNull();
  });
});

type Off = Pick<Resolution, 'amount' | 'from'>;

function postingsOf(off: Off): readonly Posting[] {
  return entryOfWriteOff(resolved(resolutionOf(off)), AT)?.postings ?? [];
}

function resolutionOf(off: Off): Resolution {
  return { reason: 'written-off', note: '', matchedWith: [], ...off };
}

function resolved(resolution: Resolution): ExceptionResolved {
  const people = { resolvedBy: 'amal', approvedBy: null };
  const data = { exceptionId: ID, resolution, ...people, resolvedAt: AT };
  return { type: 'ExceptionResolved', data };
}

/** What the rules say is in question. */
function stakeOf({ ours, theirs }: { ours?: bigint; theirs?: bigint }): Money {
  const object = { provider: 'stripe', kind: 'capture', reference: 'ch_1', at: AT } as const;
  const ids = { ...object, links: [], ourIds: [], paymentId: null, fee: Money.of(0n, 'EUR') };
  const amount = (units: bigint) => Money.of(units, 'EUR');
  const sides = {
    ours: ours === undefined ? [] : [{ ...ids, id: 'c-1', amount: amount(ours) }],
    theirs:
      theirs === undefined
        ? []
        : [{ ...ids, id: 't-1', amount: amount(theirs), status: 'booked' as const }],
  };
  const [finding] = matchCluster(sides, { rules: RULE_SET, now: Infinity });
  if (!finding) throw new Error('items without a finding');
  return finding.atStake;
}

function texts(postings: readonly Posting[]): string[] {
  return postings.map(({ account, amount }) => `${account} ${amount.toString()}`);
}
