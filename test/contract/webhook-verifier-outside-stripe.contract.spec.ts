import { Money } from '#money';
import type { PaymentProvider, ProviderFact, RequestOf } from '#provider-port';
import { createStripeProvider, createStripeWebhookVerifier } from '#providers';
import { SandboxProcess } from './payment-provider-sandbox.js';
import { WebhookInbox } from './webhook-verifier-inbox.js';

const SECRET = 'whsec_outside';

describe('what happens at Stripe without us', () => {
  let inbox: WebhookInbox;
  let sandbox: SandboxProcess;
  let provider: PaymentProvider;
  const verifier = createStripeWebhookVerifier({ secrets: [SECRET], live: false });

  beforeAll(async () => {
    inbox = await WebhookInbox.open();
    sandbox = await SandboxProcess.start({
      STRIPE_WEBHOOK_SECRET: SECRET,
      SANDBOX_WEBHOOK_URL_STRIPE: inbox.url,
    });
    provider = createStripeProvider({
      secretKey: 'sk_test_outside',
      apiUrl: sandbox.url,
      timeoutMs: 60_000,
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await inbox.close();
  });

  it('learns of captures and refunds in the dashboard, and looked up the same', async () => {
    const held = await hold();
    await sandbox.control(`/stripe/payment_intents/${held.reference}/capture`, { amount: 600 });
    const taken = await told('captured', held.paymentId);
    expect(taken).toMatchObject({ captureId: null, amount: eur('6.00'), total: eur('6.00') });
    await sandbox.control(`/stripe/charges/${taken.reference}/refund`, { amount: 200 });
    const captureReference = taken.reference;
    const given = await told('refunded', null);
    expect(given).toMatchObject({ refundId: null, captureReference, amount: eur('2.00') });
    expect(await provider.paymentOf(captureReference)).toBe(held.paymentId);

    const facts = await lookUp(held);
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'captured', captureId: null, amount: eur('6.00') }),
    );
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'refunded', reference: given.reference }),
    );
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
    await sandbox.control(`/stripe/refunds/${reference}/fail`);
    const failed = await told('refund-failed', taken.paymentId);
    expect(failed).toMatchObject({ reference, captureReference: taken.captureReference });
    const kinds = (await lookUp(taken)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['refunded', 'refund-failed']));
  });

  it('learns of an inquiry that becomes a chargeback and is won', async () => {
    const { captureReference } = await take();
    const path = `/stripe/charges/${captureReference}/dispute`;
    const dispute = await sandbox.control(path, { inquiry: true });
    const id = String(dispute['id']);
    expect(await disputed(id, 'dispute-seen')).toMatchObject({
      captureReference,
      stage: 'inquiry',
    });
    await sandbox.control(`/stripe/disputes/${id}/escalate`);
    expect(await disputed(id, 'dispute-moved-money')).toMatchObject({
      stage: 'chargeback',
      direction: 'withdrawn',
      moved: eur('10.00'),
    });
    await sandbox.control(`/stripe/disputes/${id}/decide`, { outcome: 'won' });
    expect(await disputed(id, 'dispute-closed')).toMatchObject({ outcome: 'won' });
    const movements = (await untilTold((fact) => isReinstatement(fact, id))).map(reduced);
    expect(movements).toContainEqual({ direction: 'reinstated', moved: eur('10.00') });
  });

  it('learns of an early fraud warning and of a review from its begin to its end', async () => {
    const { captureReference, reference } = await take();
    await sandbox.control(`/stripe/charges/${captureReference}/fraud`);
    expect(await told('fraud-reported', null)).toMatchObject({ captureReference });
    const review = await sandbox.control(`/stripe/charges/${captureReference}/review`);
    const opened = await told('review-opened', null);
    expect(opened).toMatchObject({ orderReference: reference, reviewReference: review['id'] });
    await sandbox.control(`/stripe/reviews/${String(review['id'])}/approve`);
    expect(await told('review-closed', null)).toMatchObject({ reason: 'approved' });
  });

  it('learns of a hold that is given up in the dashboard', async () => {
    const { paymentId, reference } = await hold();
    await sandbox.control(`/stripe/payment_intents/${reference}/cancel`);
    expect(await told('voided', paymentId)).toMatchObject({ reference, expired: false });
  });

  it('learns of a fee that comes late, and looks it up', async () => {
    await sandbox.control('/settings', { stripeFeesLate: true, stripeFeeDelayMs: 60_000 });
    const taken = await take();
    await sandbox.control('/clock', { advanceMs: 61_000 });
    const { captureReference } = taken;
    expect(await told('fee-known', taken.paymentId)).toMatchObject({ captureReference, fee: null });
    const captured = (await lookUp(taken)).find(({ kind }) => kind === 'captured');
    expect(captured).toMatchObject({ fee: expect.any(Money) as Money });
    await sandbox.control('/settings', { stripeFeesLate: false });
  });

  // Last, because days go by.
  it('learns of a hold that lapses, and of a payout', async () => {
    const { paymentId, reference } = await hold();
    await sandbox.pass(8);
    expect(await told('voided', paymentId)).toMatchObject({ reference, expired: true });
    await sandbox.control('/stripe/payouts');
    expect(await told('payout', null)).toMatchObject({ amount: expect.any(Money) as Money });
  });

  async function hold() {
    const paymentId = newId();
    const authorisationId = newId();
    const outcome = await provider.perform('authorise', {
      paymentId,
      authorisationId,
      amount: eur('10.00'),
      token: 'pm_card_visa',
      orderReference: null,
      returnUrl: 'http://127.0.0.1:9/return',
      promisedAt: new Date().toISOString(),
    });
    if (outcome.status !== 'authorised') throw new Error(outcome.status);
    return { paymentId, authorisationId, reference: outcome.reference };
  }

  async function take() {
    const held = await hold();
    const captureId = newId();
    const promisedAt = new Date().toISOString();
    const rest = { captureId, amount: eur('10.00'), final: true, promisedAt };
    const request: RequestOf<'capture'> = { ...held, ...rest };
    const outcome = await provider.perform('capture', request);
    if (outcome.status !== 'captured') throw new Error(outcome.status);
    return { ...held, captureId, promisedAt, captureReference: outcome.reference };
  }

  function lookUp(held: { paymentId: string; authorisationId: string; reference: string }) {
    const { paymentId, authorisationId, reference } = held;
    return provider.lookUp({ paymentId, authorisationId, reference, orderReference: null });
  }

  /** The newest fact of a kind, once it has arrived. */
  async function told<Kind extends ProviderFact['kind']>(kind: Kind, paymentId: string | null) {
    const facts = await untilTold((fact) => fact.kind === kind && fact.paymentId === paymentId);
    return facts.at(-1) as Extract<ProviderFact, { kind: Kind }>;
  }

  async function disputed(id: string, kind: ProviderFact['kind']) {
    const facts = await untilTold(
      (fact) => fact.kind === kind && 'disputeReference' in fact && fact.disputeReference === id,
    );
    return facts.at(-1);
  }

  function untilTold(fits: (fact: ProviderFact) => boolean): Promise<ProviderFact[]> {
    return inbox.untilTold(verifier, fits);
  }
});

function isReinstatement(fact: ProviderFact, id: string): boolean {
  const moved = fact.kind === 'dispute-moved-money' && fact.direction === 'reinstated';
  return moved && fact.disputeReference === id;
}

function reduced(fact: ProviderFact): object {
  if (fact.kind !== 'dispute-moved-money') return {};
  return { direction: fact.direction, moved: fact.moved };
}

function eur(value: string): Money {
  return Money.parse(value, 'EUR');
}

function newId(): string {
  return crypto.randomUUID();
}
