import { Money } from '#money';
import {
  ProviderUnavailable,
  type Operation,
  type PaymentProvider,
  type ProviderFact,
  type RequestOf,
  type VerifiedWebhook,
} from '#provider-port';
import type { PayerBehaviour, ProviderOperation } from './payment-provider.contract.js';

/** A new operation is promised here, unless the contract of moving money takes it. */
export type LifecycleOperation = Exclude<Operation, ProviderOperation>;

export type LifecycleUnderTest = {
  readonly provider: PaymentProvider;
  readonly tokenOf: (behaviour: 'pays' | 'wants-to-act') => string | null;
  readonly payerActs: (
    action: { readonly url: string; readonly orderReference: string },
    behaviour: PayerBehaviour,
  ) => Promise<void>;
  /** The next call is lost on its way there, or done while its answer is lost. */
  readonly loseNext: (operation: LifecycleOperation, loss: 'request' | 'answer') => Promise<void>;
  /** True where the adapter may look by itself what became of a lost call. */
  readonly findsOut: boolean;
  /** Days go by at the provider. */
  readonly daysPass: (count: number) => Promise<void>;
  /** The payer contests a capture; null where the provider has no such button. */
  readonly dispute: ((captureReference: string) => Promise<void>) | null;
  /** What was said against the provider's specification; empty when nothing. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** What every PaymentProvider promises beside moving money: changing, giving up, looking up. */
export function paymentProviderLifecycleContract(
  name: string,
  connect: () => Promise<LifecycleUnderTest>,
): void {
  describe(`PaymentProvider lifecycle contract: ${name}`, () => {
    let under: LifecycleUnderTest;
    let provider: PaymentProvider;

    beforeAll(async () => {
      under = await connect();
      provider = under.provider;
    });
    afterAll(() => under.close());

    describe('raising a hold', () => {
      it('raises it to a new total that can be captured, or says that it cannot', async () => {
        const { paymentId, reference } = await held();
        const request = incrementOf(paymentId, reference);
        const outcome = await provider.perform('increment', request);
        if (!provider.supports('increment')) {
          expectUnsupported(outcome);
          return;
        }
        expect(outcome).toMatchObject({ status: 'incremented', at: expect.any(String) as string });
        expect((await provider.perform('increment', request)).status).toBe('incremented');
        const rest = { paymentId, reference, promisedAt: now() };
        const capture = { captureId: newId(), amount: eur('15.00'), final: true, ...rest };
        expect((await provider.perform('capture', capture)).status).toBe('captured');
      });

      it('refuses what raises nothing, and a hold that is given up', async () => {
        if (!provider.supports('increment')) return;
        const { paymentId, reference } = await held();
        const request = incrementOf(paymentId, reference);
        const lower = { ...request, incrementId: newId(), amount: eur('9.00') };
        expect((await provider.perform('increment', lower)).status).toBe('refused');
        await provider.perform('void', {
          paymentId,
          reference,
          voidId: newId(),
          promisedAt: now(),
        });
        expect((await provider.perform('increment', request)).status).toBe('refused');
      });

      it('refuses an amount that it could only round, without a request', async () => {
        if (!provider.supports('increment')) return;
        const { paymentId, reference } = await held();
        const request = { ...incrementOf(paymentId, reference), amount: Money.of(1n, 'CLF') };
        const outcome = await provider.perform('increment', request);
        expect(outcome).toMatchObject({ status: 'refused', code: 'amount-not-supported' });
      });

      it.each(['request', 'answer'] as const)(
        'raises it once when the %s is lost',
        async (loss) => {
          if (!provider.supports('increment')) return;
          const { paymentId, reference } = await held();
          const request = incrementOf(paymentId, reference);
          await under.loseNext('increment', loss);
          await untold(provider.perform('increment', request));
          expect((await provider.perform('increment', request)).status).toBe('incremented');
          const facts = await lookUp({ paymentId, reference });
          expect(facts).toContainEqual(
            expect.objectContaining({
              kind: 'authorisation-changed',
              operationId: request.incrementId,
              amount: eur('15.00'),
            }),
          );
        },
      );
    });

    describe('giving up what waits for the payer', () => {
      it('leaves nothing that could be held, however often it is asked', async () => {
        const request = newAuthorisation('wants-to-act');
        const { orderReference } = await awaiting(request);
        const cancel = cancelOf(request, orderReference);
        expect((await provider.perform('cancel', cancel)).status).toBe('cancelled');
        expect((await provider.perform('cancel', cancel)).status).toBe('cancelled');
        expect(
          (await provider.perform('cancel', { ...cancel, cancellationId: newId() })).status,
        ).toBe('cancelled');
        const after = await provider.perform('authorise', { ...request, orderReference });
        expect(after.status).not.toBe('authorised');
      });

      it('is refused when the payer was faster and the money is taken', async () => {
        const request = newAuthorisation('wants-to-act');
        const action = await awaiting(request);
        const { orderReference } = action;
        await under.payerActs(action, 'pays');
        const { paymentId, promisedAt } = request;
        const reference = referenceOf(
          await provider.perform('authorise', { ...request, orderReference }),
        );
        const capture = { captureId: newId(), amount: request.amount, final: true, promisedAt };
        await provider.perform('capture', { paymentId, reference, ...capture });
        const outcome = await provider.perform('cancel', cancelOf(request, orderReference));
        expect(outcome).toMatchObject({
          status: 'refused',
          code: expect.stringMatching(/\w/) as string,
        });
      });

      it.each(['request', 'answer'] as const)('gives it up when the %s is lost', async (loss) => {
        const request = newAuthorisation('wants-to-act');
        const { orderReference } = await awaiting(request);
        const cancel = cancelOf(request, orderReference);
        await under.loseNext('cancel', loss);
        await untold(provider.perform('cancel', cancel));
        expect((await provider.perform('cancel', cancel)).status).toBe('cancelled');
      });
    });

    describe('giving up the rest of a hold', () => {
      it('leaves what was captured, and nothing more to capture, however often it is asked', async () => {
        const { paymentId, reference } = await held();
        await taken(paymentId, reference);
        const release = { paymentId, reference, voidId: newId(), rest: true, promisedAt: now() };
        expect((await provider.perform('void', release)).status).toBe('voided');
        expect((await provider.perform('void', release)).status).toBe('voided');
        const capture = { paymentId, reference, captureId: newId(), promisedAt: now() };
        const more = await provider.perform('capture', {
          ...capture,
          amount: eur('1.00'),
          final: true,
        });
        expect(more.status).toBe('refused');
        const facts = await lookUp({ paymentId, reference });
        expect(facts.map(({ kind }) => kind).filter(isMoney)).toEqual([
          'authorised',
          'captured',
          'voided',
        ]);
      });
    });

    describe('looking up', () => {
      it('tells all that was done with a payment, as it was answered', async () => {
        const { paymentId, authorisationId, reference, capture, captured, refund, refunded } =
          await refundedPart();
        const facts = await lookUp({ paymentId, authorisationId, reference });
        expect(facts.map(({ kind }) => kind).filter(isMoved)).toEqual([
          'authorised',
          'captured',
          'refunded',
        ]);
        expect(new Set(facts.map((fact) => fact.paymentId))).toEqual(new Set([paymentId]));
        expect(one(facts, 'authorised')).toMatchObject({ authorisationId, reference });
        expect(one(facts, 'captured')).toMatchObject({
          captureId: capture.captureId,
          authorisationReference: reference,
          reference: referenceOf(captured),
          amount: eur('6.00'),
          fee: expect.any(Money) as Money,
        });
        expect(one(facts, 'refunded')).toMatchObject({
          refundId: refund.refundId,
          captureReference: referenceOf(captured),
          reference: referenceOf(refunded),
          amount: eur('1.00'),
        });
      });

      it('tells that a hold was given up', async () => {
        const { paymentId, reference } = await held();
        await provider.perform('void', {
          paymentId,
          reference,
          voidId: newId(),
          promisedAt: now(),
        });
        const facts = await lookUp({ paymentId, reference });
        expect(one(facts, 'voided')).toMatchObject({ reference, expired: false });
      });

      it('tells of a dispute and the money it took', async () => {
        if (!under.dispute) return;
        const { paymentId, reference, captured } = await refundedPart();
        await under.dispute(referenceOf(captured));
        const facts = await lookUp({ paymentId, reference });
        const captureReference = referenceOf(captured);
        expect(one(facts, 'dispute-seen')).toMatchObject({ captureReference });
        const moved = facts.filter(({ kind }) => kind === 'dispute-moved-money');
        expect(moved).toContainEqual(expect.objectContaining({ direction: 'withdrawn' }));
        expect(await provider.paymentOf(captureReference)).toBe(paymentId);
      });

      it('knows nothing of what never was', async () => {
        const nothing = { orderReference: null, reference: null };
        expect(await lookUp({ paymentId: newId(), ...nothing })).toEqual([]);
        const unknown = await lookUp({ paymentId: newId(), reference: 'pi_unknown' });
        expect(unknown).toEqual([]);
      });

      it('finds whose payment an object is', async () => {
        const { paymentId, reference, captured } = await refundedPart();
        expect(await provider.paymentOf(reference)).toBe(paymentId);
        expect(await provider.paymentOf(referenceOf(captured))).toBe(paymentId);
        expect(await provider.paymentOf('pi_unknown')).toBeNull();
        expect(await provider.knows(referenceOf(captured))).toBe(true);
        expect(await provider.knows('pi_unknown')).toBe(false);
      });
    });

    it('lists its events oldest first, and only from an instant on', async () => {
      const begun = new Date(Date.now() - 2_000).toISOString();
      const { paymentId, captured } = await refundedPart();
      const events = await read(provider.events(begun));
      const facts = events.flatMap((event) => event.facts);
      const ours = facts.filter((fact) => fact.paymentId === paymentId).map(({ kind }) => kind);
      expect([...new Set(ours)].filter(isMoved)).toEqual(['authorised', 'captured', 'refunded']);
      expect(one(facts, 'captured', paymentId)).toMatchObject({ reference: referenceOf(captured) });
      expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
      expect(events.every(({ unreadable }) => unreadable === null)).toBe(true);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect(await read(provider.events(tomorrow))).toEqual([]);
    });

    // Last, because days go by.
    describe('a second hold', () => {
      it('holds under another reference, once the first honour period is over', async () => {
        const { paymentId, reference } = await held();
        await under.daysPass(4);
        const request = reauthorisationOf(paymentId, reference);
        const outcome = await provider.perform('reauthorise', request);
        if (!provider.supports('reauthorise')) {
          expectUnsupported(outcome);
          return;
        }
        expect(outcome.status).toBe('reauthorised');
        expect(referenceOf(outcome)).not.toBe(reference);
        expect(await provider.perform('reauthorise', request)).toEqual(outcome);
        const rest = { paymentId, reference: referenceOf(outcome), promisedAt: now() };
        const capture = { captureId: newId(), amount: eur('10.00'), final: true, ...rest };
        expect((await provider.perform('capture', capture)).status).toBe('captured');
      });

      it.each(['request', 'answer'] as const)('holds once when the %s is lost', async (loss) => {
        if (!provider.supports('reauthorise')) return;
        const { paymentId, reference } = await held();
        await under.daysPass(4);
        // Days later, no access token is good any more; a call of no consequence gets a new one.
        await provider.paymentOf(reference);
        const request = reauthorisationOf(paymentId, reference);
        await under.loseNext('reauthorise', loss);
        await untold(provider.perform('reauthorise', request));
        const outcome = await provider.perform('reauthorise', request);
        expect(outcome.status).toBe('reauthorised');
        expect(await provider.perform('reauthorise', request)).toEqual(outcome);
      });
    });

    it('says nothing that its specification does not know', () => {
      expect(under.problems()).toEqual([]);
    });

    /** The outcome of the call is unknown, and it is not taken for a refusal. */
    async function untold(call: Promise<{ readonly status: string }>): Promise<void> {
      if (!under.findsOut) return expect(call).rejects.toThrow(ProviderUnavailable);
      const told = await call.catch((error: unknown) => error);
      if (told instanceof ProviderUnavailable) return;
      expect(told).not.toMatchObject({ status: 'refused' });
    }

    async function awaiting(request: RequestOf<'authorise'>) {
      const outcome = await provider.perform('authorise', request);
      if (outcome.status !== 'payer-action-required') throw new Error(`it is ${outcome.status}`);
      return outcome;
    }

    async function held() {
      const request = newAuthorisation('pays');
      const { paymentId, authorisationId } = request;
      const first = await provider.perform('authorise', request);
      if (first.status !== 'payer-action-required') {
        return { paymentId, authorisationId, reference: referenceOf(first) };
      }
      await under.payerActs(first, 'pays');
      const { orderReference } = first;
      const outcome = await provider.perform('authorise', { ...request, orderReference });
      return { paymentId, authorisationId, reference: referenceOf(outcome) };
    }

    /** Takes 6.00 of it, and keeps the rest held. */
    async function taken(paymentId: string, reference: string): Promise<void> {
      const capture = { paymentId, reference, captureId: newId(), promisedAt: now() };
      const outcome = await provider.perform('capture', {
        ...capture,
        amount: eur('6.00'),
        final: false,
      });
      expect(outcome.status).toBe('captured');
    }

    /** Holds 10.00, takes 6.00 and gives back 1.00. */
    async function refundedPart() {
      const { paymentId, authorisationId, reference } = await held();
      const ours = { paymentId, promisedAt: now() };
      const captureId = newId();
      const capture = { ...ours, captureId, amount: eur('6.00'), reference, final: true };
      const captured = await provider.perform('capture', capture);
      const taken = { captureId, reference: referenceOf(captured) };
      const refund = { ...ours, ...taken, refundId: newId(), amount: eur('1.00') };
      const refunded = await provider.perform('refund', refund);
      return { paymentId, authorisationId, reference, capture, captured, refund, refunded };
    }

    function lookUp(
      known: { readonly paymentId: string } & Partial<Parameters<PaymentProvider['lookUp']>[0]>,
    ) {
      const unknown = { authorisationId: newId(), orderReference: null, reference: null };
      return provider.lookUp({ ...unknown, ...known });
    }

    function newAuthorisation(behaviour: 'pays' | 'wants-to-act'): RequestOf<'authorise'> {
      return {
        paymentId: newId(),
        authorisationId: newId(),
        amount: eur('10.00'),
        token: under.tokenOf(behaviour),
        orderReference: null,
        returnUrl: 'http://127.0.0.1:9/return',
        promisedAt: now(),
      };
    }
  });
}

const MONEY: readonly string[] = ['authorised', 'captured', 'refunded', 'voided'];

function isMoney(kind: string): boolean {
  return MONEY.includes(kind);
}

/** A provider may also tell that the last capture gave up the rest. */
function isMoved(kind: string): boolean {
  return isMoney(kind) && kind !== 'voided';
}

function one(facts: readonly ProviderFact[], kind: ProviderFact['kind'], paymentId?: string) {
  return facts.find(
    (fact) => fact.kind === kind && (paymentId ?? fact.paymentId) === fact.paymentId,
  );
}

function expectUnsupported(outcome: { readonly status: string }): void {
  expect(outcome).toMatchObject({ status: 'refused', code: 'operation-not-supported' });
}

function incrementOf(paymentId: string, reference: string) {
  return { paymentId, incrementId: newId(), amount: eur('15.00'), reference, promisedAt: now() };
}

function reauthorisationOf(paymentId: string, reference: string) {
  const ids = { paymentId, reauthorisationId: newId() };
  return { ...ids, amount: eur('10.00'), reference, promisedAt: now() };
}

function cancelOf({ paymentId }: RequestOf<'authorise'>, orderReference: string) {
  return { paymentId, cancellationId: newId(), orderReference, promisedAt: now() };
}

async function read(events: AsyncIterable<VerifiedWebhook>): Promise<VerifiedWebhook[]> {
  const all = [];
  for await (const event of events) all.push(event);
  return all;
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
