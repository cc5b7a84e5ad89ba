import type { EntityManager } from 'typeorm';
import { Money } from '#money';
import {
  balanceDays,
  type BalanceDay,
  type BalanceMovement,
  type LineKind,
  type ReportedBalance,
} from '#reconciliation';
import { ReconciliationDay, ReconciliationReported } from './bank-leg.entity.js';

const DAY_MS = 86_400_000;

/** Which balances; days are in UTC, and `to` is not among them. */
export type DaysAsked = {
  readonly provider?: string | undefined;
  readonly currency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Every day on which a balance moved or was reported, by provider and currency. */
export async function daysOf(
  manager: EntityManager,
  { provider, currency, from = '', to = '~' }: DaysAsked,
): Promise<BalanceDay[]> {
  const which = { ...(provider && { provider }), ...(currency && { currency }) };
  const rows = await manager.findBy(ReconciliationDay, which);
  const reported = await manager.findBy(ReconciliationReported, which);
  const days = balanceDays(rows.map(movementOf), reported.flatMap(closingOf));
  return days.filter(({ day }) => day >= from.slice(0, 10) && day < to.slice(0, 10));
}

/** All lines of one kind and day as one. */
function movementOf({
  provider,
  currency,
  day,
  kind,
  amount,
  fees,
}: ReconciliationDay): BalanceMovement {
  return {
    provider,
    kind: kind as LineKind,
    amount: Money.of(BigInt(amount), currency),
    fee: Money.of(BigInt(fees), currency),
    at: `${day}T00:00:00.000Z`,
  };
}

/** Only what is reported as of the end of a day is its closing balance. */
function closingOf({
  provider,
  currency,
  asOf,
  amount,
}: ReconciliationReported): ReportedBalance[] {
  if (asOf.getTime() % DAY_MS !== 0) return [];
  const day = new Date(asOf.getTime() - DAY_MS).toISOString().slice(0, 10);
  return [{ provider, day, closing: Money.of(BigInt(amount), currency) }];
}
