import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { OPERATOR, SHOP } from './order.js';

const ONE = '/v1/webhook-endpoints/{endpointId}';

/** Before there are payments to tell of. @returns the endpoint's id. */
export async function visitRegistration(system: RecordedSystem): Promise<string> {
  const { operations, receiver } = system;
  const body = {
    url: `${receiver.url}/webhooks`,
    description: 'The shop',
    messageTypes: ['payment.captured', 'payment.refunded'],
  };
  const made = await operations.visit('post /v1/webhook-endpoints', { as: SHOP, body });
  return textAt(made, 'endpointId');
}

/** After messages were sent to it. */
export async function visitEndpoint(system: RecordedSystem, endpointId: string): Promise<void> {
  const { operations } = system;
  const call = { as: SHOP, path: { endpointId } };
  await operations.visit(`post ${ONE}/test`, call);
  const captures = { ...call, query: { type: 'payment.captured' } };
  const log = await operations.visitUntil(`get ${ONE}/deliveries`, captures, (body) =>
    Boolean(at(body, 'items', 1)),
  );
  const messageId = textAt(log, 'items', 1, 'messageId');
  const message = { as: SHOP, path: { endpointId, messageId } };
  await operations.visit('get /v1/webhook-messages/{messageId}/deliveries', message);
  await operations.visit(`post ${ONE}/messages/{messageId}/replay`, message);
  await operations.refused(
    `post ${ONE}/abandoned-messages/{messageId}/replay`,
    message,
    'not-found',
  );
  await operations.visit(`get ${ONE}/abandoned-messages`, call);
  await operations.visit(`post ${ONE}/replay`, { ...call, body: { fromPosition: '0/0' } });
  await operations.visit(`patch ${ONE}`, { ...call, body: { description: 'The shop, its desk' } });
  await operations.visit(`post ${ONE}/secret`, call);
  await operations.visit(`post ${ONE}/enable`, call);
  await operations.visit(`get ${ONE}`, call);
  await operations.visit('get /v1/webhook-endpoints', { as: SHOP });
  await operations.visit('get /v1/webhook-endpoints/attention', { as: OPERATOR });
  await operations.visit(`delete ${ONE}`, call);
}
