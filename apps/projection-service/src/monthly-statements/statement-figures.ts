import { In, type EntityManager } from 'typeorm';
import { endOf, startOf, type Month } from '#journal';
import { cutAt } from '../journal/balances.js';
import { JournalAccount, JournalDay, JOURNAL_SCHEMA as SCHEMA } from '../journal/journal.entity.js';
import { sumsAt, type AccountInCurrency, type Cut, type Sum } from '../journal/sums.js';
import type { AccountMonth, DayVolume, MerchantFees } from './monthly-statement.response.js';
import { accountsOf, type StatementOf } from './statement-accounts.js';

type Asked = { readonly period: Month; readonly of: StatementOf; readonly known?: string };

/** Each account of a statement in each of its currencies: opening, movements, closing. */
export async function accountMonths(
  manager: EntityManager,
  { period, of, known }: Asked,
): Promise<AccountMonth[]> {
  const accounts = accountsOf(of);
  const rows = await manager.find(JournalAccount, { where: { account: In(accounts) } });
  const sorted = rows.sort(
    (a, b) =>
      accounts.indexOf(a.account) - accounts.indexOf(b.account) ||
      (a.currency < b.currency ? -1 : 1),
  );
  const cut = cutAt(known === undefined ? {} : { asOfRecorded: known });
  const months: AccountMonth[] = [];
  for (const { account, currency } of sorted) {
    months.push(await accountMonth(manager, { account, currency }, { period, cut }));
  }
  return months.filter(({ opening, movements }) => opening !== '0' || movements.length > 0);
}

async function accountMonth(
  manager: EntityManager,
  of: AccountInCurrency,
  { period, cut }: { readonly period: Month; readonly cut: Cut },
): Promise<AccountMonth> {
  const before = { ...cut, effectiveBefore: new Date(startOf(period)) };
  const until = { ...cut, effectiveBefore: new Date(endOf(period)) };
  const opening = await sumsAt(manager, before, of);
  const closing = await sumsAt(manager, until, of);
  return {
    ...of,
    opening: balanceOf(opening).toString(),
    movements: closing.flatMap((sum) => movementOf(sum, opening)),
    closing: balanceOf(closing).toString(),
  };
}

function movementOf(
  { eventType, debits, credits, postings }: Sum,
  opening: readonly Sum[],
): AccountMonth['movements'] {
  const before = opening.find((sum) => sum.eventType === eventType);
  const count = postings - (before?.postings ?? 0n);
  if (count === 0n) return [];
  const [debited, credited] = [debits - (before?.debits ?? 0n), credits - (before?.credits ?? 0n)];
  return [
    {
      eventType,
      postings: Number(count),
      debits: debited.toString(),
      credits: credited.toString(),
      change: (debited - credited).toString(),
    },
  ];
}

function balanceOf(sums: readonly Sum[]): bigint {
  return sums.reduce((balance, { debits, credits }) => balance + debits - credits, 0n);
}

/** What providers kept of a merchant's payments: fees are accounts of providers. */
export async function merchantFees(
  manager: EntityManager,
  merchantId: string,
  { period, known }: Pick<Asked, 'period' | 'known'>,
): Promise<MerchantFees[]> {
  const { recordedBefore = null } = cutAt(known === undefined ? {} : { asOfRecorded: known });
  return manager.query<MerchantFees[]>(
    `SELECT posting.account, posting.currency, sum(posting.amount)::text AS amount
     FROM ${SCHEMA}.journal_entry entry
     JOIN ${SCHEMA}.journal_payment payment USING (payment_id)
     JOIN ${SCHEMA}.journal_posting posting USING (entry_id)
     WHERE payment.merchant_id = $1 AND posting.account LIKE 'fees:%'
       AND entry.effective_at >= $2 AND entry.effective_at < $3
       AND ($4::timestamptz IS NULL OR entry.recorded_at < $4)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [merchantId, startOf(period), endOf(period), recordedBefore],
  );
}

/** What was captured each day, from the sums of days, as they are now. */
export async function dayVolumes(
  manager: EntityManager,
  { period, of }: Pick<Asked, 'period' | 'of'>,
): Promise<DayVolume[]> {
  const [account = ''] = accountsOf(of);
  const rows = await manager
    .createQueryBuilder(JournalDay, 'row')
    .select('CAST(row.effectiveDay AS text)', 'day')
    .addSelect('row.currency', 'currency')
    .addSelect('abs(sum(row.debits - row.credits))::text', 'captured')
    .where('row.account = :account AND row.eventType = :type', { account, type: 'PaymentCaptured' })
    .andWhere('row.effectiveDay >= :from AND row.effectiveDay < :to', {
      from: startOf(period).slice(0, 10),
      to: endOf(period).slice(0, 10),
    })
    .groupBy('row.effectiveDay')
    .addGroupBy('row.currency')
    .orderBy('row.effectiveDay')
    .getRawMany<DayVolume>();
  return rows;
}
