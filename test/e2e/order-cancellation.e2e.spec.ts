import { eventually } from '../support/eventually.js';
import { PaymentSystem } from '../support/payment-system.js';

const MONEY = { amount: '1050', currency: 'EUR' };
const STEPS = ['promised', 'answered', 'recorded'] as const;

let system: PaymentSystem;

beforeAll(async () => {
  system = await PaymentSystem.start();
});

afterEach(async () => {
  await system.stopCommandService();
});

afterAll(async () => {
  await system.stop();
});

describe('a kill between the payments of an order that is being cancelled', () => {
  it.each(STEPS)(
    'once a void is %s leaves none of them',
    async (step) => {
      const orderId = `order-${step}`;
      await system.startCommandService();
      const held = await Promise.all(['a', 'b', 'c'].map((name) => hold(orderId, name)));
      const taken = await hold(orderId, 'd');
      await system.client.capture(taken, {}, `${orderId}-capture`);
      await system.stopCommandService();

      const doomed = await system.startCommandService({ CRASH_AT: `void:${step}` });
      await expect(cancel(orderId)).rejects.toThrow();
      await doomed.untilEnded();
      expect(doomed.killedBy).toBe('SIGKILL');

      await system.startCommandService();
      await eventually(async () => {
        const statuses = await Promise.all(held.map((id) => statusOf(id)));
        return statuses.every((status) => status === 'voided');
      });
      expect(await statusOf(taken)).toBe('captured');
      for (const paymentId of held) {
        expect(await system.counts(paymentId, 'EUR')).toMatchObject({ authorisation: 1, void: 1 });
      }
      const { payments } = await cancel(orderId);
      const results = new Map(payments.map(({ result, payment }) => [payment.paymentId, result]));
      expect(results).toEqual(
        new Map([...held.map((id) => [id, 'cancelled'] as const), [taken, 'captured']]),
      );
    },
    90_000,
  );
});

type Cancelled = {
  readonly payments: readonly {
    readonly result: string;
    readonly payment: { readonly paymentId: string };
  }[];
};

async function cancel(orderId: string): Promise<Cancelled> {
  const answer = await system.cancelOrder(orderId);
  if (!answer) throw new Error('no answer');
  return answer as Cancelled;
}

async function hold(orderId: string, name: string): Promise<string> {
  const { paymentId } = await system.client.initiate(
    {
      orderId,
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: MONEY,
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'authorise',
    },
    `${orderId}-${name}`,
  );
  return paymentId;
}

async function statusOf(paymentId: string): Promise<string> {
  return (await system.client.payment(paymentId)).status;
}
