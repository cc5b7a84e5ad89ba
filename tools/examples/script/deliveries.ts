import { Stripe } from 'stripe';
import type { RecordedSystem } from '../system.js';
import { at } from '../read.js';
import { OPERATOR } from './order.js';

/** What a provider sends that cannot be read nor looked up, until a person has looked at it. */
export async function visitDeliveries(system: RecordedSystem): Promise<void> {
  const { commands } = system;
  await sent(system, 'evt_examples0001');
  await commands.visitUntil('get /v1/attention', { as: OPERATOR }, (body) =>
    JSON.stringify(at(body, 'items')).includes('"abandoned"'),
  );
  const path = { provider: 'stripe', eventId: 'evt_examples0001' };
  const delivery = 'post /v1/attention/deliveries/{provider}/{eventId}';
  const retry = { as: OPERATOR, path, body: {} };
  await commands.refused(`${delivery}/retry`, retry, 'delivery-parked');
  await commands.visit(`${delivery}/dismissal`, {
    as: OPERATOR,
    path,
    body: { note: 'A refund of the old shop.' },
  });
}

async function sent({ commands, stripeWebhookSecret }: RecordedSystem, id: string): Promise<void> {
  const object = { object: 'refund', charge: null, payment_intent: null };
  const body = {
    id,
    object: 'event',
    type: 'refund.updated',
    api_version: Stripe.API_VERSION,
    created: Math.floor(Date.now() / 1_000),
    data: { object },
  };
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: JSON.stringify(body),
    secret: stripeWebhookSecret,
  });
  await commands.visit('post /v1/webhooks/{provider}', {
    path: { provider: 'stripe' },
    headers: { 'stripe-signature': signature },
    body,
  });
}
