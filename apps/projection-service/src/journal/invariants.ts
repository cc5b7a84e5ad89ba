import type { EntityManager } from 'typeorm';
import { JOURNAL_SCHEMA as SCHEMA } from './journal.entity.js';

export const INVARIANTS = [
  'entries-balance',
  'trial-balance',
  'sums-of-days',
  'sums-of-accounts',
  'held-not-negative',
  'streams',
] as const;

export type InvariantName = (typeof INVARIANTS)[number];

/** What was looked at, and how much of it breaks an invariant. */
export type Tally = { readonly checked: number; readonly violations: number };

/** Rows that one look at a sample takes from each end of the journal. */
const SAMPLE = 500;

type SqlInvariant = Exclude<InvariantName, 'streams'>;

/**
 * Looks at the rows of the journal by themselves.
 *
 * @param full everything; else the newest entries and as many from a random place, and sums.
 */
export async function rowInvariants(
  manager: EntityManager,
  full: boolean,
): Promise<ReadonlyMap<SqlInvariant, Tally>> {
  const tallies = new Map<SqlInvariant, Tally>();
  for (const [name, sqlOf] of Object.entries(SQL)) {
    const [row] = await manager.query<{ checked: string; violations: string }[]>(sqlOf(full));
    if (!row) throw new Error(`no answer to ${name}`);
    const tally = { checked: Number(row.checked), violations: Number(row.violations) };
    tallies.set(name as SqlInvariant, tally);
  }
  return tallies;
}

const SAMPLED_ENTRIES = `
  (SELECT entry_id FROM ${SCHEMA}.journal_entry ORDER BY commit DESC, prepare DESC LIMIT ${SAMPLE})
  UNION
  (SELECT entry_id FROM ${SCHEMA}.journal_entry WHERE entry_id >= gen_random_uuid()
   ORDER BY entry_id LIMIT ${SAMPLE})`;

const SAMPLED_PAYMENTS = `
  (SELECT payment_id FROM ${SCHEMA}.journal_payment WHERE payment_id >= gen_random_uuid()::text
   ORDER BY payment_id LIMIT ${SAMPLE})
  UNION (SELECT payment_id FROM ${SCHEMA}.journal_payment ORDER BY payment_id LIMIT 10)`;

/** The kept sums of each day, over all types of event. */
const DAYS = `
  SELECT account, currency, effective_day, recorded_day,
         sum(debits) AS debits, sum(credits) AS credits
  FROM ${SCHEMA}.journal_day GROUP BY account, currency, effective_day, recorded_day`;

const SUMS = `
  coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS debits,
  coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS credits`;

const DIFFER = `posted.debits IS DISTINCT FROM days.debits
  OR posted.credits IS DISTINCT FROM days.credits`;

const ALL_DAYS = `
  SELECT count(*) AS checked, count(*) FILTER (WHERE ${DIFFER}) AS violations
  FROM (${DAYS}) days FULL JOIN (
    SELECT account, currency, (effective_at AT TIME ZONE 'UTC')::date AS effective_day,
           (recorded_at AT TIME ZONE 'UTC')::date AS recorded_day, ${SUMS}
    FROM ${SCHEMA}.journal_posting GROUP BY 1, 2, 3, 4
  ) posted USING (account, currency, effective_day, recorded_day)`;

/** Days of a few postings, since one account may have nearly all of a day. */
const SOME_DAYS = `
  WITH days AS (
    ${DAYS} HAVING sum(postings) < 5000 ORDER BY max(recorded_day) DESC, random() LIMIT 20
  )
  SELECT count(*) AS checked, count(*) FILTER (WHERE ${DIFFER}) AS violations
  FROM days CROSS JOIN LATERAL (
    SELECT ${SUMS} FROM ${SCHEMA}.journal_posting posting
    WHERE posting.account = days.account AND posting.currency = days.currency
      AND posting.effective_at >= days.effective_day::timestamp AT TIME ZONE 'UTC'
      AND posting.effective_at < (days.effective_day + 1)::timestamp AT TIME ZONE 'UTC'
      AND posting.recorded_at >= days.recorded_day::timestamp AT TIME ZONE 'UTC'
      AND posting.recorded_at < (days.recorded_day + 1)::timestamp AT TIME ZONE 'UTC'
  ) posted`;

const SQL: Readonly<Record<SqlInvariant, (full: boolean) => string>> = {
  'entries-balance': (full) => `
    SELECT count(*) AS checked, count(*) FILTER (WHERE off) AS violations FROM (
      SELECT entry_id, bool_or(off) AS off FROM (
        SELECT entry_id, currency, sum(amount) <> 0 AS off FROM ${SCHEMA}.journal_posting
        ${full ? '' : `WHERE entry_id IN (${SAMPLED_ENTRIES})`}
        GROUP BY entry_id, currency
      ) sums GROUP BY entry_id
    ) entries`,

  'trial-balance': () => `
    SELECT count(*) AS checked, count(*) FILTER (WHERE total <> 0) AS violations FROM (
      SELECT sum(debits - credits) AS total FROM ${SCHEMA}.journal_account
      GROUP BY currency, account LIKE 'memo:%'
    ) totals`,

  'sums-of-days': (full) => (full ? ALL_DAYS : SOME_DAYS),

  'sums-of-accounts': () => `
    SELECT count(*) AS checked, count(*) FILTER (WHERE
        days.debits IS DISTINCT FROM account.debits
        OR days.credits IS DISTINCT FROM account.credits) AS violations
    FROM ${SCHEMA}.journal_account account
    FULL JOIN (
      SELECT account, currency, sum(debits) AS debits, sum(credits) AS credits
      FROM ${SCHEMA}.journal_day GROUP BY account, currency
    ) days USING (account, currency)`,

  'held-not-negative': (full) => `
    SELECT count(*) AS checked, count(*) FILTER (WHERE held < 0) AS violations
    FROM ${SCHEMA}.journal_payment
    ${full ? '' : `WHERE payment_id IN (${SAMPLED_PAYMENTS})`}`,
};
