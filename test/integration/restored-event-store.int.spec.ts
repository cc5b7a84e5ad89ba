import type { VerifiedWebhook } from '#provider-port';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';
import { Money } from '#money';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

function eur(amount: string) {
  return { amount: { amount, currency: 'EUR' } };
}

async function captured(): Promise<string> {
  const { body } = await service.post('/v1/payments', payment({ intent: 'capture' }));
  return String(body['paymentId']);
}

async function caughtUp(): Promise<void> {
  await eventually(async () => {
    const { body } = await service.get('/v1/attention', 'operator-key');
    return body['unfinished'] === 0;
  });
}

/** Brings back what the store held when `kept` events were in it, and goes on from there. */
async function restore(kept: number, later = 0): Promise<void> {
  await service.restart(() => {
    service.store.forget(kept);
  });
  for (let count = 0; count < later; count += 1) await captured();
}

describe('an event store that was restored from an older backup', () => {
  it('is read again, so that what it holds open is resumed', async () => {
    const paymentId = await captured();
    service.provider.silences = 1;
    await service.post(`/v1/payments/${paymentId}/refund`, eur('400'));
    // The backup: a refund is promised, and its outcome is unknown.
    const kept = service.store.events.length;
    await eventually(() => service.history(paymentId).at(-1) === 'PaymentRefunded');
    await captured();
    await caughtUp();
    await restore(kept);
    expect(service.history(paymentId)).not.toContain('PaymentRefunded');
    await eventually(() => service.history(paymentId).at(-1) === 'PaymentRefunded');
    await caughtUp();
  });

  it('learns again what the provider did since', async () => {
    const paymentId = await captured();
    const kept = service.store.events.length;
    const at = new Date().toISOString();
    const refund = { refundId: null, captureReference: 'ch_1', reference: 're_9' };
    const fact = { kind: 'refunded', paymentId, at, ...refund, amount: Money.parse('4.00', 'EUR') };
    const event = { eventId: 'evt_1', type: 'refund.created', apiVersion: null, unreadable: null };
    service.provider.happened.push({
      provider: 'stripe',
      ...event,
      facts: [fact],
    } as VerifiedWebhook);
    await eventually(() => service.history(paymentId).includes('PaymentRefunded'));
    await eventually(() => searchesFrom() < 60 * 60_000);
    await restore(kept);
    await eventually(() => service.history(paymentId).includes('PaymentRefunded'));
    expect(
      service.provider.listedFrom.some((from) => Date.now() - Date.parse(from) > MONTH_MS),
    ).toBe(true);
  });

  it('knows the cancelled orders that it holds, and no others', async () => {
    const paymentId = await captured();
    const kept = service.store.events.length;
    await service.post('/v1/orders/order-1/cancel', {});
    const refused = await service.post('/v1/payments', payment());
    expect(refused.body['code']).toBe('order-cancelled');
    await restore(kept);
    expect(service.history(paymentId)).toContain('PaymentCaptured');
    await eventually(async () => (await service.post('/v1/payments', payment())).status < 300);
  });

  /** How far back the latest search went. */
  function searchesFrom(): number {
    return Date.now() - Date.parse(service.provider.listedFrom.at(-1) ?? '');
  }
});

const MONTH_MS = 29 * 86_400_000;
