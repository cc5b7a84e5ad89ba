import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import { ProviderUnavailable } from '#provider-port';
import { PayPalProvider } from './provider.js';

const TIME = '2026-11-21T12:00:00Z';
const AMOUNT = Money.of(1000n, 'EUR');
const ON_HOLD = { paymentId: 'p1', amount: AMOUNT, reference: 'A1', promisedAt: TIME };
const MADE = { id: 'X1', create_time: TIME, update_time: TIME };

type Call = (provider: PayPalProvider) => Promise<{ status: string }>;

const CALLS: Readonly<Record<string, Call>> = {
  authorise: (provider) =>
    provider.perform('authorise', {
      paymentId: 'p1',
      authorisationId: 'a1',
      amount: AMOUNT,
      token: null,
      orderReference: 'O1',
      returnUrl: 'https://shop.example/back',
      promisedAt: TIME,
    }),
  capture: (provider) => provider.perform('capture', { ...ON_HOLD, captureId: 'c1', final: true }),
  refund: (provider) =>
    provider.perform('refund', { ...ON_HOLD, refundId: 'r1', captureId: 'c1', reference: 'C1' }),
  reauthorise: (provider) =>
    provider.perform('reauthorise', { ...ON_HOLD, reauthorisationId: 'n1' }),
};

describe('what PayPal answers', () => {
  let server: Server;
  let status: string | undefined;
  let breakdown: object = {};

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { url = '' } = request;
      response.writeHead(200, { 'content-type': 'application/json' });
      const token = { access_token: 't', token_type: 'Bearer', expires_in: 3600 };
      const made = { ...MADE, ...(status !== undefined && { status }), ...breakdown };
      const order = { id: 'O1', purchase_units: [{ payments: { authorizations: [made] } }] };
      const answer = url.includes('/checkout/orders/') ? order : made;
      response.end(JSON.stringify(url === '/v1/oauth2/token' ? token : answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it.each(
    Object.keys(CALLS).flatMap((operation) => [
      [operation, 'without a status', undefined],
      [operation, 'with a status of later days', 'UNDER_CONSIDERATION'],
    ]),
  )('to %s %s is no outcome', async (operation, _what, told) => {
    status = told;
    await expect(CALLS[operation]?.(provider())).rejects.toThrow(ProviderUnavailable);
  });

  it.each([
    ['authorise', 'CREATED', 'authorised'],
    ['capture', 'COMPLETED', 'captured'],
    ['capture', 'PARTIALLY_REFUNDED', 'captured'],
    ['refund', 'COMPLETED', 'refunded'],
    ['reauthorise', 'CREATED', 'reauthorised'],
  ])('to %s as %s is %s', async (operation, told, outcome) => {
    status = told;
    await expect(CALLS[operation]?.(provider())).resolves.toMatchObject({ status: outcome });
  });

  it.each(['0.35 TWD', '0.10 ZZZ', 'much EUR'])(
    'to capture with a fee of %s is captured, with a fee that is not known',
    async (fee) => {
      const [value, currency_code] = fee.split(' ');
      const net = { currency_code: 'EUR', value: '10.00' };
      status = 'COMPLETED';
      breakdown = {
        seller_receivable_breakdown: { gross_amount: net, paypal_fee: { currency_code, value } },
      };
      const captured = { status: 'captured', reference: 'X1', fee: null };
      await expect(CALLS['capture']?.(provider())).resolves.toMatchObject(captured);
    },
  );

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
