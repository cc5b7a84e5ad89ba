import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import { ProviderUnavailable } from '#provider-port';
import { PayPalProvider } from './provider.js';

const TIME = '2026-11-21T12:00:00Z';
const AMOUNT = Money.of(1000n, 'EUR');
const APPROVE = { rel: 'payer-action', href: 'https://paypal.example/approve', method: 'GET' };

const RELATED = { supplementary_data: { related_ids: { order_id: 'O1' } } };

describe('an order that PayPal does not authorise', () => {
  let server: Server;
  let issue = '';
  let status = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { method, url } = request;
      const isToken = url === '/v1/oauth2/token';
      const refuses = method === 'POST' && !isToken;
      const token = { access_token: 't', token_type: 'Bearer', expires_in: 3600 };
      const order = { ...RELATED, id: 'O1', status, create_time: TIME, links: [APPROVE] };
      const refusal = { name: 'UNPROCESSABLE_ENTITY', details: [{ issue }] };
      response.writeHead(refuses ? 422 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isToken ? token : refuses ? refusal : order));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['ORDER_NOT_APPROVED', 'APPROVED'],
    ['ORDER_ALREADY_AUTHORIZED', 'COMPLETED'],
    ['ORDER_NOT_APPROVED', 'SAVED'],
  ])('as %s is asked again while it says %s', async (refused, told) => {
    [issue, status] = [refused, told];
    await expect(authorise()).rejects.toThrow(ProviderUnavailable);
    await expect(authorise()).rejects.toMatchObject({ undecided: true });
  });

  it.each([
    ['ORDER_NOT_APPROVED', 'PAYER_ACTION_REQUIRED', 'payer-action-required'],
    ['ORDER_COMPLETED_OR_VOIDED', 'VOIDED', 'refused'],
    ['INSTRUMENT_DECLINED', 'APPROVED', 'refused'],
  ])('as %s while it says %s is %s', async (refused, told, outcome) => {
    [issue, status] = [refused, told];
    await expect(authorise()).resolves.toMatchObject({ status: outcome });
  });

  it('may be captured where our own invoice id is in use already', async () => {
    [issue, status] = ['DUPLICATE_INVOICE_ID', 'COMPLETED'];
    const hold = { paymentId: 'p1', amount: AMOUNT, reference: 'A1', promisedAt: TIME };
    const capture = provider().perform('capture', { ...hold, captureId: 'c1', final: true });
    await expect(capture).rejects.toThrow(ProviderUnavailable);
  });

  function authorise(): Promise<{ status: string }> {
    return provider().perform('authorise', {
      paymentId: 'p1',
      authorisationId: 'a1',
      amount: AMOUNT,
      token: null,
      orderReference: 'O1',
      returnUrl: 'https://shop.example/back',
      promisedAt: TIME,
    });
  }

  function provider(): PayPalProvider {
    const { port } = server.address() as AddressInfo;
    return new PayPalProvider({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 60_000,
      apiUrl: `http://127.0.0.1:${port}`,
      now: () => new Date(TIME),
    });
  }
});
