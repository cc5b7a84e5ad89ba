import { Money } from '#money';
import { PROVIDERS } from '#provider-port';
import { CHART, placeInChart } from '../chart.js';
import { trialBalance } from '../trial-balance.js';
import type { Account } from '../account.js';
import { AdjustmentError } from './adjustment-error.js';
import type { StoredLine } from './adjustment-events.js';

const LINES_MAX = 100;

/** @throws AdjustmentError for lines that no books could take. */
export function assertSound(lines: readonly StoredLine[]): void {
  if (lines.length < 2 || lines.length > LINES_MAX) {
    throw new AdjustmentError('adjustment-lines-missing', { lines: String(lines.length) });
  }
  const seen = new Set<string>();
  for (const { account, amount } of lines) {
    if (!holdsMoney(account)) throw new AdjustmentError('adjustment-account-unknown', { account });
    const { currency } = amount;
    if (Money.fromJSON(amount).isZero) {
      throw new AdjustmentError('adjustment-amount-zero', { account, currency });
    }
    const key = `${currency} ${account}`;
    if (seen.has(key)) throw new AdjustmentError('adjustment-line-repeated', { account, currency });
    seen.add(key);
  }
  assertBalanced(lines);
}

function assertBalanced(lines: readonly StoredLine[]): void {
  const postings = lines.map(({ account, amount }) => ({
    account: account as Account,
    amount: Money.fromJSON(amount),
  }));
  for (const [currency, { minorUnits }] of trialBalance(postings)) {
    if (minorUnits === 0n) continue;
    throw new AdjustmentError('adjustment-unbalanced', { currency, off: minorUnits.toString() });
  }
}

/** Memorandum accounts follow from events alone. */
function holdsMoney(account: string): boolean {
  try {
    const { kind, owner } = placeInChart(account);
    const { class: accountClass, of } = CHART[kind];
    return (
      accountClass !== 'memorandum' &&
      (of === 'merchant' || PROVIDERS.some((provider) => provider === owner))
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
