import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ERASED } from '#event-shapes';
import { PERSONAL_OF_PAYMENTS, type PaymentEvent } from '#payments';
import { MasterKeys, SealingEventStore, SealedTexts, Vault } from '#privacy';
import { digestOfView } from '#projections';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { formsOf, scan } from '../support/fuzz/scan.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, initiated, NOW } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved, emptyViews, runViews } from '../support/postgres-views.js';

const MASTER = 'ab'.repeat(32);
const NOTE = 'Zacharias Quittenbaum';
const DEVICE = 'device-xq77-zeta';
/** Bounds a hang, and says nothing of speed. */
const UNHUNG_MS = 600_000;

let postgres: TestPostgres;
let dataSource: DataSource;
let folder: string;
let vault: Vault;

beforeAll(async () => {
  postgres = await startPostgres();
  dataSource = await emptyViews(await postgres.createDatabase());
  folder = mkdtempSync(join(tmpdir(), 'assay-sealed-views-'));
  vault = Vault.open({ folder, masterKeys: new MasterKeys([Buffer.from(MASTER, 'hex')]) });
}, UNHUNG_MS);

afterAll(async () => {
  vault.close();
  rmSync(folder, { recursive: true, force: true });
  await dataSource.destroy();
  await postgres.stop();
}, UNHUNG_MS);

describe('the views of sealed events', () => {
  it(
    'hold no plain text, and are the same after an erasure, also when rebuilt',
    async () => {
      const inner = new InMemoryEventStore();
      const subjectOf = (stream: string) => Promise.resolve(stream);
      const store = new SealingEventStore(inner, vault, {
        personal: PERSONAL_OF_PAYMENTS,
        subjectOf,
      });
      const histories = ['1', '2', '3'].map((last) => historyOf(last));
      const position = await appendInterleaved(store, histories);
      const running = runViews(dataSource, inner);
      await allReach(dataSource, position);

      const before = await digests();
      const texts = new SealedTexts({ folder, masterKey: MASTER });
      const rows = JSON.stringify(await dataSource.manager.find(OrderPayment));
      expect(rows).not.toContain(NOTE);
      expect(texts.inJson(rows)).toContain(NOTE);
      await dataSource.query('CHECKPOINT');
      const [{ data_directory: data }] =
        await dataSource.query<[{ data_directory: string }]>('SHOW data_directory');
      // The order's id is in clear there: the scan finds what there is.
      expect(scan(data, formsOf('order-of-the-scan-1'))).not.toEqual([]);
      expect([NOTE, DEVICE].flatMap((word) => scan(data, formsOf(word)))).toEqual([]);

      for (const stream of new Set(inner.events.map((event) => event.stream)))
        vault.destroy(stream);
      expect(texts.inJson(rows)).not.toContain(NOTE);
      expect(texts.inJson(rows)).toContain(ERASED);
      expect(texts.losses.of('erased')).toBeGreaterThan(0);
      expect(await digests()).toEqual(before);
      for (const runner of running.runners) {
        const rebuilt = await runner.rebuild();
        expect([runner.projection.name, rebuilt.equal]).toEqual([runner.projection.name, true]);
      }
      expect(await digests()).toEqual(before);
      await running.stop();
      texts.close();
    },
    UNHUNG_MS,
  );
});

async function digests(): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const projection of Object.values(PROJECTIONS)) {
    all.push([projection.name, await digestOfView(dataSource, projection)]);
  }
  return all;
}

function historyOf(last: string): PaymentEvent[] {
  const paymentId = `5b8d3b5e-0000-5000-8000-00000000000${last}`;
  const first = initiated({
    paymentId,
    orderId: `order-of-the-scan-${last}`,
    card: { fingerprint: `fp-Wq9ZzXy81-${last}`, country: 'DE' },
    deviceId: DEVICE,
    metadata: { note: `${NOTE} ${last}` },
  });
  const hold = { paymentId, reason: 'score', heldAt: NOW } as const;
  return [first, assessed('review', { paymentId }), { type: 'PaymentHeldForReview', data: hold }];
}
