import { Attempts } from './attempts.js';
import { ProviderMisuse, ProviderUnavailable } from '#provider-port';
import type { Treatment } from './treatment.js';

const NOW = '2026-11-21T12:00:00.000Z';
const DONE = { status: 'voided', at: NOW };
const REFUSED = { status: 'refused', code: 'some_code', reason: 'some reason', at: NOW };

describe('an attempt that fails', () => {
  it.each<[Treatment, 'found' | 'nothing', object]>([
    ['refused', 'found', REFUSED],
    ['unsupported', 'found', { ...REFUSED, unsupported: true }],
    ['read-back', 'found', DONE],
    ['read-back', 'nothing', REFUSED],
    ['unclear', 'found', DONE],
  ])('ends, when %s and reading back finds %s', async (treatment, found, outcome) => {
    await expect(settle(treatment, found)).resolves.toEqual(outcome);
  });

  it.each<[Treatment, 'found' | 'nothing']>([
    ['unclear', 'nothing'],
    ['unavailable', 'found'],
  ])('stays open, when %s and reading back would find %s', async (treatment, found) => {
    const settling = settle(treatment, found);
    await expect(settling).rejects.toThrow(ProviderUnavailable);
    await expect(settling).rejects.toThrow('stripe: some_code: some reason');
  });

  it('calls for a person when the request was wrong', async () => {
    await expect(settle('misuse', 'nothing')).rejects.toThrow(ProviderMisuse);
  });

  it('throws our own bugs on', async () => {
    const attempts = new Attempts(
      'stripe',
      () => null,
      () => new Date(NOW),
    );
    const bug = new TypeError('x is not a function');
    const failing = { run: () => Promise.reject(bug), readBack: async () => null };
    await expect(attempts.settle(failing)).rejects.toBe(bug);
  });

  it('stays open when reading back fails too', async () => {
    const attempts = attemptsWith('read-back');
    const failing = { run: fail, readBack: () => Promise.reject(UNAVAILABLE) };
    await expect(attempts.settle(failing)).rejects.toBe(UNAVAILABLE);
  });
});

const UNAVAILABLE = new ProviderUnavailable('stripe', 'timeout');

function settle(treatment: Treatment, found: 'found' | 'nothing'): Promise<unknown> {
  const readBack = async () => (found === 'found' ? DONE : null);
  return attemptsWith(treatment).settle({ run: fail, readBack });
}

function attemptsWith(treatment: Treatment): Attempts {
  const diagnosis = { treatment, code: 'some_code', reason: 'some reason' };
  return new Attempts(
    'stripe',
    () => diagnosis,
    () => new Date(NOW),
  );
}

function fail(): Promise<never> {
  return Promise.reject(new Error('the provider’s own'));
}
