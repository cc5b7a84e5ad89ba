import { Money } from '#money';
import { FakeProvider } from '../../../test/support/fake-provider.js';
import { guarded } from './guarded-provider.js';
import {
  ProviderUnavailable,
  type Operation,
  type OutcomeOf,
  type PaymentProvider,
} from '#provider-port';

const PROMISED_AT = '2026-11-21T12:00:00.000Z';
const VOID = { paymentId: 'p1', voidId: 'v1', reference: 'pi_1', promisedAt: PROMISED_AT };

describe('a guarded provider', () => {
  it('passes everything through while the provider answers', async () => {
    const provider = guarded(new FakeProvider());
    const outcome = await provider.perform('authorise', {
      paymentId: 'p1',
      authorisationId: 'a1',
      amount: Money.of(1000n, 'EUR'),
      token: 'tok_visa',
      orderReference: null,
      returnUrl: 'http://127.0.0.1:9/',
      promisedAt: PROMISED_AT,
    });
    expect(provider.name).toBe('stripe');
    expect(provider.isAway).toBe(false);
    expect(outcome.status).toBe('authorised');
    expect(provider.refusalOf(Money.of(0n, 'EUR'))).not.toBeNull();
  });

  it('asks no more after several calls without an answer, and again after a rest', async () => {
    const silent = new CountingProvider(() =>
      Promise.reject(new ProviderUnavailable('stripe', 'timeout')),
    );
    const provider = guarded(silent, { failuresMax: 3, restMs: 1_000, retriesMax: 0 });
    for (let call = 0; call < 5; call += 1) {
      await expect(provider.perform('void', VOID)).rejects.toThrow(ProviderUnavailable);
    }
    expect(silent.calls).toBe(3);
    expect(provider.isAway).toBe(true);
    await expect(provider.perform('void', VOID)).rejects.toThrow(
      'stripe: not asked, it does not answer',
    );

    await new Promise((resolve) => setTimeout(resolve, 1_050));
    silent.answer = async () => VOIDED;
    expect(provider.isAway).toBe(false);
    await expect(provider.perform('void', VOID)).resolves.toEqual(VOIDED);
    await expect(provider.perform('void', VOID)).resolves.toEqual(VOIDED);
  });

  it('goes on asking a provider that answers that it has not decided', async () => {
    const undecided = new ProviderUnavailable('stripe', 're_1 is pending', { undecided: true });
    const slow = new CountingProvider(() => Promise.reject(undecided));
    const provider = guarded(slow, { failuresMax: 2, restMs: 60_000 });
    for (let call = 0; call < 5; call += 1) {
      await expect(provider.perform('void', VOID)).rejects.toBe(undecided);
    }
    expect(slow.calls).toBe(5);
  });

  it('turns calls away that find too many before them', async () => {
    let release: (outcome: OutcomeOf<'void'>) => void = () => undefined;
    const held = new Promise<OutcomeOf<'void'>>((resolve) => {
      release = resolve;
    });
    const provider = guarded(new CountingProvider(() => held), { atOnceMax: 1, queueMax: 1 });
    const first = provider.perform('void', VOID);
    const second = provider.perform('void', VOID);
    await expect(provider.perform('void', VOID)).rejects.toThrow(
      'stripe: not asked, too many calls',
    );
    release(VOIDED);
    await expect(Promise.all([first, second])).resolves.toEqual([VOIDED, VOIDED]);
  });
});

const VOIDED: OutcomeOf<'void'> = { status: 'voided', at: '2026-11-21T12:00:00.000Z' };

/** Voids as the test says, and counts how often it was asked. */
class CountingProvider extends FakeProvider implements PaymentProvider {
  calls = 0;

  constructor(public answer: () => Promise<OutcomeOf<'void'>>) {
    super();
  }

  override perform<O extends Operation>(): Promise<OutcomeOf<O>> {
    this.calls += 1;
    return this.answer() as Promise<OutcomeOf<O>>;
  }
}
