import type { PaymentReply } from '#client';
import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';

let system: PaymentSystem;

beforeAll(async () => {
  system = await PaymentSystem.start();
  await system.startCommandService();
});

afterAll(async () => {
  await system.stop();
});

const GENERAL = 'Your payment was declined.';

describe('a card that Stripe declines', () => {
  it.each([
    ['chargeDeclined', 'instrument-declined', 'retry', GENERAL],
    ['chargeDeclinedInsufficientFunds', 'insufficient-funds', 'retry', 'not enough money'],
    ['chargeDeclinedLostCard', 'lost-or-stolen', 'other-card', GENERAL],
    ['chargeDeclinedStolenCard', 'lost-or-stolen', 'other-card', GENERAL],
    ['chargeDeclinedFraudulent', 'provider-risk-block', 'other-card', GENERAL],
    ['chargeDeclinedExpiredCard', 'expired-card', 'fix-details', 'has expired'],
    ['chargeDeclinedIncorrectCvc', 'incorrect-cvc', 'fix-details', 'security code'],
    ['chargeDeclinedProcessingError', 'try-again-later', 'retry', 'could not be processed'],
    ['chargeDeclinedVelocityLimitExceeded', 'limit-exceeded', 'retry', 'above a limit'],
    ['declineCode_do_not_honor', 'do-not-honour', 'contact-bank', 'Your bank declined'],
    ['declineCode_issuer_not_available', 'try-again-later', 'retry', 'could not be processed'],
    ['declineCode_do_not_honor__do_not_try_again', 'do-not-honour', 'other-card', 'bank declined'],
    ['declineCode_brand_new_code', 'unknown', 'none', GENERAL],
  ])('is declined with a reason: %s', async (...row) => {
    const [token, reason, advice, text] = row;
    const method = { kind: 'card', token: `pm_card_${token}` } as const;
    const { status, decline } = await pay(token, method);
    expect({ status, decline }).toMatchObject({
      status: 'declined',
      decline: {
        reason,
        advice,
        provider: 'stripe',
        message: { en: expect.stringContaining(text) as string },
      },
    });
    expect((await system.client.payment((await pay(token, method)).paymentId)).decline).toEqual(
      decline,
    );
  });

  it('keeps the codes of the provider and the network', async () => {
    const token = 'pm_card_chargeDeclinedStolenCard';
    const { decline } = await pay('codes', { kind: 'card', token });
    expect(decline).toMatchObject({
      providerCode: 'stolen_card',
      codes: { error: 'card_declined', advice: 'do_not_try_again', network: '43' },
    });
  });
});

describe('an order that PayPal declines', () => {
  it.each([
    ['approve-declined', 'INSTRUMENT_DECLINED', 'instrument-declined', 'other-card'],
    ['CCREJECT-IF', '5120', 'insufficient-funds', 'other-card'],
    ['CCREJECT-EC', '5400', 'expired-card', 'other-card'],
    ['CCREJECT-REFUSED', '0500', 'do-not-honour', 'contact-bank'],
    ['CCREJECT-LS', '9520', 'lost-or-stolen', 'other-card'],
    ['CCREJECT-SF', '9500', 'provider-risk-block', 'other-card'],
    ['CCREJECT-CVV_F', '00N7', 'incorrect-cvc', 'fix-details'],
  ])('is declined with a reason: %s', async (...row) => {
    const [action, providerCode, reason, advice] = row;
    const { paymentId, action: payer } = await pay(action, { kind: 'paypal' });
    await system.actAsPayer(payer?.url ?? '', action);
    await eventually(async () => (await system.client.payment(paymentId)).status === 'declined');
    const { decline } = await system.client.payment(paymentId);
    expect(decline).toMatchObject({ reason, advice, provider: 'paypal', providerCode });
    expect((await system.counts(paymentId, 'EUR')).authorisation).toBe(0);
  });
});

function pay(
  name: string,
  method: { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' },
): Promise<PaymentReply> {
  const body = {
    orderId: `order-${name}`,
    merchantId: 'merchant-1',
    customerId: 'customer-1',
    amount: { amount: '1050', currency: 'EUR' },
    method,
    intent: 'authorise',
  } as const;
  return system.client.initiate(body, name);
}
