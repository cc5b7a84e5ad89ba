import type { EntityManager } from 'typeorm';
import type { Plain } from '#projections';
import { exceptionIdOf, type ExceptionKey } from '#reconciliation';
import { BANK } from './bank-items.js';
import { BankGroup, ReconciliationBankLine, ReconciliationPayout } from './bank-leg.entity.js';

/** Whether an exception is of the leg between payouts and our bank. */
export function isOfBank({ provider, kind }: Pick<ExceptionKey, 'provider' | 'kind'>): boolean {
  return provider === BANK || kind === 'payout';
}

/** What shares a reference with a payout or a line of the bank; null: it is neither. */
export async function groupOf(
  manager: EntityManager,
  key: ExceptionKey,
): Promise<Plain<BankGroup> | null> {
  if (!isOfBank(key)) return null;
  const { provider, kind, reference } = key;
  const row =
    provider === BANK
      ? await manager.findOneBy(ReconciliationBankLine, { key: reference })
      : await manager.findOneBy(ReconciliationPayout, {
          payoutId: exceptionIdOf({ provider, kind, reference }),
        });
  return row && manager.findOneBy(BankGroup, { groupId: row.groupId });
}
