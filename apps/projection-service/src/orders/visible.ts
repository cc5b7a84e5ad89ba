import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#platform';
import { OrderPayment } from './order-payment.entity.js';

/**
 * The payments a caller may see, as `row`: a service its own, everybody else all, and of them those
 * of the caller's merchants.
 */
export function visiblePayments(
  manager: EntityManager,
  { client, role, merchants }: Caller,
): SelectQueryBuilder<OrderPayment> {
  const payments = manager.createQueryBuilder(OrderPayment, 'row');
  payments.where(role === 'service' ? 'row.client = :client' : 'true', { client });
  if (merchants) payments.andWhere('row.merchantId IN (:...merchants)', { merchants });
  return payments;
}
