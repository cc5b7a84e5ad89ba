import type { PaymentReply } from '#client';
import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';

let system: PaymentSystem;

beforeAll(async () => {
  // Asked less often than the breaker rests, so that nothing finds out too early.
  system = await PaymentSystem.start({ RESUME_AFTER_MS: '1000', PROVIDER_TIMEOUT_MS: '1000' });
  await system.startCommandService();
});

afterAll(async () => {
  await system.stop();
});

function pay(name: string): Promise<PaymentReply> {
  const body = {
    orderId: `order-${name}`,
    merchantId: 'merchant-1',
    customerId: 'customer-1',
    amount: { amount: '1050', currency: 'EUR' },
    method: { kind: 'card', token: 'pm_card_visa' },
    alternatives: [{ method: { kind: 'paypal' } }],
    intent: 'capture',
  } as const;
  return system.client.initiate(body, name);
}

describe('a provider that takes the money and drops the connection', () => {
  it('is left for the alternative, and takes each payment it was asked for once', async () => {
    await system.fault({ provider: 'stripe', operation: '*', effect: 'drop-after', times: 1_000 });
    const { asked, elsewhere } = await payUntilElsewhere();
    expect(asked.length).toBeGreaterThan(0);

    await system.forgetFaults();
    const url = elsewhere.action?.url ?? '';
    expect(url).toContain('/checkoutnow');
    await system.approveAsPayer(url);
    for (const paymentId of [...asked, elsewhere.paymentId]) {
      await eventually(async () => (await system.client.payment(paymentId)).status === 'captured');
      expect(await system.counts(paymentId, 'EUR')).toMatchObject({ authorisation: 1, capture: 1 });
    }
  });
});

/** Pays until a payment goes elsewhere: where PayPal sends the payer. */
async function payUntilElsewhere(): Promise<{ asked: string[]; elsewhere: PaymentReply }> {
  const asked: string[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const reply = await pay(`attempt-${attempt}`);
    if (reply.status === 'payer-action-required') return { asked, elsewhere: reply };
    asked.push(reply.paymentId);
  }
  throw new Error('no payment went elsewhere');
}
