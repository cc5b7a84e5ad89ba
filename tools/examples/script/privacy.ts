import type { RecordedSystem } from '../system.js';
import { OPERATOR, order, SHOP } from './order.js';

/** What a customer may ask of data about itself. */
export async function visitPrivacy({ commands }: RecordedSystem): Promise<void> {
  const metadata = { note: 'leave it with the neighbour' };
  const paid = order('order-erased', { metadata, intent: 'capture' });
  await commands.prepare('post /v1/payments', { as: SHOP, body: paid });
  const subject = '/v1/privacy/subjects/{customerId}';
  const path = { customerId: 'customer-of-order-erased' };
  const asked = { as: OPERATOR, path, query: { client: SHOP } };
  await commands.visit(`get ${subject}/export`, asked);
  await commands.visit(`get ${subject}/page`, asked);
  const body = { client: SHOP, reason: 'asked for by the customer' };
  await commands.visit(`post ${subject}/erasure`, { as: OPERATOR, path, body });
  await commands.visit(`get ${subject}`, asked);
  const unknown = { as: OPERATOR, path: { customerId: 'customer-unknown' }, body };
  await commands.refused(`post ${subject}/erasure`, unknown, 'not-found');
}
