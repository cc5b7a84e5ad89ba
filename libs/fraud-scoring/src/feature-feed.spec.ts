import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../test/support/eventually.js';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import { initiated } from '../../../test/support/payment-events.js';
import { scopedToClient } from '#fraud';
import { FeatureFeed } from './feature-feed.js';
import { Snapshot } from './snapshot.js';

const TEN = { amount: '1000', currency: 'EUR' };

describe('the feed of features', () => {
  it('goes on behind a payment that cannot be read, counts it and says which', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-features-'));
    const store = new InMemoryEventStore();
    const warnings: object[] = [];
    const log = { info: () => undefined, warn: (facts: object) => void warnings.push(facts) };
    const odd = { id: 'odd', type: 'PaymentInitiated', data: { amount: 'ten' }, metadata: {} };
    await store.append('payment-odd', [odd], 'any');
    const { type, data } = initiated();
    const payment = { id: 'payment', type, data: { ...data, amount: TEN }, metadata: {} };
    const { position } = await store.append('payment-1', [payment], 'any');

    const feed = new FeatureFeed(store, Snapshot.open(folder, log), log);
    feed.start();
    await feed.caughtUp;
    await eventually(() => feed.position?.commit === position.commit);
    expect([feed.trouble, feed.unreadable]).toEqual([null, 1]);
    expect(warnings).toMatchObject([{ stream: 'payment-odd', type: 'PaymentInitiated' }]);
    await feed.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps customers of one id at two clients apart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-features-'));
    const store = new InMemoryEventStore();
    const log = { info: () => undefined, warn: () => undefined };
    const feed = new FeatureFeed(store, Snapshot.open(folder, log), log);
    feed.start();
    await feed.caughtUp;
    const { type, data } = initiated();
    const facts = data;
    const before = await feed.vectorOf(scopedToClient({ ...facts, paymentId: 'p' }, 'shop'), 0);
    for (const client of ['rival', 'shop']) {
      const id = `of-${client}`;
      const payment = { id, type, data: { ...data, paymentId: id, amount: TEN } };
      const stored = { ...payment, metadata: { client } };
      const { position } = await store.append(`payment-${id}`, [stored], 'any');
      await eventually(() => feed.position?.commit === position.commit);
      const { vector } = await feed.vectorOf(
        scopedToClient({ ...facts, paymentId: 'p' }, 'shop'),
        0,
      );
      if (client === 'rival') expect(vector).toEqual(before.vector);
      else expect(vector).not.toEqual(before.vector);
    }
    await feed.close();
    await rm(folder, { recursive: true, force: true });
  });
});
