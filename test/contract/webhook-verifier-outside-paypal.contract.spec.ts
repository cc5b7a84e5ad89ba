import { Money } from '#money';
import type { PaymentProvider, ProviderFact, WebhookVerifier } from '#provider-port';
import {
  createPayPalProvider,
  createPayPalWebhookVerifier,
  PAYPAL_CERTIFICATE_NAMES,
} from '#providers';
import { SandboxProcess } from './payment-provider-sandbox.js';
import { WebhookInbox } from './webhook-verifier-inbox.js';

const WEBHOOK_ID = 'WH-OUTSIDE';

describe('what happens at PayPal without us', () => {
  let inbox: WebhookInbox;
  let sandbox: SandboxProcess;
  let provider: PaymentProvider;
  let verifier: WebhookVerifier;

  beforeAll(async () => {
    inbox = await WebhookInbox.open();
    sandbox = await SandboxProcess.start({
      PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
      SANDBOX_WEBHOOK_URL_PAYPAL: inbox.url,
    });
    provider = createPayPalProvider({
      clientId: 'outside',
      clientSecret: 'secret',
      environment: 'sandbox',
      apiUrl: sandbox.url,
      timeoutMs: 60_000,
    });
    verifier = createPayPalWebhookVerifier({
      webhookId: WEBHOOK_ID,
      trustedRoots: await sandbox.paypalRoot(),
      certificateHosts: ['127.0.0.1'],
      certificateName: PAYPAL_CERTIFICATE_NAMES.sandbox,
      timeoutMs: 60_000,
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await inbox.close();
  });

  it('learns that the payer approved, and that it was undone', async () => {
    const { paymentId, orderReference } = await order();
    await sandbox.control(`/paypal/orders/${orderReference}/approve`);
    expect(await told('payer-action-completed', paymentId)).toMatchObject({ orderReference });
    await sandbox.control(`/paypal/orders/${orderReference}/undo-approval`);
    expect(await told('payer-action-abandoned', paymentId)).toMatchObject({ orderReference });
  });

  it('learns of captures and refunds made there, and looked up the same', async () => {
    const held = await hold();
    const { paymentId, reference } = held;
    await sandbox.control(`/paypal/authorizations/${reference}/capture`, { amount: 600 });
    const taken = await told('captured', paymentId);
    expect(taken).toMatchObject({ authorisationReference: reference, amount: eur('6.00') });
    await sandbox.control(`/paypal/captures/${taken.reference}/refund`, { amount: 200 });
    const given = await told('refunded', paymentId);
    expect(given).toMatchObject({ captureReference: taken.reference, amount: eur('2.00') });

    const facts = await lookUp(held);
    for (const { kind, reference: made } of [taken, given]) {
      expect(facts).toContainEqual(expect.objectContaining({ kind, reference: made }));
    }
  });

  it('learns of a refund that fails after it succeeded', async () => {
    const taken = await take();
    const refund = await provider.perform('refund', {
      ...taken,
      refundId: newId(),
      amount: eur('3.00'),
      reference: taken.captureReference,
    });
    const reference = refund.status === 'refunded' ? refund.reference : '';
    await sandbox.control(`/paypal/refunds/${reference}/fail`);
    const failed = await told('refund-failed', taken.paymentId);
    expect(failed).toMatchObject({ reference, captureReference: taken.captureReference });
    expect((await lookUp(taken)).map(({ kind }) => kind)).toContain('refund-failed');
  });

  it('learns that PayPal took the money back', async () => {
    const { paymentId, captureReference } = await take();
    await sandbox.control(`/paypal/captures/${captureReference}/reverse`);
    const reversed = await told('capture-reversed', paymentId);
    expect(reversed).toMatchObject({ captureReference, amount: eur('10.00') });
  });

  it('learns that a capture that was pending came to nothing, or to money', async () => {
    for (const [act, kind] of [
      ['deny', 'capture-failed'],
      ['complete', 'captured'],
    ] as const) {
      const held = await hold('pending');
      const captureId = newId();
      const capture = { ...held, captureId, amount: eur('10.00'), final: true };
      await expect(provider.perform('capture', capture)).rejects.toMatchObject({ undecided: true });
      const facts = await lookUp(held);
      expect(facts.map((fact) => fact.kind)).toEqual(['authorised']);
      const id = await pendingCapture(held.orderReference);
      await sandbox.control(`/paypal/captures/${id}/${act}`);
      expect(await told(kind, held.paymentId)).toMatchObject({ captureId, reference: id });
    }
  });

  it('learns of a dispute through its stages, its money and its end', async () => {
    const taken = await take();
    const { paymentId, captureReference } = taken;
    const dispute = await sandbox.control(`/paypal/captures/${captureReference}/dispute`);
    const seen = await told('dispute-seen', paymentId);
    expect(seen).toMatchObject({ captureReference, stage: 'inquiry' });
    const id = String(dispute['dispute_id']);
    expect(seen.disputeReference).toBe(id);
    await sandbox.control(`/paypal/disputes/${id}/advance`, { stage: 'CHARGEBACK' });
    expect(await told('dispute-moved-money', paymentId)).toMatchObject({
      stage: 'chargeback',
      direction: 'withdrawn',
    });
    await sandbox.control(`/paypal/disputes/${id}/resolve`, { outcome: 'RESOLVED_SELLER_FAVOUR' });
    expect(await told('dispute-closed', paymentId)).toMatchObject({ outcome: 'won' });
    const movements = (await lookUp(taken)).filter(({ kind }) => kind === 'dispute-moved-money');
    expect(movements).toContainEqual(expect.objectContaining({ direction: 'reinstated' }));
  });

  it('learns of one dispute over two payments, each in its amount', async () => {
    const [one, other] = [await take(), await take()];
    await sandbox.control(`/paypal/captures/${one.captureReference}/dispute`, {
      with: [other.captureReference],
      stage: 'CHARGEBACK',
      amount: 1500,
    });
    for (const { paymentId, captureReference } of [one, other]) {
      const seen = await told('dispute-seen', paymentId);
      expect(seen).toMatchObject({ captureReference, amount: eur('7.50') });
    }
    const found = (await lookUp(other)).filter(({ kind }) => kind.startsWith('dispute-'));
    const captureReferences = found.map(
      (fact) => 'captureReference' in fact && fact.captureReference,
    );
    expect(new Set(captureReferences)).toEqual(new Set([other.captureReference]));
  });

  it('learns of a hold that is given up there', async () => {
    const { paymentId, reference } = await hold();
    await sandbox.control(`/paypal/authorizations/${reference}/void`);
    expect(await told('voided', paymentId)).toMatchObject({ reference, expired: false });
  });

  async function order() {
    const request = {
      paymentId: newId(),
      authorisationId: newId(),
      amount: eur('10.00'),
      token: null,
      orderReference: null,
      returnUrl: 'http://127.0.0.1:9/return',
      promisedAt: new Date().toISOString(),
    };
    const outcome = await provider.perform('authorise', request);
    if (outcome.status !== 'payer-action-required') throw new Error(outcome.status);
    return { ...request, orderReference: outcome.orderReference };
  }

  async function hold(funding: 'good' | 'pending' = 'good') {
    const request = await order();
    await sandbox.control(`/paypal/orders/${request.orderReference}/approve`, { funding });
    const outcome = await provider.perform('authorise', request);
    if (outcome.status !== 'authorised') throw new Error(outcome.status);
    const { paymentId, authorisationId, orderReference, promisedAt } = request;
    const { reference } = outcome;
    return { paymentId, authorisationId, orderReference, promisedAt, reference };
  }

  async function take() {
    const held = await hold();
    const captureId = newId();
    const request = { ...held, captureId, amount: eur('10.00'), final: true };
    const outcome = await provider.perform('capture', request);
    if (outcome.status !== 'captured') throw new Error(outcome.status);
    return { ...held, captureId, captureReference: outcome.reference };
  }

  /** PayPal's id of a capture whose answer told only that it is not decided. */
  async function pendingCapture(orderReference: string): Promise<string> {
    const url = `${sandbox.url}/v1/oauth2/token`;
    const basic = Buffer.from('outside:secret').toString('base64');
    const body = 'grant_type=client_credentials';
    const form = 'application/x-www-form-urlencoded';
    const login = { Authorization: `Basic ${basic}`, 'Content-Type': form };
    const token = await (await fetch(url, { method: 'POST', headers: login, body })).json();
    const { access_token } = token as { access_token: string };
    const headers = { Authorization: `Bearer ${access_token}` };
    const answer = await fetch(`${sandbox.url}/v2/checkout/orders/${orderReference}`, { headers });
    const found = (await answer.json()) as {
      purchase_units: { payments: { captures: { id: string }[] } }[];
    };
    return found.purchase_units[0]?.payments.captures[0]?.id ?? '';
  }

  function lookUp(held: Awaited<ReturnType<typeof hold>>) {
    const { paymentId, authorisationId, orderReference, reference } = held;
    return provider.lookUp({ paymentId, authorisationId, orderReference, reference });
  }

  /** The newest fact of a kind, once it has arrived. */
  async function told<Kind extends ProviderFact['kind']>(kind: Kind, paymentId: string) {
    const facts = await inbox.untilTold(
      verifier,
      (fact) => fact.kind === kind && fact.paymentId === paymentId,
    );
    return facts.at(-1) as Extract<ProviderFact, { kind: Kind }>;
  }
});

function eur(value: string): Money {
  return Money.parse(value, 'EUR');
}

function newId(): string {
  return crypto.randomUUID();
}
