import { jest } from '@jest/globals';
import type { FeatureVector } from '#fraud';
import type { FraudModel } from '#fraud-model';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import { Shadow } from './shadow.js';

const NOW = '2026-03-01T12:00:00.000Z';
const BATCH_ID = '9d5f511b-66fc-5a32-9421-56184516feaf';
const CHAMPION = { version: '2026-11', modelHash: 'champion' };

describe('the scores of a challenger', () => {
  it('are recorded as one event a batch, with the id and metadata they always had', async () => {
    jest.useFakeTimers({ now: Date.parse(NOW), doNotFake: ['nextTick', 'queueMicrotask'] });
    const store = new InMemoryEventStore();
    const warn = (_fields: object, message: string): never => {
      throw new Error(message);
    };
    const shadow = new Shadow(store, { info: () => undefined, warn });
    const challenger = {
      version: '2026-12',
      hash: 'hash',
      score: () => 0.5,
      dispose: () => undefined,
    };
    shadow.seat(challenger as unknown as FraudModel);
    const vector = [] as unknown as FeatureVector;
    shadow.observe({ paymentId: 'p1', vector, champion: CHAMPION, score: 0.1 });
    const closing = shadow.close();
    jest.useRealTimers();
    await closing;
    const [recorded] = store.events;
    expect(store.events).toHaveLength(1);
    expect(recorded).toMatchObject({
      stream: 'fraud-shadow-2026-03-01',
      type: 'ShadowScored',
      id: 'af26e032-5565-5da3-b23b-4d496c69c112',
      data: { champion: CHAMPION, scores: [['p1', 0.1, 0.5]], dropped: 0, scoredAt: NOW },
    });
    expect(JSON.stringify(recorded?.metadata)).toBe(
      `{"client":"fraud-worker","actor":"challenger","commandId":"${BATCH_ID}",` +
        `"correlationId":"${BATCH_ID}","causationId":"${BATCH_ID}","schemaVersion":1}`,
    );
  });
});
