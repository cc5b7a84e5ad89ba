import { RateLimited, silentLogger } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { Config } from '../config.js';
import { Declines } from '../payment/declines.js';
import { EventCounts } from '../payment/event-counts.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { Checkouts } from './checkouts.js';

let checkouts: Checkouts;
let waits: number[];

beforeEach(() => {
  const streams = new PaymentStreams(
    new InMemoryEventStore(),
    new Declines(silentLogger()),
    new EventCounts(),
  );
  const config = Object.assign(new Config(), { CHECKOUTS_PER_CUSTOMER: '1/h' });
  checkouts = new Checkouts(config, streams, new RateLimited());
  waits = [];
});

const answer = { retryAfter: (seconds: number): void => void waits.push(seconds) };

const admit = (paymentId: string, begin: () => Promise<string>): Promise<string> =>
  checkouts.admit({ client: 'shop', customerId: 'customer-1', paymentId }, answer, begin);

describe('a repeat of a checkout', () => {
  it('goes on while the first is under way and nothing of it is recorded', async () => {
    let answerFirst: (text: string) => void = () => undefined;
    const first = admit('p-1', () => new Promise((resolve) => (answerFirst = resolve)));
    expect(await admit('p-1', () => Promise.resolve('again'))).toBe('again');
    answerFirst('first');
    expect(await first).toBe('first');
    expect(waits).toEqual([]);
  });

  it('differs from another checkout, whose answer says how long to wait', async () => {
    await admit('p-1', () => Promise.resolve('first'));
    await expect(admit('p-2', () => Promise.resolve('second'))).rejects.toMatchObject({
      code: 'checkout-repeated',
    });
    expect(waits).toEqual([3_600]);
  });
});
