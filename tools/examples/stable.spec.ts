import { randomBytes, randomUUID } from 'node:crypto';
import { stable } from './stable.js';

describe('what is recorded', () => {
  it('is the same whichever ids, hashes and times the run had', () => {
    expect(stable(recorded(Date.now()))).toEqual(stable(recorded(Date.now() + 86_400_000)));
  });

  it('names one thing by one id wherever it is, and two by two', () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const { id, in: where, other } = stable({ id: one, in: `/v1/payments/${one}`, other: two });
    expect(where).toBe(`/v1/payments/${id}`);
    expect(other).not.toBe(id);
    expect([one, two]).not.toContain(id);
  });

  it('keeps the form of an id: version of a UUID, length of a hash, padding of base64', () => {
    const shown = stable({
      uuid: '21f7f8de-8051-5b89-8680-0195ef798b6a',
      hash: 'a'.repeat(64),
      bytes: `${'ab+/'.repeat(10)}abc=`,
      charge: 'ch_3NxK2eABCDEFgh12',
    });
    expect(shown.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(shown.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(shown.bytes).toMatch(/^[\w+/]{43}=$/);
    expect(shown.charge).toMatch(/^ch_[0-9a-f]{16}$/);
  });

  it('begins at a fixed time, and keeps what lies between to the second', () => {
    expect(
      stable({
        due: '2026-11-30T18:00:00.400Z',
        at: '2026-11-30T17:00:00.100Z',
        whole: '2026-11-30T17:00:01Z',
        day: '2026-12-01',
      }),
    ).toEqual({
      due: '2026-09-01T10:00:00.000Z',
      at: '2026-09-01T09:00:00.000Z',
      whole: '2026-09-01T09:00:01Z',
      day: '2026-09-02',
    });
  });

  it('begins at that day, where there are only days', () => {
    const days = { from: '2026-11-30', to: '2026-12-01' };
    expect(stable(days)).toEqual({ from: '2026-09-01', to: '2026-09-02' });
  });

  it('shows no secret and no address of the machine', () => {
    const shown = stable(
      { secret: 'whsec_bm90LWZvci15b3U=', url: 'http://127.0.0.1:4711/webhooks' },
      [['http://127.0.0.1:4711', 'https://shop.example']],
    );
    expect(JSON.stringify(shown)).not.toContain('bm90LWZvci15b3U');
    expect(shown.url).toBe('https://shop.example/webhooks');
  });

  it('leaves amounts, codes, names and words as they were', () => {
    const words = {
      amount: '1050',
      currency: 'EUR',
      token: 'pm_card_visa',
      code: 'capture-exceeds-authorised',
      orderId: 'order-1',
      position: 'the first of two',
    };
    expect(stable(words)).toEqual(words);
  });
});

function recorded(now: number): object {
  const id = randomUUID();
  return {
    paymentId: id,
    hash: randomBytes(32).toString('hex'),
    root: randomBytes(32).toString('base64'),
    reference: `pi_${randomBytes(12).toString('hex')}`,
    order: `${randomBytes(8).toString('hex').toUpperCase()}7`,
    position: `${now}/${now}`,
    detail: `payment ${id} is captured`,
    at: new Date(now).toISOString(),
    until: new Date(now + 60_000).toISOString(),
  };
}
