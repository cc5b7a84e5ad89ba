import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'csv-stringify/sync';
import { csvRecords } from './csv.js';
import { NoAnswer, OperationsClient, ProjectionServiceClient } from './index.js';

type Handler = (url: URL, response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let handle: Handler;
let asked: string[];
let url: string;
let ledger: ProjectionServiceClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    handle(new URL(request.url ?? '', url), response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ledger = new ProjectionServiceClient({ url, attemptsMax: 2 });
});

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('every item of a list', () => {
  beforeEach(() => {
    handle = ({ searchParams }, response) => {
      const from = Number(searchParams.get('cursor') ?? 0);
      const limit = Number(searchParams.get('limit') ?? 50);
      const items = [...Array(limit).keys()].map((n) => ({ paymentId: `p-${from + n}` }));
      const nextCursor = from + limit < 6 ? String(from + limit) : null;
      response.end(JSON.stringify({ items, payments: items, nextCursor }));
    };
  });

  it('comes page by page under the same filters', async () => {
    const query = { limit: 2, status: ['captured' as const] };
    const items = await all(ledger.payments.paymentsEach({ query }));
    expect(items.map(({ paymentId }) => paymentId)).toEqual([
      'p-0',
      'p-1',
      'p-2',
      'p-3',
      'p-4',
      'p-5',
    ]);
    expect(asked).toEqual([
      '/v1/payments?limit=2&status=captured',
      '/v1/payments?limit=2&status=captured&cursor=2',
      '/v1/payments?limit=2&status=captured&cursor=4',
    ]);
  });

  it('asks for no page that nothing is taken of', async () => {
    const items = ledger.payments.paymentsEach({ query: { limit: 2 } }, { itemsMax: 3 });
    expect(await all(items)).toHaveLength(3);
    for await (const item of ledger.cases.casesEach({ query: { limit: 2 } })) {
      expect(item.paymentId).toBe('p-0');
      break;
    }
    expect(asked).toHaveLength(3);
  });

  it('begins at a cursor and keeps the ids of the path', async () => {
    const order = { orderId: 'o/1', query: { limit: 4, cursor: '4' } };
    expect(await all(ledger.orders.orderEach(order))).toHaveLength(4);
    expect(asked).toEqual(['/v1/orders/o%2F1?limit=4&cursor=4']);
    const operations = new OperationsClient({ url });
    const endpoint = { endpointId: 'e', query: { limit: 6 } };
    expect(await all(operations.webhookDeliveries.ofEndpointEach(endpoint))).toHaveLength(6);
  });

  it('does not go round in circles', async () => {
    handle = (_url, response) => response.end('{"items":[{}],"nextCursor":"same"}');
    await expect(all(ledger.history.eventsEach())).rejects.toThrow(/from a page to itself/);
    expect(asked).toHaveLength(2);
  });
});

describe('an export', () => {
  it('gives the lines of JSON, wherever the parts of the answer are cut', async () => {
    handle = (_url, response) => {
      const bytes = Buffer.from('{"orderId":"Zürich"}\n{"orderId":"2"}\n');
      response.write(bytes.subarray(0, 14)); // In the middle of the ü.
      setTimeout(() => response.end(bytes.subarray(14)), 20);
    };
    const rows = await all(ledger.payments.paymentsRows({ query: { currency: 'EUR' } }));
    expect(rows.map(({ orderId }) => orderId)).toEqual(['Zürich', '2']);
    expect(asked).toEqual(['/v1/payments?currency=EUR&format=jsonl']);
  });

  it('gives the lines of CSV by the headings', async () => {
    handle = (_url, response) => response.end('id,note\r\np-1,"a ""b"",\nc"\r\n');
    expect(await all(ledger.cases.casesCsv())).toEqual([{ id: 'p-1', note: 'a "b",\nc' }]);
    expect(asked).toEqual(['/v1/cases?format=csv']);
  });

  it('that breaks off is an error, and not a short list', async () => {
    handle = (_url, response) => {
      response.write('{"orderId":"1"}\n');
      setTimeout(() => response.destroy(), 20);
    };
    const rows = ledger.payments.paymentsRows();
    expect((await rows.next()).value).toMatchObject({ orderId: '1' });
    await expect(rows.next()).rejects.toThrow(NoAnswer);
  });

  it('is asked for again while the service is busy', async () => {
    handle = (_url, response) => {
      response.statusCode = asked.length === 1 ? 503 : 200;
      response.end(asked.length === 1 ? '{"code":"exports-busy"}' : '{"orderId":"1"}\n');
    };
    expect(await all(ledger.payments.paymentsRows())).toHaveLength(1);
  });

  it('ends the request when the caller takes no more', async () => {
    let isClosed: Promise<unknown> = Promise.resolve();
    handle = (_url, response) => {
      isClosed = new Promise((resolve) => response.on('close', resolve));
      response.write('{"orderId":"1"}\n');
    };
    for await (const row of ledger.payments.paymentsRows()) {
      expect(row.orderId).toBe('1');
      break;
    }
    await isClosed;
  });
});

describe('a file', () => {
  it('comes in parts with its position, and is an error where it breaks off', async () => {
    handle = (_url, response) => {
      response.setHeader('assay-position', '7/7');
      response.write('option "title"\n');
      setTimeout(() => response.destroy(), 20);
    };
    const { position, text } = await ledger.journal.exportStream({
      query: { format: 'beancount' },
    });
    const parts = text[Symbol.asyncIterator]();
    expect([position, await parts.next()]).toEqual([
      '7/7',
      { done: false, value: expect.any(String) as string },
    ]);
    await expect(parts.next()).rejects.toThrow(NoAnswer);
    expect(asked).toEqual(['/v1/journal/export?format=beancount']);
  });
});

describe('CSV', () => {
  it('is read as the service writes it, in parts of any length', async () => {
    const records = [
      ['a', 'b,c', 'd"e'],
      ['', 'two\r\nlines', '"'],
      ['€', '', ''],
    ];
    const text = stringify(records, { record_delimiter: 'windows' });
    for (let length = 1; length < 8; length += 1) {
      expect(await all(csvRecords(partsOf(text, length)))).toEqual(records);
    }
  });

  it('that ends inside of quotes is refused', async () => {
    await expect(all(csvRecords(partsOf('a,"b', 9)))).rejects.toThrow(SyntaxError);
  });
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* partsOf(text: string, length: number): AsyncGenerator<string> {
  await Promise.resolve();
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
