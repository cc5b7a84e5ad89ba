import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VerifiedWebhook } from '#provider-port';
import { PayPalProvider } from './provider.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const MINUTE_MS = 60_000;

type Listed = { readonly id: string; readonly event_type: string; readonly create_time: string };

describe('the list of PayPal’s events', () => {
  let server: Server;
  let events: readonly Listed[] = [];
  let requests = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://paypal');
      if (pathname === '/v1/oauth2/token') {
        response.end(JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }));
        return;
      }
      requests += 1;
      response.end(JSON.stringify(pageOf(query)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    requests = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('comes oldest first, across pages and windows of time', async () => {
    events = Array.from({ length: 1_000 }, (_, i) => event(i, (1_000 - i) * MINUTE_MS));
    const ids = (await read(24 * 60)).map(({ eventId }) => eventId);
    expect(ids).toEqual(events.map(({ id }) => id));
  });

  it('keeps PayPal’s own order within a second, and loses none of it', async () => {
    events = Array.from({ length: 700 }, (_, i) => event(i, MINUTE_MS));
    const ids = (await read(60)).map(({ eventId }) => eventId);
    expect(ids).toEqual(events.map(({ id }) => id));
  });

  it('skips long silences in growing strides', async () => {
    events = [event(1, 29 * 24 * 60 * MINUTE_MS)];
    expect(await read(30 * 24 * 60)).toHaveLength(1);
    expect(requests).toBeLessThan(40);
  });

  it('leaves out what we do not act on, and what is older than asked for', async () => {
    events = [
      event(1, 60 * MINUTE_MS),
      { ...event(2, 5 * MINUTE_MS), event_type: 'INVOICING.INVOICE.PAID' },
      event(3, 4 * MINUTE_MS),
    ];
    expect((await read(10)).map(({ eventId }) => eventId)).toEqual(['WH-3']);
  });

  function pageOf(query: URLSearchParams): object {
    const from = Date.parse(query.get('start_time') ?? '');
    const to = Date.parse(query.get('end_time') ?? '');
    const found = [...events].reverse().filter(({ create_time: time }) => {
      return Date.parse(time) >= from && Date.parse(time) <= to;
    });
    const skipped = Number(query.get('next_page_token') ?? '0');
    const end = skipped + Number(query.get('page_size'));
    query.set('next_page_token', String(end));
    const next = { rel: 'next', href: `https://api.paypal.com/elsewhere?${query.toString()}` };
    return { events: found.slice(skipped, end), links: end < found.length ? [next] : [] };
  }

  async function read(minutes: number): Promise<VerifiedWebhook[]> {
    const { port } = server.address() as AddressInfo;
    const provider = new PayPalProvider({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 60_000,
      apiUrl: `http://127.0.0.1:${port}`,
      now: () => NOW,
    });
    const from = new Date(NOW.getTime() - minutes * MINUTE_MS).toISOString();
    const all = [];
    for await (const webhook of provider.events(from)) all.push(webhook);
    return all;
  }
});

function event(number: number, agoMs: number): Listed {
  const create_time = new Date(NOW.getTime() - agoMs).toISOString();
  return { id: `WH-${number}`, event_type: 'PAYMENT.CAPTURE.COMPLETED', create_time };
}
