import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProviderUnavailable, WebhookRejected } from '#provider-port';
import { PayPalPostbackVerifier } from './postback-verifier.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const HEADERS = {
  'paypal-transmission-id': 't1',
  'paypal-transmission-time': '2026-11-21T11:59:00Z',
  'paypal-transmission-sig': 'c2ln',
  'paypal-cert-url': 'https://api.paypal.com/v1/notifications/certs/CERT-1',
  'paypal-auth-algo': 'SHA256withRSA',
};
/** Spaces, an escape and a number that no JSON writer would write again like this. */
const TEXT = '{"id": "WH-1",  "event_type":"A.B", "resource":{"a":"\\u00e9","b":1.50}}';

describe('asking PayPal whether a webhook is its own', () => {
  let server: Server;
  let answer: { status: number; body: object } = { status: 200, body: {} };
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const isToken = request.url === '/v1/oauth2/token';
        if (!isToken) asked.push(`${request.url ?? ''} ${Buffer.concat(chunks).toString()}`);
        const token = { access_token: 't', token_type: 'Bearer', expires_in: 3600 };
        const { status, body } = isToken ? { status: 200, body: token } : answer;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: { verification_status: 'SUCCESS' } };
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('sends the delivery on byte by byte', async () => {
    const verified = await verify(TEXT);
    expect(verified).toMatchObject({ eventId: 'WH-1', type: 'A.B', facts: [] });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^\/v1\/notifications\/verify-webhook-signature /);
    expect(asked[0]).toContain(`"webhook_event":${TEXT}}`);
    expect(asked[0]).toContain('"webhook_id":"WH-OURS"');
  });

  it('rejects what PayPal does not know', async () => {
    answer = { status: 200, body: { verification_status: 'FAILURE' } };
    await expect(verify(TEXT)).rejects.toThrow(WebhookRejected);
  });

  it('neither believes nor rejects while PayPal does not answer', async () => {
    answer = { status: 503, body: {} };
    await expect(verify(TEXT)).rejects.toThrow(ProviderUnavailable);
  });

  it.each(['{"id":"WH-1"},"webhook_id":"theirs","x":{', 'no json', '[]', '{"id":"WH-1"}'])(
    'does not ask PayPal about the body %s',
    async (body) => {
      await expect(verify(body)).rejects.toThrow(WebhookRejected);
      expect(asked).toEqual([]);
    },
  );

  it('does not ask PayPal about what is too old or lacks a header', async () => {
    const later = new Date(NOW.getTime() + 4 * 86_400_000);
    await expect(verify(TEXT, HEADERS, later)).rejects.toThrow('not of the last three days');
    const unsigned = { ...HEADERS, 'paypal-transmission-sig': undefined };
    await expect(verify(TEXT, unsigned)).rejects.toThrow('paypal-transmission-sig');
    expect(asked).toEqual([]);
  });

  function verify(
    body: string,
    headers: Readonly<Record<string, string | undefined>> = HEADERS,
    now = NOW,
  ) {
    const { port } = server.address() as AddressInfo;
    const verifier = new PayPalPostbackVerifier({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 60_000,
      apiUrl: `http://127.0.0.1:${port}`,
      webhookId: 'WH-OURS',
    });
    return verifier.verify(headers, Buffer.from(body), now);
  }
});
