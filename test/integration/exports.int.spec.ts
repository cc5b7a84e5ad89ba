import { parse } from 'csv-parse/sync';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StreamableFile } from '@nestjs/common';
import { Exports, type Exportable } from '../../apps/projection-service/src/lists/exports.js';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import {
  PAYMENT_EXPORT,
  PAYMENT_ORDERS,
  paymentsFor,
} from '../../apps/projection-service/src/orders/payment-list.js';
import { PaymentsQuery } from '../../apps/projection-service/src/orders/payments.request.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { Views } from '../../apps/projection-service/src/views/views.js';
import { eventually } from '../support/eventually.js';
import { fillPayments, insertPayments, paymentRow } from '../support/payment-rows.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

const MANY = 20_000;

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
});

afterEach(async () => {
  await eventually(async () => (await openSnapshots()) === 0);
  await views.dataSource.getRepository(OrderPayment).clear();
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = `Bearer ${headers['client'] ?? 'audit'}`;
  return await fetch(views.service.url + path, { headers: { authorization, ...headers } });
}

/** Sessions that hold a snapshot, whether they work or wait. */
async function openSnapshots(): Promise<number> {
  const [row] = await views.dataSource.query<{ readonly count: number }[]>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND (query LIKE 'FETCH%' OR query LIKE 'DECLARE%')
       AND state <> 'idle'`,
  );
  return row?.count ?? -1;
}

const ODD = [
  { paymentId: idOf(1), currency: 'OMR', amount: '5125', captured: '5', orderId: '=1+1' },
  { paymentId: idOf(2), currency: 'JPY', amount: '1050', captured: '0', orderId: 'a "b", c' },
  { paymentId: idOf(3), currency: 'EUR', amount: '1050', captured: '1050', orderId: '-2\r\n@3' },
];

describe('an export of payments', () => {
  it('is RFC 4180, with each amount in minor units and in decimals, and no formula in it', async () => {
    await insertPayments(views.dataSource, ODD.map(paymentRow));
    const response = await get('/v1/payments?format=csv&sort=oldest');
    const position = String(response.headers.get('assay-position'));
    expect(position).toMatch(/^\d+\/\d+$/);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="payments-${position.replace('/', '-')}.csv"`,
    );
    const text = await response.text();
    expect(text.split('\r\n')[0]).toMatch(/^paymentId,client,orderId,.*,amountMinor,amount,/);
    const records = parse<Record<string, string>>(text, { columns: true });
    const shown = records.map(
      ({ orderId, currency, amountMinor, amount, capturedMinor, captured }) => [
        orderId,
        [amountMinor, amount, capturedMinor, captured, currency].join(' '),
      ],
    );
    expect(shown).toEqual([
      ["'=1+1", '5125 5.125 5 0.005 OMR'],
      ['a "b", c', '1050 1050 0 0 JPY'],
      ["'-2\r\n@3", '1050 10.50 1050 10.50 EUR'],
    ]);
  });

  it('is JSON lines of what pages hold', async () => {
    await insertPayments(views.dataSource, ODD.map(paymentRow));
    const response = await get('/v1/payments', { accept: 'application/x-ndjson' });
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const lines = (await response.text()).split('\n');
    expect(lines.pop()).toBe('');
    const { body } = await views.get('/v1/payments', 'audit');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(body['items']);
  });

  it.each([
    ['text/csv', undefined, 'text/csv'],
    ['text/csv;q=0.1, application/json', undefined, 'application/json'],
    ['*/*', undefined, 'application/json'],
    ['image/png', undefined, 'application/json'],
    ['application/json', 'csv', 'text/csv'],
    ['text/csv', 'json', 'application/json'],
  ])('answers Accept %s and format %s as %s', async (accept, format, type) => {
    const query = format === undefined ? '' : `?format=${format}`;
    const response = await get(`/v1/payments${query}`, { accept });
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('vary')?.split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'accept']),
    );
    await response.text();
  });

  it('holds a service its own payments only, and only what the filters allow', async () => {
    await insertPayments(
      views.dataSource,
      [
        { client: 'shop', status: 'held' },
        { client: 'shop', status: 'captured' },
        { client: 'other', status: 'held' },
      ].map((fields, i) => paymentRow({ paymentId: idOf(i), ...fields })),
    );
    const lines = await (
      await get('/v1/payments?format=jsonl&status=held', { client: 'shop' })
    ).text();
    expect(lines.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(lines)).toMatchObject({ client: 'shop', paymentId: idOf(0) });
    const others = await get('/v1/payments?format=csv&client=other', { client: 'shop' });
    expect((await others.text()).trim().split('\r\n')).toHaveLength(1);
  });

  it('is of one moment, also when rows are written while it is read', async () => {
    await fillPayments(views.dataSource, MANY);
    const response = await get('/v1/payments?format=jsonl');
    const { tablePath } = views.dataSource.getMetadata(OrderPayment);
    await views.dataSource.query(`UPDATE ${tablePath} SET status = 'refunded', captured = 77`);
    await insertPayments(views.dataSource, [paymentRow({ paymentId: idOf(MANY + 1) })]);
    const lines = (await response.text()).trim().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { paymentId: string }).paymentId);
    expect([ids.length, new Set(ids).size]).toEqual([MANY, MANY]);
    expect(lines.filter((line) => line.includes('"77"'))).toEqual([]);
  });

  it('goes on over a rebuild, behind which no other reader waits', async () => {
    await fillPayments(views.dataSource, MANY);
    const { body } = await get('/v1/payments?format=jsonl');
    const reader = body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
    const first = await reader?.read();
    const rebuilding = fetch(`${views.service.url}/v1/views/orders/rebuild`, {
      method: 'POST',
      headers: { authorization: 'Bearer ops' },
    });
    // No event is behind these rows, so that the rebuilt view has none of them.
    await eventually(async () => {
      const { body } = await views.get('/v1/payments?limit=1', 'audit');
      return (body['items'] as unknown[]).length === 0;
    });
    let text = new TextDecoder().decode(first?.value);
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      text += new TextDecoder().decode(next.value);
    }
    expect(text.trim().split('\n')).toHaveLength(MANY);
    expect((await rebuilding).status).toBeLessThan(300);
  });

  it('lets go of its query when the caller leaves, again and again', async () => {
    await fillPayments(views.dataSource, MANY);
    for (let time = 0; time < 6; time += 1) {
      const leaving = new AbortController();
      const authorization = 'Bearer audit';
      const response = await fetch(`${views.service.url}/v1/payments?format=jsonl`, {
        headers: { authorization },
        signal: leaving.signal,
      });
      expect(response.status).toBe(200);
      await response.body?.getReader().read();
      leaving.abort();
      await eventually(async () => (await openSnapshots()) === 0);
    }
  });

  it('is read no further than the caller takes it, and four at a time', async () => {
    await fillPayments(views.dataSource, MANY);
    let made = 0;
    const list: Exportable<OrderPayment> = {
      ...PAYMENT_EXPORT,
      item: (row) => {
        made += 1;
        return PAYMENT_EXPORT.item(row);
      },
    };
    const exports = new Exports(
      new Views(views.dataSource, views.store, { nowMs: 0 } as never, PROJECTIONS),
    );
    const query = new PaymentsQuery();
    const select = paymentsFor({ client: 'audit', role: 'auditor' }, query);
    const asked = { format: 'jsonl', query, order: PAYMENT_ORDERS.newest, select } as const;
    const files: StreamableFile[] = [];
    for (let i = 0; i < 4; i += 1) files.push((await exports.of(list, asked)).file);
    await expect(exports.of(list, asked)).rejects.toMatchObject({ code: 'exports-busy' });
    const [first, ...others] = files.map((file) => file.getStream());
    for (const other of others) other.destroy();
    const goOn: (() => void)[] = [];
    const reader = new Writable({ write: (_chunk, _encoding, done) => void goOn.push(done) });
    const reading = pipeline(first ?? [], reader);
    await eventually(() => goOn.length === 1);
    const atFirst = made;
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(atFirst).toBeLessThanOrEqual(2_000);
    expect(made).toBeLessThanOrEqual(2_000);
    reader._write = (_chunk, _encoding, done) => done();
    for (const next of goOn) next();
    await reading;
    expect(made).toBe(MANY);
    (await exports.of(list, asked)).file.getStream().destroy();
  });
});

function idOf(index: number): string {
  return `5b8d3b5e-0000-5000-8000-${String(index).padStart(12, '0')}`;
}
