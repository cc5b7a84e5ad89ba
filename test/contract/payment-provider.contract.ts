import { Money } from '#money';
import {
  ProviderUnavailable,
  type BookEntry,
  type OutcomeOf,
  type PaymentProvider,
  type RequestOf,
  type SettlementLine,
} from '#provider-port';

export type PayerBehaviour = 'pays' | 'is-declined';
export type ProviderOperation = 'authorise' | 'capture' | 'void' | 'refund';

export type ProviderUnderTest = {
  readonly provider: PaymentProvider;
  /** A payer who does this at once where the provider can, else only after being asked to act. */
  readonly tokenOf: (behaviour: PayerBehaviour | 'wants-to-act') => string | null;
  /** Amounts in currencies that the provider counts otherwise than the ledger. */
  readonly oddAmounts: readonly Money[];
  /** What the payer does at the address they were sent to. */
  readonly payerActs: (
    action: Extract<OutcomeOf<'authorise'>, { status: 'payer-action-required' }>,
    behaviour: PayerBehaviour,
  ) => Promise<void>;
  /** The next call is lost on its way there, or done while its answer is lost. */
  readonly loseNext: (operation: ProviderOperation, loss: 'request' | 'answer') => Promise<void>;
  /** True where the adapter may look by itself what became of a lost call. */
  readonly findsOut: boolean;
  readonly close: () => Promise<void>;
};

