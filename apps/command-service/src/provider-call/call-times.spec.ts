import { ProviderMisuse, ProviderUnavailable, type OutcomeOf } from '#provider-port';
import { NOW } from '../../../../test/support/payment-events.js';
import { CallTimes } from './call-times.js';

const CALL = { provider: 'stripe', operation: 'void', repeats: false } as const;
const VOIDED: OutcomeOf<'void'> = { status: 'voided', at: NOW };

describe('calls of a provider', () => {
  let times: CallTimes;

  beforeEach(() => {
    times = new CallTimes();
  });

  it.each([
    ['done', VOIDED],
    ['refused', { status: 'refused', code: 'no', reason: 'no', at: NOW } as const],
    ['silent', new ProviderUnavailable('stripe', 'timeout')],
    ['undecided', new ProviderUnavailable('stripe', 'pending', { undecided: true })],
    ['not-asked', new ProviderUnavailable('stripe', 'away', { notAsked: true })],
    ['misused', new ProviderMisuse('stripe', 'malformed')],
  ])('that are %s are told from the others', async (outcome, end) => {
    const call = times.measure(CALL, async () => {
      if (end instanceof Error) throw end;
      return end;
    });
    await (end instanceof Error ? expect(call).rejects.toBe(end) : expect(call).resolves.toBe(end));
    const counted = counts().filter(({ value }) => value > 0);
    expect(counted).toEqual([
      { value: 1, labels: { provider: 'stripe', operation: 'void', outcome }, suffix: '_count' },
    ]);
  });

  it('say nothing of the provider when our own program fails', async () => {
    await expect(times.measure(CALL, () => Promise.reject(new TypeError('bug')))).rejects.toThrow(
      'bug',
    );
    expect(counts().filter(({ value }) => value > 0)).toEqual([]);
  });

  it('are there at zero before the first, so that a rate sees it', () => {
    expect(counts()).toHaveLength(2 * (4 * 6 + 3));
    const misused = counts().filter(({ labels }) => labels?.['outcome'] === 'misused');
    expect(new Set(misused.map(({ labels }) => labels?.['operation']))).toEqual(
      new Set(['authorise', 'capture', 'void', 'refund', 'increment', 'reauthorise', 'cancel']),
    );
  });

  it('for a promise whose outcome was unknown are counted as repeats', async () => {
    await times.measure(CALL, async () => VOIDED);
    await times.measure({ ...CALL, repeats: true }, async () => VOIDED);
    expect(times.metrics[1]?.read()).toEqual([
      { value: 1, labels: { provider: 'stripe' } },
      { value: 0, labels: { provider: 'paypal' } },
    ]);
  });

  function counts() {
    return (times.metrics[0]?.read() ?? []).filter(({ suffix }) => suffix === '_count');
  }
});
