import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import { PayPalProvider } from './provider.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const TIME = '2026-11-21T12:00:00Z';
const DAY_MS = 86_400_000;
const TEN_EUROS = { currency_code: 'EUR', value: '10.00' };
const AMOUNT = Money.of(1000n, 'EUR');
const ON_HOLD = { paymentId: 'p1', amount: AMOUNT, reference: 'A1' };

const RELATED = { supplementary_data: { related_ids: { order_id: 'O1' } } };
const MADE = { status: 'COMPLETED', amount: TEN_EUROS, create_time: TIME, update_time: TIME };
const HELD = { ...MADE, ...RELATED, id: 'A1', status: 'CREATED' };
const RENEWED = { ...HELD, id: 'A2', create_time: '2026-11-21T12:00:01Z' };
const DONE = {
  authorizations: [HELD, RENEWED],
  captures: [{ ...MADE, id: 'C1', invoice_id: 'c1' }],
  refunds: [{ ...MADE, id: 'R1', invoice_id: 'r1' }],
};

/** What a call makes a second time. */
function made(url: string): object {
  return { ...MADE, id: 'X1', ...(url.endsWith('/reauthorize') && { status: 'CREATED' }) };
}

type Dated = { readonly promisedAt: string };
type Call = (provider: PayPalProvider, promise: Dated) => Promise<{ status: string }>;

const CALLS: Readonly<Record<string, Call>> = {
  capture: (provider, promise) =>
    provider.perform('capture', { ...ON_HOLD, captureId: 'c1', final: true, ...promise }),
  refund: (provider, promise) => {
    const refund = { refundId: 'r1', captureId: 'c1', reference: 'C1' };
    return provider.perform('refund', { paymentId: 'p1', amount: AMOUNT, ...refund, ...promise });
  },
  reauthorise: (provider, promise) =>
    provider.perform('reauthorise', { ...ON_HOLD, reauthorisationId: 'n1', ...promise }),
  void: (provider, promise) => provider.perform('void', { ...ON_HOLD, voidId: 'v1', ...promise }),
};

describe('a promise that PayPal may have forgotten', () => {
  let server: Server;
  let done = true;
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { method = '', url = '' } = request;
      response.writeHead(200, { 'content-type': 'application/json' });
      if (url === '/v1/oauth2/token') {
        response.end(JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }));
        return;
      }
      asked.push(method);
      response.end(JSON.stringify(method === 'POST' ? made(url) : shown(url)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
    done = true;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  describe.each(Object.entries(CALLS))('to %s', (_operation, call) => {
    it('is sent at once while PayPal knows its id', async () => {
      await call(provider(), daysAgo(43));
      expect(asked).toEqual(['POST']);
    });

    it('is looked for first after that, and not sent when it was kept', async () => {
      const { status } = await call(provider(), daysAgo(44.1));
      expect(status).not.toBe('refused');
      expect(asked).not.toContain('POST');
      expect(asked.length).toBeGreaterThan(0);
    });

    it('is sent when nothing was found', async () => {
      done = false;
      const { status } = await call(provider(), daysAgo(60));
      expect(status).not.toBe('refused');
      expect(asked[0]).toBe('GET');
      expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
    });
  });

  function shown(url: string): object {
    if (url.startsWith('/v2/checkout/orders/')) {
      return { id: 'O1', purchase_units: done ? [{ payments: DONE }] : [] };
    }
    if (url.startsWith('/v2/payments/captures/')) return { ...MADE, ...RELATED, id: 'C1' };
    // Only a void shows on the authorisation itself.
    const voided = done && url.startsWith('/v2/payments/authorizations/');
    return voided ? { ...HELD, status: 'VOIDED' } : HELD;
  }

  function provider(): PayPalProvider {
    const { port } = server.address() as AddressInfo;
    return new PayPalProvider({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 60_000,
      apiUrl: `http://127.0.0.1:${port}`,
      now: () => NOW,
    });
  }
});

function daysAgo(days: number): Dated {
  return { promisedAt: new Date(NOW.getTime() - days * DAY_MS).toISOString() };
}
