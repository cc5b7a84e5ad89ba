import { CommandServiceUnderTest, payment } from '../support/command-service.js';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
  service.scorer.verdict = null;
});

afterEach(() => service.stop());

describe('payments while nothing scores', () => {
  it('pass up to what a card may come to, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => pay(`c-${index}`)));
    expect(statusesOf(answers)).toEqual([
      ...Array<string>(10).fill('held'),
      'captured',
      'captured',
    ]);
    expect((await pay('c-99')).body['status']).toBe('held');
    expect((await pay('c-99', 'another-card')).body['status']).toBe('captured');
  });

  it('count after a restart as before it', async () => {
    await Promise.all([pay('c-1'), pay('c-2')]);
    await service.stop();
    await service.start();
    expect((await pay('c-3')).body['status']).toBe('held');
    expect((await pay('c-4', 'another-card')).body['status']).toBe('captured');
  });
});

function statusesOf(answers: readonly { readonly body: Record<string, unknown> }[]): unknown[] {
  return answers
    .map(({ body }) => String(body['status']))
    .sort()
    .reverse();
}

function pay(customerId: string, fingerprint = 'one-card') {
  const amount = { amount: '24900', currency: 'EUR' };
  const facts = { customerId, amount, intent: 'capture', card: { fingerprint } };
  return service.post('/v1/payments', payment(facts));
}
