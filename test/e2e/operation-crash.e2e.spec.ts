import { ServiceAway, type PaymentReply } from '#client';
import { eventually } from '../support/command-service.js';
import { PaymentSystem } from '../support/payment-system.js';

/**
 * Every operation, at every step boundary, with both providers: command-service is killed as by
 * kill -9 and started again. The sandbox's books must show exactly one effect, and the ledger must
 * know it.
 */
const PROVIDERS = ['stripe', 'paypal'] as const;
const OPERATIONS = ['authorise', 'capture', 'void', 'refund'] as const;
const STEPS = ['promised', 'answered', 'recorded'] as const;

type Provider = (typeof PROVIDERS)[number];
type Operation = (typeof OPERATIONS)[number];

const CELLS = PROVIDERS.flatMap((provider) =>
  OPERATIONS.flatMap((operation) => STEPS.map((step) => [provider, operation, step] as const)),
);

const AMOUNT = { amount: '1050', currency: 'EUR' };

const EFFECT = {
  authorise: { status: 'authorised', counts: { authorisation: 1, capture: 0, void: 0, refund: 0 } },
  capture: { status: 'captured', counts: { authorisation: 1, capture: 1, void: 0, refund: 0 } },
  void: { status: 'voided', counts: { authorisation: 1, capture: 0, void: 1, refund: 0 } },
  refund: { status: 'refunded', counts: { authorisation: 1, capture: 1, void: 0, refund: 1 } },
} as const;

/** PayPal authorises only after the payer has approved, which nobody does in this cell. */
const WAITING = {
  status: 'payer-action-required',
  counts: { authorisation: 0, capture: 0, void: 0, refund: 0 },
} as const;

let system: PaymentSystem;

beforeAll(async () => {
  system = await PaymentSystem.start();
});

afterAll(async () => {
  await system.stop();
});

describe(`a kill at one of ${CELLS.length} boundaries`, () => {
  it.each(CELLS)(
    '%s %s, once %s, has exactly one effect',
    async (provider, operation, step) => {
      const key = `${provider}-${operation}-${step}`;
      const doomed = await system.startCommandService({ CRASH_AT: `${operation}:${step}` });
      const paymentId = await prepare(provider, operation, key);
      await expect(run(operation, paymentId, key)).rejects.toThrow(ServiceAway);
      await doomed.untilEnded();
      expect(doomed.killedBy).toBe('SIGKILL');

      await system.startCommandService();
      const waits = provider === 'paypal' && operation === 'authorise';
      const { status, counts } = waits ? WAITING : EFFECT[operation];
      await eventually(async () => (await system.client.payment(paymentId)).status === status);
      const repeat = await run(operation, paymentId, key);
      expect(repeat).toMatchObject({ status, outcomeUnknown: false });
      expect(await system.counts(paymentId, AMOUNT.currency)).toMatchObject(counts);
      await system.stopCommandService();
    },
    60_000,
  );
});

/** Names of the sandbox's operations that move the money. */
const MONEY_CALLS = {
  stripe: { capture: 'payment_intents.capture', refund: 'refunds.create' },
  paypal: { capture: 'authorizations.capture', refund: 'captures.refund' },
} as const;

const TAKEN = PROVIDERS.flatMap((provider) =>
  (['capture', 'refund'] as const).map((operation) => [provider, operation] as const),
);

describe('a kill while the provider has moved the money and not answered yet', () => {
  it.each(TAKEN)(
    '%s %s has exactly one effect',
    async (provider, operation) => {
      const key = `${provider}-${operation}-taken`;
      await system.startCommandService();
      const paymentId = await prepare(provider, operation, key);
      await system.arm(provider, MONEY_CALLS[provider][operation], 'hold-answer');
      const interrupted = expect(run(operation, paymentId, key)).rejects.toThrow(ServiceAway);
      const { counts, status } = EFFECT[operation];
      await eventually(async () => {
        const { [operation]: count } = await system.counts(paymentId, AMOUNT.currency);
        return count === 1;
      });
      await system.stopCommandService('SIGKILL');
      await interrupted;

      await system.startCommandService();
      await eventually(async () => (await system.client.payment(paymentId)).status === status);
      expect(await system.counts(paymentId, AMOUNT.currency)).toMatchObject(counts);
      await system.stopCommandService();
    },
    60_000,
  );
});

/** Takes a payment to where the operation can begin. */
async function prepare(provider: Provider, operation: Operation, key: string): Promise<string> {
  const { client } = system;
  let payment: PaymentReply = await client.initiate(
    {
      orderId: key,
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: AMOUNT,
      provider,
      method: provider === 'stripe' ? { kind: 'card', token: 'pm_card_visa' } : { kind: 'paypal' },
      intent: 'initiate',
    },
    key,
  );
  const { paymentId } = payment;
  if (operation === 'authorise') return paymentId;
  payment = await client.authorise(paymentId, `${key}-authorise`);
  if (payment.action) {
    await system.approveAsPayer(payment.action.url);
    await eventually(async () => (await client.payment(paymentId)).status === 'authorised');
  }
  if (operation === 'refund') await client.capture(paymentId, {}, `${key}-capture`);
  return paymentId;
}

async function run(operation: Operation, paymentId: string, key: string): Promise<PaymentReply> {
  const { client } = system;
  switch (operation) {
    case 'authorise':
      return client.authorise(paymentId, key);
    case 'capture':
      return client.capture(paymentId, {}, key);
    case 'void':
      return client.void(paymentId, key);
    case 'refund':
      return client.refund(paymentId, {}, key);
  }
}
