import { Money } from '#money';
import type { ProviderFact } from '#providers';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = '2026-03-01T12:00:00.000Z';
const desk = { authorization: 'Bearer operator-key' };

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

/** A payment of 20.00 EUR of which 8.00 are captured. */
async function partlyCaptured(): Promise<string> {
  const amount = { amount: '2000', currency: 'EUR' };
  const { body } = await service.post('/v1/payments', payment({ amount }));
  const path = `/v1/payments/${String(body['paymentId'])}`;
  await service.post(`${path}/capture`, { ...amountOf('800'), final: false });
  return path;
}

function amountOf(amount: string) {
  return { amount: { amount, currency: 'EUR' } };
}

function refunded(path: string, amount: Money): ProviderFact {
  const paymentId = idOf(path);
  const money = { captureReference: 'ch_1', reference: 're_desk', amount };
  return { kind: 'refunded', paymentId, at, refundId: null, ...money };
}

/** What the desk captured beside ours: the webhook about it was lost. */
function captured(path: string): ProviderFact {
  const references = { authorisationReference: 'pi_1', reference: 'ch_1', captureId: null };
  const money = { amount: eur('12.00'), total: eur('20.00'), fee: null };
  return { kind: 'captured', paymentId: idOf(path), at, ...references, ...money };
}

async function deliver(id: string, facts: readonly ProviderFact[]): Promise<void> {
  const answer = await service.post('/v1/webhooks/stripe', { id, facts }, { signature: 'good' });
  expect(answer.status).toBe(200);
}

async function contradictionsOf(path: string): Promise<{ contradictionId: string }[]> {
  const { body } = await service.get(path);
  return body['contradictions'] as { contradictionId: string }[];
}

async function attention(): Promise<{ stream: string; escalated: string[] }[]> {
  const { body } = await service.get('/v1/attention', 'operator-key');
  return body['items'] as { stream: string; escalated: string[] }[];
}

describe('a fact that contradicts the record', () => {
  it.each([
    ['USD on a payment in EUR', Money.parse('4.00', 'USD'), 'currency-differs'],
    ['more than was captured', Money.parse('50.00', 'EUR'), 'given-back-exceeds-captured'],
    ['an amount below zero', Money.parse('-5.00', 'EUR'), 'amount-not-positive'],
  ])('sets the payment aside until a person looks: %s', async (_, amount, rule) => {
    const path = await partlyCaptured();
    await deliver('evt_1', [refunded(path, amount)]);
    await eventually(async () => (await contradictionsOf(path)).length === 1);
    const [found] = await contradictionsOf(path);
    expect(found).toMatchObject({ rule });
    for (const command of ['capture', 'refund', 'void', 'cancel', 'increment']) {
      const body = command === 'increment' ? amountOf('3000') : {};
      const refused = await service.post(`${path}/${command}`, body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'payment-contradicted' } });
    }
    const id = found?.contradictionId ?? '';
    await eventually(async () =>
      (await attention()).some(
        ({ stream, escalated }) => stream.endsWith(idOf(path)) && escalated.includes(id),
      ),
    );
    const resolve = `${path}/operations/${id}/resolve`;
    const left = await service.post(resolve, { happened: false, note: 'a test at the desk' }, desk);
    expect(left).toMatchObject({ status: 200, body: { contradictions: [] } });
    expect(await service.post(`${path}/refund`, amountOf('100'))).toMatchObject({ status: 200 });
  });

  it('is none once the provider is asked for what is missing', async () => {
    const path = await partlyCaptured();
    service.provider.facts = [refunded(path, eur('9.00')), captured(path)];
    await deliver('evt_1', [refunded(path, eur('9.00'))]);
    await eventually(async () => (await service.get(path)).body['status'] === 'partially-refunded');
    expect(service.history(idOf(path)).slice(-2)).toEqual(['PaymentCaptured', 'PaymentRefunded']);
  });

  it('heals by itself when the provider tells what is missing later', async () => {
    const path = await partlyCaptured();
    await deliver('evt_1', [refunded(path, eur('9.00'))]);
    await eventually(async () => (await contradictionsOf(path)).length === 1);
    service.provider.facts = [captured(path)];
    await eventually(async () => (await service.get(path)).body['status'] === 'partially-refunded');
    expect(await contradictionsOf(path)).toEqual([]);
    expect(service.history(idOf(path)).slice(-3)).toEqual([
      'PaymentCaptured',
      'PaymentRefunded',
      'ContradictionSettled',
    ]);
  });
});

describe('the outcome of an open promise', () => {
  async function openRefund(path: string): Promise<string> {
    service.provider.silences = 1_000;
    const { body } = await service.post(`${path}/refund`, amountOf('800'));
    const [open] = body['unknown'] as { operationId: string }[];
    return `${path}/operations/${open?.operationId}/resolve`;
  }

  it('is not what the provider tells was done at its desk', async () => {
    const path = await partlyCaptured();
    const resolve = await openRefund(path);
    await deliver('evt_1', [refunded(path, eur('8.00'))]);
    await eventually(() => service.history(idOf(path)).includes('PaymentRefunded'));
    const happened = { happened: true, reference: 're_desk' };
    const refused = await service.post(resolve, happened, desk);
    expect(refused).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
    const not = await service.post(resolve, { happened: false }, desk);
    expect(not).toMatchObject({ status: 200, body: { refunded: { amount: '800' } } });
  });

  it("is not another payment's", async () => {
    const path = await partlyCaptured();
    const resolve = await openRefund(path);
    service.provider.owners.set('re_other', crypto.randomUUID());
    const refused = await service.post(resolve, { happened: true, reference: 're_other' }, desk);
    expect(refused).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
  });
});

function idOf(path: string): string {
  return path.split('/').at(3) ?? '';
}

function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}
