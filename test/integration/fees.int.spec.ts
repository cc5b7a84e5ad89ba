import { Money } from '#money';
import type { ProviderFact } from '#provider-port';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = new Date().toISOString();
const FEE = Money.parse('0.59', 'EUR');

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

/** Its capture's answer is lost, and a webhook without a fee tells the outcome. */
async function capturedByWebhook(): Promise<{ paymentId: string; captureId: string }> {
  const paymentId = String((await service.post('/v1/payments', payment())).body['paymentId']);
  service.provider.silences = Infinity; // The webhook comes before an answer, however slow it is.
  await service.post(`/v1/payments/${paymentId}/capture`, {});
  const promise = service.store.events.find(({ type }) => type === 'CaptureRequested');
  const { captureId } = promise?.data as unknown as { captureId: string };
  const facts = [{ ...captured(paymentId, captureId, null), amount: json('1050') }];
  await service.post('/v1/webhooks/stripe', { id: 'evt_1', facts }, { signature: 'good' });
  await eventually(() => service.history(paymentId).includes('PaymentCaptured'));
  service.provider.silences = 0;
  return { paymentId, captureId };
}

function captured(paymentId: string, captureId: string, fee: Money | null): ProviderFact {
  const references = { authorisationReference: 'pi_1', reference: 'ch_1' };
  const amount = Money.parse('10.50', 'EUR');
  return { kind: 'captured', paymentId, at, captureId, ...references, amount, fee, total: null };
}

function json(amount: string) {
  return { amount, currency: 'EUR' };
}

async function openOf(paymentId: string): Promise<readonly string[]> {
  const { body } = await service.get('/v1/attention', 'operator-key');
  const items = body['items'] as { stream: string; open: string[] }[];
  return items.find(({ stream }) => stream === `payment-${paymentId}`)?.open ?? [];
}

describe('a capture whose outcome came without its fee', () => {
  it('is looked up until the fee is known, and shown until then', async () => {
    const { paymentId, captureId } = await capturedByWebhook();
    await eventually(async () => (await openOf(paymentId)).includes(`fee:${captureId}`));
    await eventually(
      () => service.provider.calls.filter(({ operation }) => operation === 'look-up').length >= 2,
    );
    expect(service.history(paymentId)).not.toContain('ProviderFeeRecorded');
    service.provider.facts = [captured(paymentId, captureId, FEE)];
    await eventually(() => service.history(paymentId).includes('ProviderFeeRecorded'));
    await eventually(async () => (await openOf(paymentId)).length === 0);
    const fees = service.store.events.filter(({ type }) => type === 'ProviderFeeRecorded');
    expect(fees.map(({ data }) => data)).toMatchObject([{ captureId, fee: json('59') }]);
  });

  it('is looked up by the process after this one, too', async () => {
    const { paymentId, captureId } = await capturedByWebhook();
    await service.stop();
    service.provider.facts = [captured(paymentId, captureId, FEE)];
    await service.start();
    await eventually(() => service.history(paymentId).includes('ProviderFeeRecorded'));
  });
});
