import { jest } from '@jest/globals';
import { FakeProvider } from '../../../test/support/fake-provider.js';
import { guarded, type GuardOptions } from './guarded-provider.js';
import {
  ProviderUnavailable,
  type Operation,
  type OutcomeOf,
  type RequestOf,
} from '#provider-port';

const NOW = '2026-11-21T12:00:00.000Z';
const VOID = { paymentId: 'p1', voidId: 'v1', reference: 'pi_1', promisedAt: NOW };
const VOIDED: OutcomeOf<'void'> = { status: 'voided', at: NOW };
const TIMEOUT = new ProviderUnavailable('stripe', 'timeout');

describe('a guard that repeats', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse(NOW) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('repeats under the same id until it is answered', async () => {
    const { asked, call } = voiding([TIMEOUT, TIMEOUT, VOIDED]);
    await jest.advanceTimersByTimeAsync(300);
    await expect(call).resolves.toEqual(VOIDED);
    expect(asked.map(({ voidId }) => voidId)).toEqual(['v1', 'v1', 'v1']);
  });

  it('waits longer each time, by a part that differs', async () => {
    const { asked, call } = voiding([TIMEOUT, TIMEOUT, VOIDED], { waitMs: 1_000 });
    await jest.advanceTimersByTimeAsync(3_000);
    await call;
    const [first = 0, second = 0, third = 0] = asked.map(({ atMs }) => atMs);
    expect(second - first).toBeGreaterThanOrEqual(500);
    expect(second - first).toBeLessThanOrEqual(1_000);
    expect(third - second).toBeGreaterThanOrEqual(1_000);
    expect(third - second).toBeLessThanOrEqual(2_000);
  });

  it('gives up after two repeats, and says what it last heard', async () => {
    const last = new ProviderUnavailable('stripe', 'reset');
    const { asked, call } = voiding([TIMEOUT, TIMEOUT, last, VOIDED]);
    const failed = expect(call).rejects.toBe(last);
    await jest.advanceTimersByTimeAsync(60_000);
    await failed;
    expect(asked).toHaveLength(3);
  });

  it('begins no repeat after its budget', async () => {
    const { asked, call } = voiding([TIMEOUT, TIMEOUT, VOIDED], { budgetMs: 150, waitMs: 100 });
    const failed = expect(call).rejects.toBe(TIMEOUT);
    await jest.advanceTimersByTimeAsync(60_000);
    await failed;
    // The second would wait for another 100 at least.
    expect(asked).toHaveLength(2);
  });

  it('does not repeat what the provider has not decided', async () => {
    const undecided = new ProviderUnavailable('stripe', 're_1 is pending', { undecided: true });
    const { asked, call } = voiding([undecided, VOIDED]);
    const failed = expect(call).rejects.toBe(undecided);
    await jest.advanceTimersByTimeAsync(60_000);
    await failed;
    expect(asked).toHaveLength(1);
  });

  it('leaves a provider alone for as long as it asks, and other calls with it', async () => {
    const limited = new ProviderUnavailable('stripe', 'slow down', { retryAfterMs: 2_000 });
    const { asked, call, provider } = voiding([limited, VOIDED, VOIDED]);
    await jest.advanceTimersByTimeAsync(1);
    const other = provider.perform('void', { ...VOID, voidId: 'v2' });
    await jest.advanceTimersByTimeAsync(1_900);
    expect(asked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(500);
    await expect(Promise.all([call, other])).resolves.toEqual([VOIDED, VOIDED]);
  });

  it('turns calls away at once when the provider asks for longer than their budget', async () => {
    const limited = new ProviderUnavailable('stripe', 'slow down', { retryAfterMs: 20_000 });
    const { asked, call, provider } = voiding([limited, VOIDED]);
    await expect(call).rejects.toBe(limited);
    const other = await provider
      .perform('void', { ...VOID, voidId: 'v2' })
      .catch((error: unknown) => error);
    expect(other).toMatchObject({
      notAsked: true,
      message: 'stripe: not asked, it wants to be left alone',
    });
    expect(asked).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(20_000);
    await expect(provider.perform('void', VOID)).resolves.toEqual(VOIDED);
  });

  it('says that it was not asked only where no try of the call was', async () => {
    const { call, provider } = voiding([TIMEOUT, VOIDED], { failuresMax: 1, restMs: 60_000 });
    const first = call.catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(1_000);
    // The repeat met the open circuit, yet the first try may have moved money.
    expect(await first).toBe(TIMEOUT);
    const second = provider
      .perform('void', { ...VOID, voidId: 'v2' })
      .catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await second).toMatchObject({ notAsked: true });
  });
});

type Asked = { readonly voidId: string; readonly atMs: number };

/** Starts a call to a provider that answers as listed. */
function voiding(
  answers: readonly (OutcomeOf<'void'> | ProviderUnavailable)[],
  options: Partial<GuardOptions> = {},
) {
  const asked: Asked[] = [];
  const listed = new ListedProvider([...answers], asked);
  const provider = guarded(listed, options);
  return { asked, provider, call: provider.perform('void', VOID) };
}

class ListedProvider extends FakeProvider {
  constructor(
    private readonly answers: (OutcomeOf<'void'> | ProviderUnavailable)[],
    private readonly asked: Asked[],
  ) {
    super();
  }

  override async perform<O extends Operation>(_: O, request: RequestOf<O>): Promise<OutcomeOf<O>> {
    const { voidId } = request as RequestOf<'void'>;
    this.asked.push({ voidId, atMs: Date.now() });
    const answer = this.answers.shift();
    if (answer === undefined) throw new Error('asked too often');
    if (answer instanceof ProviderUnavailable) throw answer;
    return answer as OutcomeOf<O>;
  }
}
