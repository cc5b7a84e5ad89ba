import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { eur, order, OPERATOR, SHOP } from './order.js';

/** The life of payments by card, as the service that takes them meets it. */
export async function visitPayments(system: RecordedSystem): Promise<string> {
  const { commands } = system;
  const paymentId = await captured(system);
  await authorisedLater(system);
  await givenUp(system);
  await renewed(system);
  await commands.visit('post /v1/batch', {
    as: SHOP,
    body: {
      commands: [
        { operation: 'initiate', idempotencyKey: 'order-90', body: order('order-90') },
        {
          operation: 'refund',
          idempotencyKey: 'order-1-second-refund',
          paymentId,
          body: { amount: eur('100') },
        },
      ],
    },
  });
  await commands.visit('get /v1/payments/{paymentId}', { as: SHOP, path: { paymentId } });
  const path = { provider: 'stripe' };
  await commands.refused(
    'post /v1/webhooks/{provider}',
    { path, headers: { 'stripe-signature': 't=1,v1=0' }, body: { id: 'evt_1' } },
    'webhook-rejected',
  );
  return paymentId;
}

async function captured({ commands }: RecordedSystem): Promise<string> {
  const body = order('order-1', { deviceId: 'device-1', metadata: { basket: 'b-17' } });
  const paid = await commands.visit('post /v1/payments', { as: SHOP, body });
  const metadata = { note: 'card 4242 4242 4242 4242' };
  await commands.refused(
    'post /v1/payments',
    { as: SHOP, body: order('order-2', { metadata }) },
    'card-data-refused',
  );
  const paymentId = textAt(paid, 'paymentId');
  const of = (change: object) => ({ as: SHOP, path: { paymentId }, body: change });
  const payment = 'post /v1/payments/{paymentId}';
  await commands.visit(`${payment}/increment`, of({ amount: eur('2500') }));
  const lower = of({ amount: eur('2400') });
  await commands.refused(`${payment}/increment`, lower, 'amount-not-raised');
  await commands.visit(`${payment}/capture`, of({ amount: eur('1200'), final: false }));
  const tooMuch = of({ amount: eur('9900') });
  await commands.refused(`${payment}/capture`, tooMuch, 'capture-exceeds-authorised');
  await commands.visit(`${payment}/release`, of({}));
  // Stripe's times are whole seconds: a statement would else begin with either.
  await sleep(1_100);
  await commands.visit(`${payment}/refund`, of({ amount: eur('500'), reason: 'one came broken' }));
  await commands.refused(`${payment}/refund`, tooMuch, 'refund-exceeds-captured');
  await commands.refused(`${payment}/cancel`, of({}), 'payment-captured');
  return paymentId;
}

async function authorisedLater({ commands }: RecordedSystem): Promise<void> {
  const body = order('order-3', { intent: 'initiate' });
  const begun = await commands.visit('post /v1/payments', { as: SHOP, body });
  const call = { as: SHOP, path: { paymentId: textAt(begun, 'paymentId') }, body: {} };
  await commands.visit('post /v1/payments/{paymentId}/authorise', call);
}

async function givenUp({ commands }: RecordedSystem): Promise<void> {
  const begun = async (orderId: string) => {
    const paid = await commands.visit('post /v1/payments', { as: SHOP, body: order(orderId) });
    return { as: SHOP, path: { paymentId: textAt(paid, 'paymentId') }, body: {} };
  };
  await commands.visit('post /v1/payments/{paymentId}/void', await begun('order-4'));
  const taken = await begun('order-9');
  await commands.visit('post /v1/payments/{paymentId}/capture', taken);
  await commands.refused('post /v1/payments/{paymentId}/void', taken, 'payment-captured');
  await commands.visit('post /v1/payments/{paymentId}/cancel', await begun('order-5'));
  await begun('order-6');
  const path = { orderId: 'order-6' };
  await commands.visit('post /v1/orders/{orderId}/cancel', { as: SHOP, path, body: {} });
}

/** PayPal renews a hold; Stripe has no such thing. */
async function renewed(system: RecordedSystem): Promise<void> {
  const { commands } = system;
  const method = { kind: 'paypal' };
  const body = order('order-7', { provider: 'paypal', method, card: null });
  const begun = await commands.visit('post /v1/payments', { as: SHOP, body });
  await system.approveAsPayer(textAt(begun, 'action', 'url'));
  const path = { paymentId: textAt(begun, 'paymentId') };
  const status = (paid: object) => at(paid, 'status') === 'authorised';
  await commands.visitUntil('get /v1/payments/{paymentId}', { as: SHOP, path }, status);
  await system.sandbox('/sandbox/clock', { advanceMs: 4 * 86_400_000 });
  await commands.visit('post /v1/payments/{paymentId}/reauthorise', { as: SHOP, path, body: {} });
}

/** A capture whose outcome is unknown until a person says it. */
export async function visitUnknownOutcome(system: RecordedSystem): Promise<void> {
  const { commands } = system;
  const paid = await commands.prepare('post /v1/payments', { as: SHOP, body: order('order-8') });
  const paymentId = textAt(paid, 'paymentId');
  const faults = ['payment_intents.capture', 'payment_intents.retrieve'];
  for (const operation of faults) {
    const fault = { provider: 'stripe', operation, effect: '500-before', times: 1_000 };
    await system.sandbox('/sandbox/faults', fault);
  }
  const capture = { as: SHOP, path: { paymentId }, body: {} };
  const open = await commands.prepare('post /v1/payments/{paymentId}/capture', capture);
  const attention = { as: OPERATOR };
  await commands.visitUntil('get /v1/attention', attention, (body) => at(body, 'unfinished') === 1);
  await system.sandbox('/sandbox/faults', {}, 'DELETE');
  await commands.visit('post /v1/payments/{paymentId}/operations/{operationId}/resolve', {
    as: OPERATOR,
    path: { paymentId, operationId: textAt(open, 'unknown', 0, 'operationId') },
    body: { happened: false, note: 'Not in the dashboard of the provider.' },
  });
}
