import type { Json, RecordedEvent } from '#event-store';
import { AttentionList, UNREADABLE } from './attention-list.js';

describe('the list of what is unfinished', () => {
  it('names a payment whose event cannot be read, and goes on with all others', () => {
    const list = new AttentionList();
    list.observe(recorded(1, 'p1', { paymentId: 'p1', captureId: 'c1', amount: 'ten' }));
    list.observe(recorded(2, 'p2', { paymentId: 'p2', captureId: 'c1', amount: TEN }));
    const open = list.oldest(9).map((unfinished) => [unfinished.stream, unfinished.open]);
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
    expect(list.oldest(9).map(({ open }) => open)).toEqual([['c1', UNREADABLE]]);
  });
});

const TEN = { amount: '1000', currency: 'EUR' };

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
