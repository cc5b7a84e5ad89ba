import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { personOf, type Caller } from '#platform';
import { casesFor } from './case-list.js';
import { CasesQuery, type QueueQuery } from './cases.request.js';
import type { PaymentCase } from './payment-case.entity.js';

const LIMIT_DEFAULT = 10;

/** So late counts as late: a case that is a day over is no reason to forget the others. */
const SECONDS_LEFT_MIN = 60;

/**
 * The cases that an analyst may be given, first the analyst's own work, then by money at risk for
 * the time that is left. Its order changes with the time: it has no pages.
 */
export function freeCases(
  manager: EntityManager,
  caller: Caller,
  { limit = LIMIT_DEFAULT, escalated = false, ...asked }: QueueQuery,
  now: Date,
): SelectQueryBuilder<PaymentCase> {
  const query = Object.assign(new CasesQuery(), asked, { escalated, status: ['open'] });
  return casesFor(
    caller,
    query,
    now,
  )(manager)
    .andWhere('(row.leasedUntil IS NULL OR row.leasedUntil <= :now)')
    .andWhere('(row.assignee IS NULL OR row.assignee = :person)', { person: personOf(caller) })
    .addSelect('row.assignee IS NOT NULL', 'own_work')
    .addSelect(
      `row.atRisk / GREATEST(EXTRACT(EPOCH FROM row.dueAt - :now), ${SECONDS_LEFT_MIN})`,
      'urgency',
    )
    .orderBy('own_work', 'DESC')
    .addOrderBy('urgency', 'DESC')
    .addOrderBy('row.opened', 'ASC')
    .addOrderBy('row.paymentId', 'ASC')
    .limit(limit);
}
