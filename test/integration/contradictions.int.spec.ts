import type { DataSource } from 'typeorm';
import { Money } from '#money';
import type { PaymentEvent } from '#payments';
import { storedFactOf } from '#provider-port';
import { setAsideBy } from '#projections';
import { OrderContradiction } from '../../apps/projection-service/src/orders/order-contradiction.entity.js';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import {
  authorised,
  captured,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendPayment, emptyViews, runViews } from '../support/postgres-views.js';

let postgres: TestPostgres;
let dataSource: DataSource;
let store: InMemoryEventStore;
let running: ReturnType<typeof runViews>;
let revision: number;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  dataSource = await emptyViews(await postgres.createDatabase());
  store = new InMemoryEventStore();
  running = runViews(dataSource, store);
  revision = 0;
});

afterEach(async () => {
  await running.stop();
  await dataSource.destroy();
});

describe('a refund of more than is known to be captured', () => {
  it('is shown as it is known, named, and settled by the capture that explains it', async () => {
    await happen(
      initiated({ amount: eur('20.00') }),
      authorised('a1', eur('20.00')),
      captured('c1', '8.00', false),
    );
    await happen(refunded(eur('9.00')));
    expect(await shown()).toEqual(['800', '900']);
    expect(await contradictions()).toEqual([
      ['given-back-exceeds-captured', '9.00 EUR given back of 8.00 EUR captured', null],
    ]);

    await happen(captured('c2', '12.00'));
    expect(await shown()).toEqual(['2000', '900']);
    expect(await contradictions()).toEqual([
      ['given-back-exceeds-captured', expect.any(String), 'fact'],
    ]);
    for (const { name } of Object.values(PROJECTIONS)) {
      expect([name, await setAsideBy(dataSource, name)]).toEqual([name, []]);
    }
    for (const runner of running.runners) {
      expect(await runner.rebuild()).toMatchObject({ equal: true, setAside: 0, caughtUp: true });
    }
  });

  it.each([
    ['of another currency', Money.of(500n, 'USD'), 'currency-differs'],
    ['of less than nothing', Money.of(-500n, 'EUR'), 'amount-not-positive'],
  ])('or %s contradicts the payment and stops no view', async (_, amount, rule) => {
    await happen(
      initiated({ amount: eur('20.00') }),
      authorised('a1', eur('20.00')),
      captured('c1', '8.00', false),
    );
    await happen(refunded(amount));
    expect((await contradictions()).map(([found]) => found)).toEqual([rule]);
    const totals = await dataSource.query<{ total: string }[]>(
      'SELECT sum(amount)::text AS total FROM journal_view_6.journal_posting GROUP BY currency',
    );
    expect(new Set(totals.map(({ total }) => total))).toEqual(new Set(['0']));
    expect(running.runners.map(({ state }) => state.trouble)).toEqual([null, null, null, null]);
  });
});

describe('a fact that was kept because it contradicts', () => {
  it('is open until it is settled', async () => {
    const told = { paymentId: PAYMENT_ID, contradictionId: 'k-1', reference: 're_9' };
    const found = {
      rule: 'given-back-exceeds-captured',
      explanation: 'told 9.00 of 8.00',
    } as const;
    const fact = {
      kind: 'refunded',
      paymentId: PAYMENT_ID,
      refundId: null,
      captureReference: 'ch_c1',
      reference: 're_9',
      amount: eur('9.00'),
      at: NOW,
    } as const;
    await happen(initiated(), {
      type: 'ContradictionFound',
      data: { ...told, ...found, fact: storedFactOf(fact), foundAt: NOW },
    });
    expect(await contradictions()).toEqual([[found.rule, found.explanation, null]]);
    const settled = { paymentId: PAYMENT_ID, contradictionId: 'k-1', note: null, settledAt: NOW };
    await happen({ type: 'ContradictionSettled', data: { ...settled, by: 'person' } });
    expect(await contradictions()).toEqual([[found.rule, found.explanation, 'person']]);
  });
});

async function happen(...events: PaymentEvent[]): Promise<void> {
  let position = { commit: 0n, prepare: 0n };
  for (const event of events) {
    position = await appendPayment(store, event, revision);
    revision += 1;
  }
  await allReach(dataSource, position);
}

function refunded(amount: Money): PaymentEvent {
  const ids = { paymentId: PAYMENT_ID, refundId: 'r1', captureId: 'c1', reference: 're_1' };
  return { type: 'PaymentRefunded', data: { ...ids, amount, refundedAt: NOW } };
}

async function shown(): Promise<string[]> {
  const row = await dataSource.manager.findOneByOrFail(OrderPayment, { paymentId: PAYMENT_ID });
  return [row.captured, row.refunded];
}

async function contradictions(): Promise<unknown[][]> {
  const rows = await dataSource.manager.find(OrderContradiction);
  return rows.map(({ rule, explanation, settledBy }) => [rule, explanation, settledBy]);
}
