import type { DataSource } from 'typeorm';
import { idOf } from '#event-store';
import type { PaymentEvent } from '#payments';
import { digestOfView, readCheckpoint, setAsideBy, type CheckedProjection } from '#projections';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { authorised, captured, eur, initiated } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import {
  allReach,
  appendPayment,
  emptyViews,
  jsonOf,
  runViews,
} from '../support/postgres-views.js';

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
});

afterEach(async () => {
  await running.stop();
  await dataSource.destroy();
});

describe('a payment that a view cannot apply', () => {
  it('is set aside by name, and the view goes on with all others', async () => {
    running = runViews(dataSource, store);
    await appendPayment(store, withPayment(captured('c1', '10.00'), LOST), 0);
    await appendPayment(store, withPayment(captured('c2', '1.00'), LOST), 1);
    await append(PAID, initiated({ amount: eur('20.00') }), authorised('a1', eur('20.00')));
    const last = await appendPayment(store, withPayment(captured('c1', '20.00'), PAID), 2);
    await allReach(dataSource, last);

    const [aside, ...others] = await eventually(async () => {
      const found = await setAsideBy(dataSource, 'journal-view-6');
      return found[0]?.waiting === 2 && found;
    });
    expect(others).toEqual([]);
    expect(aside).toMatchObject({
      stream: `payment-${LOST}`,
      revision: 0n,
      eventType: 'PaymentCaptured',
      waiting: 2,
    });
    expect(aside?.reason).toMatch(/before its initiation/);
    const rows = await dataSource.manager.find(OrderPayment);
    expect(rows.map(({ paymentId, captured: taken }) => [paymentId, taken])).toEqual([
      [PAID, '2000'],
    ]);
    await eventually(() => running.runners.every(({ state }) => state.status === 'live'));
    expect(await trialBalance()).toEqual([{ currency: 'EUR', total: '0' }]);
  });

  it('is one of many in a batch, and takes none of them with it', async () => {
    for (let i = 0; i < 30; i += 1) {
      const id = idOf('payment', String(i));
      if (i % 10 === 3) await appendPayment(store, withPayment(captured('c', '1.00'), id), 0);
      else await append(id, initiated());
    }
    running = runViews(dataSource, store, [PROJECTIONS.orders]);
    const position = { commit: 30n, prepare: 30n };
    await allReach(dataSource, position, ['orders']);
    expect(await setAsideBy(dataSource, 'order-view-4')).toHaveLength(3);
    expect(await dataSource.manager.count(OrderPayment)).toBe(27);
  });

  it('is applied in full with its next event, once it can be', async () => {
    let isBroken = true;
    running = runViews(dataSource, store, [brokenWhile(PROJECTIONS.journal, () => isBroken)]);
    await append(
      PAID,
      initiated({ amount: eur('20.00') }),
      authorised('a1', eur('20.00')),
      captured('c1', '5.00'),
    );
    await eventually(async () => (await setAsideBy(dataSource, 'journal-view-6')).length === 1);
    isBroken = false;
    const last = await appendPayment(store, withPayment(captured('c2', '5.00'), PAID), 3);
    await allReach(dataSource, last, ['journal']);
    await eventually(async () => (await setAsideBy(dataSource, 'journal-view-6')).length === 0);
    expect(await entries()).toBe(3);
    const rebuilt = await running.runners[0]?.rebuild();
    expect(rebuilt).toMatchObject({ equal: true, setAside: 0, caughtUp: true });
  });

  it('is applied by a mended program without a rebuild, as far as it can be', async () => {
    running = runViews(dataSource, store, [brokenWhile(PROJECTIONS.journal, () => true)]);
    await append(
      PAID,
      initiated({ amount: eur('20.00') }),
      authorised('a1', eur('20.00')),
      captured('c1', '5.00'),
    );
    const last = await append(PAID, captured('c2', '5.00'), captured('c3', '5.00'));
    await allReach(dataSource, last, ['journal']);
    await running.stop();

    const stillBroken = (event: { readonly revision: bigint }) => event.revision === 4n;
    running = runViews(dataSource, store, [brokenWhile(PROJECTIONS.journal, stillBroken)]);
    await eventually(
      async () => (await setAsideBy(dataSource, 'journal-view-6'))[0]?.revision === 4n,
    );
    expect(await entries()).toBe(3);
    await running.stop();

    running = runViews(dataSource, store, [PROJECTIONS.journal]);
    await eventually(async () => (await setAsideBy(dataSource, 'journal-view-6')).length === 0);
    expect(await entries()).toBe(4);
  });

  it('is counted by a rebuild, which says how far it got', async () => {
    running = runViews(dataSource, store, [PROJECTIONS.orders]);
    await appendPayment(store, withPayment(captured('c1', '10.00'), LOST), 0);
    const last = await append(PAID, initiated());
    await allReach(dataSource, last, ['orders']);
    const rebuilt = await running.runners[0]?.rebuild();
    expect(rebuilt).toMatchObject({ position: last, setAside: 1, caughtUp: true, equal: true });
    expect(await setAsideBy(dataSource, 'order-view-4')).toHaveLength(1);
    expect(await setAsideBy(dataSource, 'order-view-4_rebuild')).toEqual([]);
  });

  it('stops the view when there are so many that the program must be to blame', async () => {
    for (let i = 0; i < 1_001; i += 1) await append(idOf('payment', String(i)), initiated());
    running = runViews(dataSource, store, [brokenWhile(PROJECTIONS.cases, () => true)]);
    const [runner] = running.runners;
    await eventually(() => runner?.state.status === 'stopped');
    expect(runner?.state.trouble).toMatch(/^case-view-5 cannot apply PaymentInitiated of payment-/);
    expect(await readCheckpoint(dataSource, 'case_view_5')).toMatchObject({ commit: 1_000n });
  });
});

