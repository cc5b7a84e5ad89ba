import { ApiProperty } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import { PaymentCase } from './payment-case.entity.js';

/** How soon is due soon. */
const DUE_SOON_MS = 3_600_000;

/** How many cases each of the usual lists has; every number is that of a list. */
export class CaseCountsResponse {
  /** `status=open` */
  open!: number;

  /** `leasedBy=` the caller */
  mine!: number;

  /** `status=open&assignee=` the caller */
  assigned!: number;

  /** `status=open&dueBefore=` an hour from now; those that are overdue as well. */
  dueSoon!: number;

  /** `status=open&escalated=true` */
  escalated!: number;

  /** `status=snoozed` */
  snoozed!: number;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

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
