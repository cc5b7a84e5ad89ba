import { Money } from '#money';
import {
  WebhookRejected,
  type OutcomeOf,
  type PaymentProvider,
  type ProviderFact,
  type VerifiedWebhook,
  type WebhookVerifier,
} from '#provider-port';
import { eventually } from '../support/eventually.js';
import { WebhookInbox, type Delivery } from './webhook-verifier-inbox.js';

export type WebhooksUnderTest = {
  readonly provider: PaymentProvider;
  readonly verifier: WebhookVerifier;
  readonly token: string | null;
  readonly payerActs: (
    action: Extract<OutcomeOf<'authorise'>, { status: 'payer-action-required' }>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * What every WebhookVerifier promises: it believes the provider only, and tells facts under the
 * references of the provider's answers, so that a fact known from an answer is marked as known.
 *
 * @param connect is given the address that the provider's webhooks go to.
 */
export function webhookVerifierContract(
  name: string,
  connect: (url: string) => Promise<WebhooksUnderTest>,
): void {
  describe(`WebhookVerifier contract: ${name}`, () => {
    let inbox: WebhookInbox;
    let under: WebhooksUnderTest;

    beforeAll(async () => {
      inbox = await WebhookInbox.open();
      under = await connect(inbox.url);
    });
    afterAll(async () => {
      await under.close();
      await inbox.close();
    });

    it('tells what the answers told, under the same ids and references', async () => {
      const { provider } = under;
      const request = newAuthorisation(under.token);
      const { paymentId, authorisationId } = request;
      const authorised = await authorise(request);
      const reference = referenceOf(authorised);
      const capture = {
        paymentId,
        captureId: newId(),
        amount: eur('4.00'),
        reference,
        final: true,
        promisedAt: now(),
      };
      const captured = await provider.perform('capture', capture);
      const refund = {
        paymentId,
        refundId: newId(),
        captureId: capture.captureId,
        amount: eur('1.00'),
        reference: referenceOf(captured),
        promisedAt: now(),
      };
      const refunded = await provider.perform('refund', refund);

      const facts = await factsOf(paymentId, ['authorised', 'captured', 'refunded']);
      expect(facts.find(({ kind }) => kind === 'authorised')).toMatchObject({
        authorisationId,
        reference,
        amount: eur('10.00'),
        expiresAt: authorised.status === 'authorised' ? authorised.expiresAt : null,
      });
      expect(facts.find(({ kind }) => kind === 'captured')).toMatchObject({
        captureId: capture.captureId,
        authorisationReference: reference,
        reference: referenceOf(captured),
        amount: eur('4.00'),
      });
      expect(facts.find(({ kind }) => kind === 'refunded')).toMatchObject({
        refundId: refund.refundId,
        captureReference: referenceOf(captured),
        reference: referenceOf(refunded),
        amount: eur('1.00'),
      });
    });

    it('tells that a hold was given up, and that it did not lapse', async () => {
      const request = newAuthorisation(under.token);
      const { paymentId } = request;
      const reference = referenceOf(await authorise(request));
      await under.provider.perform('void', {
        paymentId,
        voidId: newId(),
        reference,
        promisedAt: now(),
      });
      const facts = await factsOf(paymentId, ['voided']);
      expect(facts.find(({ kind }) => kind === 'voided')).toMatchObject({
        reference,
        expired: false,
      });
    });

    it('believes a delivery again, and under the same event id', async () => {
      const delivery = await inbox.any();
      const first = await verify(delivery);
      expect(await verify(delivery)).toEqual(first);
      expect(first.provider).toBe(under.provider.name);
    });

    it('believes no delivery that changed on its way, came too late, or from an unknown sender', async () => {
      const delivery = await inbox.any();
      const { headers, body } = delivery;
      const { verifier } = under;
      const changed = Buffer.from(body.toString().replace('"id"', '"iD"'));
      const now = new Date();
      const nextWeek = new Date(now.getTime() + 7 * 86_400_000);
      await expect(verifier.verify(headers, changed, now)).rejects.toThrow(WebhookRejected);
      await expect(verifier.verify(headers, body, nextWeek)).rejects.toThrow(WebhookRejected);
      await expect(verifier.verify({}, body, now)).rejects.toThrow(WebhookRejected);
    });

    async function authorise(
      request: ReturnType<typeof newAuthorisation>,
    ): Promise<OutcomeOf<'authorise'>> {
      const first = await under.provider.perform('authorise', request);
      if (first.status !== 'payer-action-required') return first;
      await under.payerActs(first);
      return under.provider.perform('authorise', {
        ...request,
        orderReference: first.orderReference,
      });
    }

    /** The facts about one payment, once all of these kinds have arrived. */
    async function factsOf(
      paymentId: string,
      kinds: readonly ProviderFact['kind'][],
    ): Promise<ProviderFact[]> {
      return eventually(async () => {
        const verified = await Promise.all(inbox.deliveries.map(verify));
        const facts = verified
          .flatMap((webhook) => webhook.facts)
          .filter((fact) => fact.paymentId === paymentId);
        return kinds.every((kind) => facts.some((fact) => fact.kind === kind)) && facts;
      });
    }

    function verify({ headers, body }: Delivery): Promise<VerifiedWebhook> {
      return under.verifier.verify(headers, body, new Date());
    }
  });
}

function newAuthorisation(token: string | null) {
  return {
    paymentId: newId(),
    authorisationId: newId(),
    amount: eur('10.00'),
    token,
    orderReference: null as string | null,
    returnUrl: 'http://127.0.0.1:9/return',
    promisedAt: now(),
  };
}

function referenceOf(outcome: { readonly status: string; readonly reference?: string }): string {
  if (outcome.reference === undefined) throw new Error(`no reference: ${JSON.stringify(outcome)}`);
  return outcome.reference;
}

function eur(value: string): Money {
  return Money.parse(value, 'EUR');
}

function newId(): string {
  return crypto.randomUUID();
}

function now(): string {
  return new Date().toISOString();
}
