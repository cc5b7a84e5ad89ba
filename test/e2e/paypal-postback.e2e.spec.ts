import { createHash } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';

let system: PaymentSystem;

beforeAll(async () => {
  system = await PaymentSystem.start({
    PAYPAL_WEBHOOK_VERIFICATION: 'postback',
    // Of the settings for certificates none is needed, nor looked at.
    PAYPAL_WEBHOOK_CA_FILE: '/nowhere/paypal-ca.pem',
    PAYPAL_WEBHOOK_CERT_HOSTS: 'nowhere.example',
  });
  await system.startCommandService();
});

afterAll(async () => {
  await system.stop();
});

describe('PayPal deliveries that are checked by asking PayPal', () => {
  it('take the payment further once the payer has approved', async () => {
    const { client } = system;
    const { paymentId, action } = await client.initiate(
      {
        orderId: 'order-postback',
        merchantId: 'merchant-1',
        customerId: 'customer-1',
        amount: { amount: '1050', currency: 'EUR' },
        method: { kind: 'paypal' },
        intent: 'capture',
      },
      'postback',
    );
    await system.approveAsPayer(action?.url ?? '');
    // No request asks for it: only the delivery can report the approval.
    await eventually(async () => (await client.payment(paymentId)).status === 'captured');
  });

  it('are refused when PayPal does not know them', async () => {
    const body = JSON.stringify({ id: 'WH-FORGED', event_type: 'CHECKOUT.ORDER.APPROVED' });
    const answer = await fetch(`${system.url}/v1/webhooks/paypal`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'paypal-transmission-id': 'forged',
        'paypal-transmission-time': new Date().toISOString(),
        'paypal-transmission-sig': createHash('sha256').update(body).digest('base64'),
        'paypal-cert-url': 'https://api.paypal.com/v1/notifications/certs/CERT-1',
        'paypal-auth-algo': 'SHA256withRSA',
      },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'webhook-rejected' });
  });
});