/** What every PaymentProvider promises. Each adapter calls this from its own spec file. */
export function paymentProviderContract(
  name: string,
  connect: () => Promise<ProviderUnderTest>,
): void {
  describe(`PaymentProvider contract: ${name}`, () => {
    let under: ProviderUnderTest;
    let provider: PaymentProvider;

    beforeAll(async () => {
      under = await connect();
      provider = under.provider;
    });
    afterAll(() => under.close());

    describe('authorising', () => {
      it('holds money without moving any', async () => {
        const { paymentId, outcome } = await authorise();
        expect(outcome).toMatchObject({
          status: 'authorised',
          at: expect.stringMatching(INSTANT) as string,
        });
        expect(await linesOf(paymentId)).toEqual([]);
      });

      it('says that the payer was declined, and why', async () => {
        const { outcome } = await authorise('is-declined');
        expect(outcome).toMatchObject({
          status: 'refused',
          code: expect.stringMatching(/\w/) as string,
        });
      });

      it('sends the payer away to act, and again while they have not', async () => {
        const request = newAuthorisation('wants-to-act');
        const first = await provider.perform('authorise', request);
        expect(first).toMatchObject({
          status: 'payer-action-required',
          url: expect.stringMatching(/^https?:/) as string,
        });
        if (first.status !== 'payer-action-required') return;
        const { orderReference } = first;
        const again = await provider.perform('authorise', { ...request, orderReference });
        expect(again).toMatchObject({ status: 'payer-action-required', orderReference });

        await under.payerActs(first, 'pays');
        const authorised = await provider.perform('authorise', { ...request, orderReference });
        expect(authorised.status).toBe('authorised');
        const repeated = await provider.perform('authorise', { ...request, orderReference });
        expect(repeated).toEqual(authorised);
      });

      it('holds nothing when the payer acts without success', async () => {
        const { outcome } = await authorise('is-declined', 'wants-to-act');
        expect(outcome.status).toBe('refused');
      });

      it('is one attempt, however often it is repeated', async () => {
        const request = newAuthorisation('pays');
        const [first, second] = [
          await provider.perform('authorise', request),
          await provider.perform('authorise', request),
        ];
        expect(second).toEqual(first);
      });
    });

    describe('capturing', () => {
      it('takes what was held, and books it under its reference', async () => {
        const capture = await capturing();
        const outcome = await provider.perform('capture', capture);
        expect(outcome).toMatchObject({
          status: 'captured',
          at: expect.stringMatching(INSTANT) as string,
        });
        expect(await linesOf(capture.paymentId)).toEqual([
          expect.objectContaining({
            kind: 'capture',
            reference: referenceOf(outcome),
            paymentId: capture.paymentId,
            amount: eur('10.00'),
          }),
        ]);
      });

      it('takes a part and gives up the rest', async () => {
        const capture = { ...(await capturing()), amount: eur('4.00') };
        expect((await provider.perform('capture', capture)).status).toBe('captured');
        expect(await sumOf(capture.paymentId, 'capture')).toEqual(eur('4.00'));
        const more = { ...capture, captureId: newId(), amount: eur('1.00') };
        expect((await provider.perform('capture', more)).status).toBe('refused');
      });

      it('takes several parts until the last', async () => {
        const capture = await capturing();
        const part = { ...capture, amount: eur('4.00'), final: false };
        const rest = { ...capture, captureId: newId(), amount: eur('6.00') };
        expect((await provider.perform('capture', part)).status).toBe('captured');
        expect((await provider.perform('capture', rest)).status).toBe('captured');
        const lines = await linesOf(capture.paymentId);
        expect(lines.map(({ amount }) => amount)).toEqual([eur('4.00'), eur('6.00')]);
      });

      it('moves nothing twice when repeated', async () => {
        const capture = { ...(await capturing()), amount: eur('4.00'), final: false };
        const first = await provider.perform('capture', capture);
        expect(await provider.perform('capture', capture)).toEqual(first);
        expect(await sumOf(capture.paymentId, 'capture')).toEqual(eur('4.00'));
      });

      it('refuses far more than was held', async () => {
        const capture = { ...(await capturing()), amount: eur('20.00') };
        expect((await provider.perform('capture', capture)).status).toBe('refused');
        expect(await linesOf(capture.paymentId)).toEqual([]);
      });
    });

    it('moves every currency exactly, however the provider counts it', async () => {
      for (const amount of under.oddAmounts) {
        const capture = { ...(await capturing(amount)), amount };
        const outcome = await provider.perform('capture', capture);
        const lines = await linesOf(capture.paymentId);
        expect(lines).toMatchObject([{ reference: referenceOf(outcome), amount }]);
      }
    });

    describe('voiding', () => {
      it('gives the hold up, once, without moving money', async () => {
        const { paymentId, reference } = await capturing();
        const request = { paymentId, voidId: newId(), reference, promisedAt: now() };
        expect((await provider.perform('void', request)).status).toBe('voided');
        expect((await provider.perform('void', request)).status).toBe('voided');
        expect((await provider.perform('void', { ...request, voidId: newId() })).status).toBe(
          'voided',
        );
        expect(await linesOf(paymentId)).toEqual([]);
      });

      it('leaves nothing to capture', async () => {
        const capture = await capturing();
        const { paymentId, reference } = capture;
        await provider.perform('void', {
          paymentId,
          voidId: newId(),
          reference,
          promisedAt: now(),
        });
        expect((await provider.perform('capture', capture)).status).toBe('refused');
      });

      it('is refused once the money is taken', async () => {
        const capture = await capturing();
        await provider.perform('capture', capture);
        const { paymentId, reference } = capture;
        const outcome = await provider.perform('void', {
          paymentId,
          voidId: newId(),
          reference,
          promisedAt: now(),
        });
        expect(outcome.status).toBe('refused');
      });
    });

    describe('refunding', () => {
      it('gives back a part, then the rest, and books both', async () => {
        const refund = await refunding('4.00');
        const part = await provider.perform('refund', refund);
        const rest = await provider.perform('refund', {
          ...refund,
          refundId: newId(),
          amount: eur('6.00'),
        });
        const lines = await linesOf(refund.paymentId);
        const refunds = lines.filter(({ kind }) => kind === 'refund');
        expect(refunds.map(({ reference, amount }) => [reference, amount])).toEqual([
          [referenceOf(part), eur('-4.00')],
          [referenceOf(rest), eur('-6.00')],
        ]);
      });

      it('moves nothing twice when repeated', async () => {
        const refund = await refunding('4.00');
        const first = await provider.perform('refund', refund);
        expect(first.status).toBe('refunded');
        expect(await provider.perform('refund', refund)).toEqual(first);
        expect(await sumOf(refund.paymentId, 'refund')).toEqual(eur('-4.00'));
      });

      it('refuses more than is left', async () => {
        const refund = await refunding('10.01');
        expect((await provider.perform('refund', refund)).status).toBe('refused');
        await provider.perform('refund', { ...refund, refundId: newId(), amount: eur('10.00') });
        const more = { ...refund, refundId: newId(), amount: eur('0.01') };
        expect((await provider.perform('refund', more)).status).toBe('refused');
        expect(await sumOf(refund.paymentId, 'refund')).toEqual(eur('-10.00'));
      });
    });

    describe('when the outcome of a call is unknown', () => {
      it.each(['request', 'answer'] as const)(
        'says so when the %s of an authorisation is lost, and repeating holds money once',
        async (loss) => {
          const request = newAuthorisation('pays');
          await under.loseNext('authorise', loss);
          await untold(provider.perform('authorise', request));
          const outcome = await provider.perform('authorise', request);
          expect(outcome.status).not.toBe('refused');
          expect(await provider.perform('authorise', request)).toEqual(outcome);
        },
      );

      it.each(['request', 'answer'] as const)(
        'says so when the %s of a capture is lost, and repeating takes the money once',
        async (loss) => {
          const capture = { ...(await capturing()), amount: eur('4.00'), final: false };
          await under.loseNext('capture', loss);
          await untold(provider.perform('capture', capture));
          expect((await provider.perform('capture', capture)).status).toBe('captured');
          expect(await sumOf(capture.paymentId, 'capture')).toEqual(eur('4.00'));
        },
      );

      it.each(['request', 'answer'] as const)(
        'says so when the %s of a void is lost, and repeating gives up the hold',
        async (loss) => {
          const { paymentId, reference } = await capturing();
          const request = { paymentId, voidId: newId(), reference, promisedAt: now() };
          await under.loseNext('void', loss);
          await untold(provider.perform('void', request));
          expect((await provider.perform('void', request)).status).toBe('voided');
        },
      );

      it.each(['request', 'answer'] as const)(
        'says so when the %s of a refund is lost, and repeating gives money back once',
        async (loss) => {
          const refund = await refunding('4.00');
          await under.loseNext('refund', loss);
          await untold(provider.perform('refund', refund));
          expect((await provider.perform('refund', refund)).status).toBe('refunded');
          expect(await sumOf(refund.paymentId, 'refund')).toEqual(eur('-4.00'));
        },
      );
    });

    /** The outcome of the call is unknown, and it is not taken for a refusal. */
    async function untold(call: Promise<{ readonly status: string }>): Promise<void> {
      if (!under.findsOut) return expect(call).rejects.toThrow(ProviderUnavailable);
      const told = await call.catch((error: unknown) => error);
      if (!(told instanceof ProviderUnavailable)) {
        expect(told).toMatchObject({ status: expect.not.stringMatching('refused') as string });
      }
    }

    it('lists its books oldest first, and only from an instant on', async () => {
      const all = await read(provider.books(LONG_AGO));
      const times = all.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(new Set(all.map(({ lineId }) => lineId)).size).toBe(all.length);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect(await read(provider.books(tomorrow))).toEqual([]);
    });

    it('refuses an amount that it could only round, without a request', async () => {
      const finest = Money.of(1n, 'CLF');
      expect(provider.refusalOf(finest)).not.toBeNull();
      const outcome = await provider.perform('authorise', {
        ...newAuthorisation('pays'),
        amount: finest,
      });
      expect(outcome).toMatchObject({ status: 'refused', code: 'amount-not-supported' });
    });

    it('refuses amounts that are nothing', () => {
      expect(provider.refusalOf(eur('0.00'))).toBe('the amount must be greater than zero');
      expect(provider.refusalOf(eur('10.00'))).toBeNull();
    });

    function newAuthorisation(behaviour: PayerBehaviour | 'wants-to-act') {
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

    /** Authorises, with the actions the payer has to take for it. */
    async function authorise(
      behaviour: PayerBehaviour = 'pays',
      token: PayerBehaviour | 'wants-to-act' = behaviour,
      amount = eur('10.00'),
    ): Promise<{ paymentId: string; outcome: OutcomeOf<'authorise'> }> {
      const request = { ...newAuthorisation(token), amount };
      const { paymentId } = request;
      const first = await provider.perform('authorise', request);
      if (first.status !== 'payer-action-required') return { paymentId, outcome: first };
      await under.payerActs(first, behaviour);
      const { orderReference } = first;
      return {
        paymentId,
        outcome: await provider.perform('authorise', { ...request, orderReference }),
      };
    }

    /** A capture of all that a new authorisation holds. */
    async function capturing(amount = eur('10.00')): Promise<RequestOf<'capture'>> {
      const { paymentId, outcome } = await authorise('pays', 'pays', amount);
      const reference = referenceOf(outcome);
      const promisedAt = now();
      return { paymentId, captureId: newId(), amount, reference, final: true, promisedAt };
    }

    async function refunding(amount: string) {
      const capture = await capturing();
      const reference = referenceOf(await provider.perform('capture', capture));
      const { paymentId, captureId, promisedAt } = capture;
      const ids = { paymentId, refundId: newId(), captureId };
      return { ...ids, amount: eur(amount), reference, promisedAt };
    }

    async function linesOf(paymentId: string): Promise<SettlementLine[]> {
      const lines = await read(provider.books(new Date(Date.now() - 3_600_000).toISOString()));
      return lines.filter((line) => line.paymentId === paymentId);
    }

    async function sumOf(paymentId: string, kind: SettlementLine['kind']): Promise<Money> {
      const lines = await linesOf(paymentId);
      return lines
        .filter((line) => line.kind === kind)
        .reduce((total, { amount }) => total.plus(amount), eur('0.00'));
    }
  });
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LONG_AGO = '2026-01-01T00:00:00.000Z';

async function read(entries: AsyncIterable<BookEntry>): Promise<SettlementLine[]> {
  const all = [];
  for await (const entry of entries) {
    if (entry.kind !== 'pending' && entry.kind !== 'unreadable') all.push(entry);
  }
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
