import type { EntityManager } from 'typeorm';
import { Money } from '#money';
import type { Plain } from '#projections';
import { isExceptionId, sumCheckOf, type SumCheck } from '#reconciliation';
import { bankLineIdOf, payoutIdOf } from '../reconciliation/bank-items.js';
import { BankGroup, ReconciliationPayout } from '../reconciliation/bank-leg.entity.js';
import { oneException } from '../reconciliation/one-exception.js';
import { ReconciliationMatch } from '../reconciliation/reconciliation.entity.js';
import { payoutResponse } from './payout-list.js';
import type { OnePayoutResponse, SumCheckResponse } from './payouts.response.js';

type Lines = ReconciliationMatch['theirs'];

/** One payout with all that both books and the bank say of it; null: no book tells of it. */
export async function onePayout(
  manager: EntityManager,
  payoutId: string,
  now: Date,
): Promise<Omit<OnePayoutResponse, 'position'> | null> {
  // No other text is a name, least of all one that PostgreSQL cannot hold.
  if (!isExceptionId(payoutId)) return null;
  const row = await manager.findOneBy(ReconciliationPayout, { payoutId });
  const group = row && (await manager.findOneBy(BankGroup, { groupId: row.groupId }));
  const exception = row && (await oneException(manager, payoutId, now));
  if (!row || !group || !exception) return null;
  const { provider, reference } = row;
  const known = await manager.findOneBy(ReconciliationMatch, {
    ...{ provider, kind: 'payout', reference },
  });
  const lines = known?.theirs ?? [];
  return {
    ...payoutResponse(row, now),
    lines,
    sumCheck: sumCheckResponse(sumOf(row, lines)),
    bankLines: bankLinesOf(group),
    together: group.payouts.map(payoutIdOf).filter((id) => id !== payoutId),
    findings: exception.findings,
    suggestions: exception.suggestions,
  };
}

function bankLinesOf({ bankLines }: Plain<BankGroup>): OnePayoutResponse['bankLines'] {
  return bankLines.map((line) => ({
    bankLineId: bankLineIdOf(line),
    amount: line.amount,
    bookedOn: line.bookedOn,
    bankReference: line.bankReference,
  }));
}

/** A payout that came back took nothing off the balance; its lines have to say so, too. */
function sumOf({ amount, currency, status }: ReconciliationPayout, lines: Lines): SumCheck {
  const isBack = status === 'failed' || status === 'cancelled';
  const sent = Money.of(isBack ? 0n : BigInt(amount), currency);
  const took = lines.flatMap((line) => [
    Money.fromJSON(line.amount).negated(),
    Money.fromJSON(line.fee),
  ]);
  return sumCheckOf({ amount: sent, content: lines.length === 0 ? null : took });
}

function sumCheckResponse({ state, residual }: SumCheck): SumCheckResponse {
  return { state, residual: residual.map((amount) => amount.toJSON()) };
}
