import type { EntityManager } from 'typeorm';
import type { CaseCountsResponse } from './counts.response.js';
import { PaymentCase } from './payment-case.entity.js';

/** How soon is due soon. */
const DUE_SOON_MS = 3_600_000;

type Counts = Omit<CaseCountsResponse, 'position'>;

const AWAKE = '(row.snoozedUntil IS NULL OR row.snoozedUntil <= :now)';

const COUNTED: Readonly<Record<keyof Counts, string>> = {
  open: AWAKE,
  mine: 'row.leasedBy = :person AND row.leasedUntil > :now',
  assigned: `${AWAKE} AND row.assignee = :person`,
  dueSoon: `${AWAKE} AND row.dueAt < :soon`,
  escalated: `${AWAKE} AND row.escalatedAt IS NOT NULL`,
  snoozed: `NOT ${AWAKE}`,
};

/** All of them in one pass over the open cases. */
export async function countCases(
  manager: EntityManager,
  person: string,
  now: Date,
): Promise<Counts> {
  const query = manager.createQueryBuilder(PaymentCase, 'row').select([]);
  for (const [name, condition] of Object.entries(COUNTED)) {
    query.addSelect(`CAST(COUNT(*) FILTER (WHERE ${condition}) AS integer)`, name);
  }
  const counts = await query
    .where("row.status = 'open'")
    .setParameters({ person, now, soon: new Date(now.getTime() + DUE_SOON_MS) })
    .getRawOne<Record<string, number>>();
  const entries = Object.keys(COUNTED).map((name) => [name, counts?.[name] ?? NaN] as const);
  return Object.fromEntries(entries) as unknown as Counts;
}
