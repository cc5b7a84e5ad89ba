import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from '@paypal/paypal-server-sdk';
import { PayPalConnection } from './connection.js';
import { diagnosePayPal } from './errors.js';
import { RestSilence } from './rest.js';

describe('the connection to PayPal', () => {
  let server: Server;
  let tokens = 0;
  let revoked: ReadonlySet<string> = new Set();
  let tokenFails = false;
  let tokenPage: string | null = null;
  let nowMs = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/v1/oauth2/token') giveToken(response);
      else giveOrder(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    tokens = 0;
    revoked = new Set();
    tokenFails = false;
    tokenPage = null;
    nowMs = Date.now();
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('fetches one token for parallel first calls', async () => {
    const paypal = connection();
    await Promise.all(Array.from({ length: 5 }, () => order(paypal)));
    expect(tokens).toBe(1);
  });

  it('renews the token before PayPal refuses it', async () => {
    const paypal = connection();
    await order(paypal);
    nowMs += 3_539_000;
    await order(paypal);
    expect(tokens).toBe(1);
    nowMs += 2_000;
    await order(paypal);
    expect(tokens).toBe(2);
  });

  it('fetches a new token once when PayPal no longer accepts the old', async () => {
    const paypal = connection();
    await order(paypal);
    revoked = new Set(['Bearer token-1']);
    await Promise.all([order(paypal), order(paypal)]);
    expect(tokens).toBe(2);
  });

  it('gives up when PayPal does not accept the new one either', async () => {
    revoked = new Set(['Bearer token-1', 'Bearer token-2']);
    await expect(order(connection())).rejects.toMatchObject({ statusCode: 401 });
    expect(tokens).toBe(2);
  });

  it('recovers from a failed fetch of the token', async () => {
    const paypal = connection();
    tokenFails = true;
    await expect(order(paypal)).rejects.toThrow(ApiError);
    tokenFails = false;
    await expect(order(paypal)).resolves.toMatchObject({ id: 'O1' });
  });

  it.each([
    ['a page that says it is away', '<html>maintenance</html>'],
    ['an answer without a token', '{"token_type":"Bearer","expires_in":3600}'],
  ])('forgets %s in place of the token', async (_what, page) => {
    const paypal = connection();
    tokenPage = page;
    const failure: unknown = await paypal.get('/v2/anything').catch((error: unknown) => error);
    expect(diagnosePayPal(failure)).toMatchObject({ treatment: 'unavailable' });
    tokenPage = null;
    await expect(paypal.get('/v2/anything')).resolves.toEqual({ id: 'O1' });
    expect(tokens).toBe(2);
  });

  it('reads what the SDK does not know under the same token, and renews it too', async () => {
    const paypal = connection();
    await order(paypal);
    await expect(paypal.get('/v2/anything')).resolves.toEqual({ id: 'O1' });
    expect(tokens).toBe(1);
    revoked = new Set(['Bearer token-1']);
    await expect(paypal.get('/v2/anything')).resolves.toEqual({ id: 'O1' });
    expect(tokens).toBe(2);
  });

  it('tells an object that is not there from one that cannot be read', async () => {
    const paypal = connection();
    await expect(paypal.get('/missing')).resolves.toBeNull();
    await expect(paypal.get('/broken')).rejects.toMatchObject({ statusCode: 503 });
    await expect(paypal.get('/garbled')).rejects.toThrow(RestSilence);
  });

  function connection(): PayPalConnection {
    const { port } = server.address() as AddressInfo;
    return new PayPalConnection({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 60_000,
      apiUrl: `http://127.0.0.1:${port}/`,
      now: () => new Date(nowMs),
    });
  }

  function giveToken(response: ServerResponse): void {
    tokens += 1;
    const body = { access_token: `token-${tokens}`, token_type: 'Bearer', expires_in: 3600 };
    response.writeHead(tokenFails ? 503 : 200, { 'content-type': 'application/json' });
    response.end(tokenPage ?? JSON.stringify(tokenFails ? {} : body));
  }

  function giveOrder({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
    const status = { '/missing': 404, '/broken': 503 }[url];
    if (status !== undefined || url === '/garbled') {
      response.writeHead(status ?? 200).end('no json');
      return;
    }
    const ok = !revoked.has(headers.authorization ?? '');
    response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(ok ? { id: 'O1' } : { name: 'AUTHENTICATION_FAILURE' }));
  }
});

function order(paypal: PayPalConnection): Promise<unknown> {
  return paypal.call(({ orders }) => orders.getOrder({ id: 'O1' }));
}