describe('a settlement line that cannot be read', () => {
  it('keeps none of the same day from being compared', async () => {
    running = runViews(dataSource, store, [PROJECTIONS.reconciliation]);
    await appendLine('ch_1', '1000');
    await appendLine('ch_2', 'ten');
    await allReach(dataSource, await appendLine('ch_3', '1000'), ['reconciliation']);
    const rows: unknown = await dataSource.query(
      'SELECT reference FROM reconciliation_view_4.reconciliation_match ORDER BY reference',
    );
    expect(rows).toEqual([{ reference: 'ch_1' }, { reference: 'ch_3' }]);
    const asides = await setAsideBy(dataSource, 'reconciliation-view-4');
    expect(asides.map(({ unit, waiting }) => [unit, waiting])).toEqual([
      ['settlement-stripe-2026-03-02@1', 1],
    ]);
    // Two lines, what they add up to on their day, and what is set aside.
    expect((await digestOfView(dataSource, PROJECTIONS.reconciliation)).result.rows).toBe(4);
  });
});

const LOST = '5b8d3b5e-0000-5000-8000-000000000001';
const PAID = '5b8d3b5e-0000-5000-8000-000000000002';

function withPayment(event: PaymentEvent, paymentId: string): PaymentEvent {
  return { ...event, data: { ...event.data, paymentId } } as PaymentEvent;
}

async function append(paymentId: string, ...events: PaymentEvent[]) {
  let position = { commit: 0n, prepare: 0n };
  const before = store.events.filter(({ stream }) => stream === `payment-${paymentId}`).length;
  for (const [index, event] of events.entries()) {
    position = await appendPayment(store, withPayment(event, paymentId), before + index);
  }
  return position;
}

/** The program of before or after a mend: it cannot apply some events. */
function brokenWhile(
  projection: CheckedProjection,
  isBroken: (recorded: Parameters<CheckedProjection['step']>[0]) => boolean,
): CheckedProjection {
  return {
    ...projection,
    step: (recorded) => {
      if (isBroken(recorded)) throw new TypeError('a bug');
      return projection.step(recorded);
    },
  };
}

async function entries(): Promise<number> {
  const [row] = await dataSource.query<[{ count: string }]>(
    'SELECT count(*) FROM journal_view_6.journal_entry',
  );
  return Number(row.count);
}

async function trialBalance(): Promise<unknown> {
  return await dataSource.query(
    `SELECT currency, sum(amount)::text AS total FROM journal_view_6.journal_posting GROUP BY 1`,
  );
}

async function appendLine(reference: string, amount: string) {
  const money = (digits: string) => ({ amount: digits, currency: 'EUR' });
  const at = '2026-03-02T00:00:00.000Z';
  const line = { provider: 'stripe', lineId: `txn_${reference}`, kind: 'capture', reference };
  const data = jsonOf({ ...line, paymentId: null, amount: money(amount), fee: money('30'), at });
  const event = { id: idOf(reference), type: 'SettlementLineRecorded', data, metadata: {} };
  return (await store.append('settlement-stripe-2026-03-02', [event], 'any')).position;
}
