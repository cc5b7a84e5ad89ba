import type { Finding, FindingStatus } from './finding.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { Judging } from './judge.js';

/** Items of one book that met nothing, beside what met under the same reference. */
export type LeftOver = {
  readonly metOurs: readonly LedgerItem[];
  readonly metTheirs: readonly ProviderItem[];
};

const OF_NO_PAYMENT: ReadonlySet<string> = new Set(['fee', 'payout', 'conversion', 'reserve']);

/** Says what an event of ours is that no line met. */
export function judgeOurs(
  item: LedgerItem,
  { metOurs }: LeftOver,
  { rules, now }: Judging,
): Finding {
  if (Date.parse(item.at) > now - rules.listedWithinMs) return alone(item, 'expected', 'ours');
  const isTwice = metOurs.some(({ amount }) => amount.equals(item.amount));
  return alone(item, isTwice ? 'duplicate-internally' : 'missing-at-provider', 'ours');
}

/** Says what a line is that no event of ours met. */
export function judgeTheirs(line: ProviderItem, left: LeftOver, judging: Judging): Finding {
  return alone(line, statusOfLine(line, left, judging), 'theirs');
}

function statusOfLine(
  line: ProviderItem,
  { metTheirs }: LeftOver,
  { rules, now }: Judging,
): FindingStatus {
  if (OF_NO_PAYMENT.has(line.kind)) return 'booked';
  // What moved nothing and has no event of ours says the same in both books.
  if (line.status !== 'booked') return line.status === 'denied' ? 'booked' : 'expected';
  if (Date.parse(line.at) > now - rules.recordedWithinMs) return 'expected';
  // The provider took it back, and we still say that it was done.
  if (metTheirs.some(({ amount }) => amount.equals(line.amount.negated()))) {
    return 'status-mismatch';
  }
  if (metTheirs.length > 0) return 'duplicate-at-provider';
  return isReversal(line) ? 'orphan-reversal' : 'missing-internally';
}

/** Captures bring money, refunds and disputes take it; the opposite undoes one of them. */
function isReversal({ kind, amount }: ProviderItem): boolean {
  if (kind === 'capture') return amount.minorUnits < 0n;
  return (kind === 'refund' || kind === 'dispute') && amount.isPositive;
}

function alone(
  { id, provider, kind, amount, at }: LedgerItem | ProviderItem,
  status: FindingStatus,
  side: 'ours' | 'theirs',
): Finding {
  return {
    leg: 'provider',
    status,
    provider,
    kind,
    ours: side === 'ours' ? [id] : [],
    theirs: side === 'theirs' ? [id] : [],
    atStake: amount,
    since: at,
    certificate: null,
    suggestions: [],
  };
}
