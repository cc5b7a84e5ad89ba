import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#platform';
import { OrderPayment } from './order-payment.entity.js';

/** The payments a caller may see, as `row`: a service its own, everybody else all. */
export function visiblePayments(
  manager: EntityManager,
  { client, role }: Caller,
): SelectQueryBuilder<OrderPayment> {
  const payments = manager.createQueryBuilder(OrderPayment, 'row');
  return role === 'service' ? payments.where('row.client = :client', { client }) : payments;
}
