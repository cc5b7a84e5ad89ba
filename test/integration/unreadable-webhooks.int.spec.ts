import { Money } from '#money';
import type { ProviderFact } from '#provider-port';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = '2026-03-01T12:00:00.000Z';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

async function authorised(): Promise<string> {
  return String((await service.post('/v1/payments', payment())).body['paymentId']);
}

function captured(paymentId: string): ProviderFact {
  const references = { authorisationReference: 'pi_1', reference: 'ch_1', total: null };
  const amount = Money.parse('10.50', 'EUR');
  const fee = Money.parse('0.59', 'EUR');
  return { kind: 'captured', paymentId, at, captureId: null, ...references, amount, fee };
}

async function deliver(subject: object): Promise<void> {
  const unreadable = 'payment_intent pi_1 has no latest_charge that can be read';
  const body = { id: 'evt_old', facts: [], unreadable, subject };
  await service.post('/v1/webhooks/stripe', body, { signature: 'good' });
}

function closings(): unknown[] {
  const ours = service.store.events.filter(({ stream }) => stream === 'webhook-stripe-evt_old');
  return ours.slice(1).map(({ type, data }) => ({ type, ...(data as object) }));
}

describe('an unreadable delivery', () => {
  it('is looked up at the provider, by the payment or by the object that it names', async () => {
    const paymentId = await authorised();
    service.provider.owners.set('pi_1', paymentId);
    service.provider.facts = [captured(paymentId)];
    await deliver({ paymentId: null, references: ['pi_1'] });
    await eventually(() => service.history(paymentId).includes('PaymentCaptured'));
    await eventually(() => closings().length === 1);
    expect(closings()).toMatchObject([{ type: 'WebhookApplied', reason: 'looked up: new' }]);
  });

  it('is of another system when its object is', async () => {
    await deliver({ paymentId: null, references: ['pi_9'] });
    await eventually(() => closings().length === 1);
    expect(closings()).toMatchObject([{ outcome: 'ignored', reason: 'names no payment of ours' }]);
  });

  it('is asked of a person when it names nothing to look up', async () => {
    await deliver({ paymentId: null, references: [] });
    await eventually(() => closings().length === 1);
    expect(closings()).toMatchObject([{ type: 'WebhookAbandoned' }]);
  });

  it('is asked of a person when the provider says it no better', async () => {
    const paymentId = await authorised();
    service.provider.unreadable = 'refund re_1 has no status that can be read';
    service.provider.facts = [captured(paymentId)];
    await deliver({ paymentId, references: [] });
    await eventually(() => closings().length === 1);
    expect(closings()).toMatchObject([
      { type: 'WebhookAbandoned', reason: service.provider.unreadable },
    ]);
    expect(service.history(paymentId)).toContain('PaymentCaptured');
  });
});
