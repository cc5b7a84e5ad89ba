import { Money } from '#money';
import type { ProviderFact } from '#provider-port';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

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

function captured(paymentId: string, amount: string): ProviderFact {
  const at = '2026-03-01T12:00:00.000Z';
  const references = { authorisationReference: 'pi_1', reference: 'ch_9', total: null };
  const money = { amount: Money.parse(amount, 'EUR'), fee: Money.parse('0.59', 'EUR') };
  return { kind: 'captured', paymentId, at, captureId: null, ...references, ...money };
}

async function deliver(id: string, facts: readonly ProviderFact[]): Promise<void> {
  const body = { id, facts, proof: 'checksum' };
  await service.post('/v1/webhooks/stripe', body, { signature: 'good' });
}

function readBacks(): number {
  return service.provider.calls.filter(({ operation }) => operation === 'event').length;
}

/** What the provider's own event says. The gap search finds none of it, since it was delivered. */
function happened(eventId: string, fact: ProviderFact): void {
  const shape = { type: 'scripted', apiVersion: null, unreadable: null };
  service.provider.happened.push({ provider: 'stripe', eventId, facts: [fact], ...shape });
}

describe('a delivery of which only a checksum is signed', () => {
  it('is believed when the provider says the same, after one call; what is known costs none', async () => {
    const paymentId = await authorised();
    const fact = captured(paymentId, '10.50');
    await deliver('evt_1', [fact]);
    happened('evt_1', fact);
    await eventually(() => service.history(paymentId).includes('PaymentCaptured'));
    const before = readBacks();
    await deliver('evt_2', [fact]);
    await eventually(() =>
      service.store.events.some(
        ({ stream, type }) => stream === 'webhook-stripe-evt_2' && type === 'WebhookApplied',
      ),
    );
    expect(readBacks()).toBe(before);
  });

  it('moves no money in the ledger while the provider does not say the same', async () => {
    const paymentId = await authorised();
    await deliver('evt_1', [captured(paymentId, '10.50')]);
    happened('evt_1', captured(paymentId, '4.00'));
    await eventually(() => readBacks() >= 2);
    expect(service.history(paymentId)).not.toContain('PaymentCaptured');
  });
});
