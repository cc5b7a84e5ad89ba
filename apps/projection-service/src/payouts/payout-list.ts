import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Money } from '#money';
import type { Plain } from '#projections';
import type { Exportable } from '../lists/exports.js';
import type { Order } from '../lists/page.js';
import { ReconciliationPayout } from '../reconciliation/bank-leg.entity.js';
import type { PayoutsQuery } from './payouts.request.js';
import type { PayoutResponse } from './payouts.response.js';

type Row = Plain<ReconciliationPayout>;

export const PAYOUT_ORDER: Order<ReconciliationPayout> = {
  by: ['opened', 'payoutId'],
  direction: 'DESC',
};

const BANK_STATUS_NOW = `(CASE WHEN row.dueAt < :now THEN row.bankStatus ELSE row.freshBankStatus END)`;

/** Those that a query asks for, the newest first. */
export function payoutsFor(
  query: PayoutsQuery,
  now: Date,
): (manager: EntityManager) => SelectQueryBuilder<ReconciliationPayout> {
  const { provider, status, bankStatus, currency, amountMin, amountMax, from, to } = query;
  return (manager) => {
    const rows = manager.createQueryBuilder(ReconciliationPayout, 'row').where('true');
    const narrow = (condition: string, values: Record<string, unknown>): void => {
      if (Object.values(values).every((value) => value !== undefined)) {
        rows.andWhere(condition, values);
      }
    };
    narrow('row.provider = :provider', { provider });
    narrow('row.status = :status', { status });
    narrow(`${BANK_STATUS_NOW} = :bankStatus`, { bankStatus, now });
    narrow('row.currency = :currency', { currency });
    narrow('row.amount >= :amountMin', { amountMin });
    narrow('row.amount <= :amountMax', { amountMax });
    narrow('row.madeAt >= :from', { from });
    narrow('row.madeAt < :to', { to });
    return rows;
  };
}

export function payoutResponse(row: Row, now: Date): Plain<PayoutResponse> {
  const { payoutId, provider, reference, amount, currency, status } = row;
  return {
    ...{ payoutId, provider, reference, status },
    amount: { amount, currency },
    arrivesAt: row.arrivesAt?.toISOString() ?? null,
    madeAt: row.madeAt.toISOString(),
    bankStatus: bankStatusNow(row, now),
    dueAt: row.dueAt.toISOString(),
  };
}

function bankStatusNow({ dueAt, bankStatus, freshBankStatus }: Row, now: Date): string {
  return dueAt < now ? bankStatus : freshBankStatus;
}

export function payoutExport(now: Date): Exportable<ReconciliationPayout, Plain<PayoutResponse>> {
  return {
    view: 'reconciliation',
    name: 'payouts',
    item: (row) => payoutResponse(row, now),
    columns: {
      payoutId: ({ payoutId }) => payoutId,
      provider: ({ provider }) => provider,
      reference: ({ reference }) => reference,
      status: ({ status }) => status,
      currency: ({ currency }) => currency,
      amountMinor: ({ amount }) => amount,
      amount: ({ amount, currency }) => Money.of(BigInt(amount), currency).toDecimal(),
      madeAt: ({ madeAt }) => madeAt.toISOString(),
      arrivesAt: ({ arrivesAt }) => arrivesAt?.toISOString() ?? null,
      bankStatus: (row) => bankStatusNow(row, now),
      dueAt: ({ dueAt }) => dueAt.toISOString(),
    },
  };
}
