import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { MESSAGE_KEY } from '../support/nats-server.js';
import { PaymentSystem } from '../support/payment-system.js';

describe('command-service while NATS is away', () => {
  let system: PaymentSystem;

  beforeAll(async () => {
    system = await PaymentSystem.start({
      FRAUD_SCORING: 'on',
      NATS_URL: `nats://command-service:x@127.0.0.1:${await freePort()}`,
      NATS_MESSAGE_KEY: MESSAGE_KEY,
    });
  });

  afterAll(async () => {
    await system.stop();
  });

  it('starts, takes payments as degraded, and stops on a signal', async () => {
    await system.startCommandService();
    const body = {
      orderId: 'order-1',
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: { amount: '1050', currency: 'EUR' },
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'capture',
    } as const;
    const payment = await system.client.initiate(body, 'without-nats');
    expect(payment).toMatchObject({ status: 'captured', risk: { degraded: 'unavailable' } });
  });
});
