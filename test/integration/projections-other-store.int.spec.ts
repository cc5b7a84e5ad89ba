import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { EventStore } from '#event-store';
import { readCheckpoint, type ProjectionRunner } from '#projections';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { initiated } from '../support/payment-events.js';
import { paymentHistory } from '../support/payment-histories.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import {
  allReach,
  appendInterleaved,
  appendPayment,
  emptyViews,
  runViews,
} from '../support/postgres-views.js';

const LONGER_THAN_THE_WAIT_MS = 7_000;

let postgres: TestPostgres;
let dataSource: DataSource;
let store: InMemoryEventStore;
let running: ReturnType<typeof runViews>;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  dataSource = await emptyViews(await postgres.createDatabase());
  store = new InMemoryEventStore();
  await appendInterleaved(store, sample(4));
  run(store);
  await allReach(dataSource, end(store));
  await running.stop();
});

afterEach(async () => {
  await running.stop();
  await dataSource.destroy();
});

describe('a view that has seen more than its event store has', () => {
  it.each([
    ['was restored from a backup', 5],
    ['is empty', 0],
  ])('stops and says what to do when the store %s', async (_, kept) => {
    const before = await readCheckpoint(dataSource, 'order_view_4');
    store.forget(kept);
    run(store);
    const trouble = await stopped();
    expect(trouble).toMatch(
      /^the event store (ends at 5\/5, but it|is empty, but it) was read up to/,
    );
    expect(trouble).toMatch(/rebuild the view to follow this one$/);
    expect(await readCheckpoint(dataSource, 'order_view_4')).toEqual(before);
  });

  it('stops too when the store has gone on with events of its own since', async () => {
    const { length } = store.events;
    store.forget(5);
    await appendFresh(store, length + 5);
    run(store);
    expect(await stopped()).toMatch(/has another history/);
  });

  it('stops when events of others are all that it saw last', async () => {
    const foreign = { id: FOREIGN, type: 'ModelTrained', data: {}, metadata: {} };
    await store.append('model-fraud', [foreign], 'any');
    run(store);
    await allReach(dataSource, end(store));
    await running.stop();
    store.forget(store.events.length - 1);
    await appendFresh(store, 1);
    run(store);
    expect(await stopped()).toMatch(/has another history/);
  });

  it('follows the store once it is rebuilt', async () => {
    store.forget(5);
    await appendFresh(store, 2);
    const runner = run(store);
    await stopped();
    const rebuilt = await eventually(() => runner.rebuild().catch(() => null));
    expect(rebuilt).toMatchObject({ position: end(store), caughtUp: true, setAside: 0 });
    await appendFresh(store, 3);
    await allReach(dataSource, end(store), ['orders']);
    expect(await dataSource.manager.count(OrderPayment)).toBe(paymentsIn(store));
  });

  it('is rebuilt even when that takes longer than it waits to look again', async () => {
    store.forget(5);
    const runner = run(store);
    await stopped();
    const readAll = store.readAll.bind(store);
    store.readAll = async function* (...options) {
      store.readAll = readAll;
      await sleep(LONGER_THAN_THE_WAIT_MS);
      yield* readAll(...options);
    };
    const position = end(store);
    expect(await runner.rebuild()).toMatchObject({ position, caughtUp: true, setAside: 0 });
  });

  it('goes on by itself when the right store is back', async () => {
    const restored = new InMemoryEventStore();
    run(restored);
    await stopped();
    await running.stop();
    run(store);
    await appendFresh(store, 1);
    await allReach(dataSource, end(store), ['orders']);
  });

  it('goes on from a checkpoint that an earlier version wrote', async () => {
    await dataSource.query(
      'UPDATE checkpoint SET mark_commit = NULL, mark_prepare = NULL, mark_event = NULL',
    );
    run(store);
    await appendFresh(store, 1);
    await allReach(dataSource, end(store), ['orders']);
  });
});

const FOREIGN = '7d9f0c7e-0000-5000-8000-000000000001';

function run(on: EventStore): ProjectionRunner {
  running = runViews(dataSource, on, Object.values(PROJECTIONS));
  const runner = running.runners.find(({ projection }) => projection === PROJECTIONS.orders);
  if (!runner) throw new Error('the orders view does not run');
  return runner;
}

/** @returns what the orders view says of it. */
async function stopped(): Promise<string> {
  return await eventually(() => {
    const { status, trouble } = running.runners[0]?.state ?? {};
    return status === 'stopped' && trouble;
  });
}

let fresh = 0;

async function appendFresh(to: EventStore, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    fresh += 1;
    await appendPayment(to, initiated({ paymentId: `fresh-${fresh}` }), 0);
  }
}

function end(of: InMemoryEventStore) {
  return of.events.at(-1)?.position ?? { commit: 0n, prepare: 0n };
}

function paymentsIn(of: InMemoryEventStore): number {
  return of.events.filter(({ type }) => type === 'PaymentInitiated').length;
}

let seed = 31;

function sample(count: number) {
  seed += 1;
  return fc.sample(paymentHistory, { numRuns: count, seed });
}
