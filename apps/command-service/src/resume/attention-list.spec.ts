import type { Json, RecordedEvent } from '#event-store';
import { AttentionList, UNREADABLE } from './attention-list.js';

describe('the list of what is unfinished', () => {
  it('names a payment whose event cannot be read, and goes on with all others', () => {
    const list = new AttentionList();
    list.observe(recorded(1, 'p1', { paymentId: 'p1', captureId: 'c1', amount: 'ten' }));
    list.observe(recorded(2, 'p2', { paymentId: 'p2', captureId: 'c1', amount: TEN }));
    const open = list.oldest(9, NOW).map((unfinished) => [unfinished.stream, unfinished.open]);
    expect(open).toEqual([
      ['payment-p1', [UNREADABLE]],
      ['payment-p2', ['c1']],
    ]);
    expect(list.mark?.position.commit).toBe(2n);
  });

  it('keeps what else is open of it', () => {
    const list = new AttentionList();
    list.observe(recorded(1, 'p1', { paymentId: 'p1', captureId: 'c1', amount: TEN }));
    list.observe(recorded(2, 'p1', { paymentId: 'p1', captureId: 'c2', amount: null }));
    expect(list.oldest(9, NOW).map(({ open }) => open)).toEqual([['c1', UNREADABLE]]);
  });

  it('leaves out a payment that rests until its hold is over', () => {
    const list = new AttentionList();
    const hold = { authorisationId: 'a1', amount: TEN, reference: 'pi_1', authorisedAt: NOW };
    const authorised = { paymentId: 'p1', ...hold, expiresAt: LATER };
    list.observe({ ...recorded(1, 'p1', begun('p1')), type: 'PaymentInitiated' });
    list.observe({ ...recorded(2, 'p1', authorised), type: 'PaymentAuthorised' });
    expect([list.count(NOW), list.oldest(9, NOW), list.quietSince(NOW)]).toEqual([0, [], []]);
    expect(list.oldest(9, LATER)).toMatchObject([{ stream: 'payment-p1', since: LATER }]);
    expect(list.quietSince(LATER)).toEqual(['payment-p1']);
  });

  it('says since when a postponed one is open, not when it is looked at again', () => {
    const list = new AttentionList();
    list.observe(recorded(1, 'p1', { paymentId: 'p1', captureId: 'c1', amount: TEN }));
    list.postpone('payment-p1', LATER);
    expect(list.quietSince(NOW)).toEqual([]);
    expect(list.oldest(9, NOW)).toMatchObject([{ since: '2026-11-21T04:00:01.000Z' }]);
  });
});

const NOW = '2026-11-21T05:00:00.000Z';
const LATER = '2026-11-28T05:00:00.000Z';
const TEN = { amount: '1000', currency: 'EUR' };

function begun(paymentId: string): Json {
  return { paymentId, amount: TEN, intent: 'authorise', initiatedAt: NOW };
}

function recorded(number: number, paymentId: string, data: Json): RecordedEvent {
  const position = { commit: BigInt(number), prepare: BigInt(number) };
  return {
    id: `event-${number}`,
    type: 'CaptureRequested',
    data,
    metadata: {},
    stream: `payment-${paymentId}`,
    revision: 0n,
    position,
    recordedAt: `2026-11-21T04:00:0${number}.000Z`,
  };
}
