import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(() => service.stop());

describe('a request without a valid key', () => {
  it('is answered before its body comes, and not waited for', async () => {
    for (const key of ['', 'authorization: Bearer nope']) {
      const socket = sendHead(key);
      const gone = closed(socket);
      expect(await firstLine(socket)).toContain('401');
      await gone;
    }
  });

  it('is refused before its length and its media type are looked at', async () => {
    const headers = { authorization: 'Bearer nope', 'content-type': 'text/plain' };
    const large = await service.post('/v1/payments', 'x'.repeat(100_000), headers);
    expect(large).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('meets a limit that no right key meets', async () => {
    const tries: { status: number; retryAfter: string | null }[] = [];
    for (let index = 0; index < 120; index += 1) {
      const headers = { authorization: `Bearer wrong-${index}`, connection: 'close' };
      const response = await fetch(`${service.url}/v1/attention`, { headers });
      await response.text();
      tries.push({ status: response.status, retryAfter: response.headers.get('retry-after') });
    }
    expect(tries[0]).toEqual({ status: 401, retryAfter: null });
    expect(tries.at(-1)?.status).toBe(429);
    expect(Number(tries.at(-1)?.retryAfter)).toBeGreaterThan(0);
    expect((await service.post('/v1/payments', payment())).status).toBe(201);
    expect(await metrics()).toContain(
      'http_unauthenticated_requests_total{route="/v1/attention"} 120\n',
    );
  });

  it('needs none where everybody may ask', async () => {
    expect((await service.get('/health/live', 'nope')).status).toBe(200);
    const delivery = await service.post(
      '/v1/webhooks/stripe',
      {},
      { authorization: 'Bearer nope' },
    );
    expect(delivery.body['code']).toBe('webhook-rejected');
    expect(await metrics()).toContain('assay_webhooks_refused_total{provider="stripe"} 1\n');
  });
});

describe('a service that stops', () => {
  it('does not wait for bodies that are still coming', async () => {
    const socket = sendHead('authorization: Bearer shop-key\r\nexpect: 100-continue');
    expect(await firstLine(socket)).toContain('100 Continue');
    socket.write('{"orderId":');
    const gone = closed(socket);
    await service.stop();
    await gone;
    await service.start();
  });
});

async function metrics(): Promise<string> {
  const headers = { authorization: 'Bearer operator-key', connection: 'close' };
  return (await fetch(`${service.url}/metrics`, { headers })).text();
}

/** The head of a command whose body does not come. */
function sendHead(key: string): Socket {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  const head = ['POST /v1/payments HTTP/1.1', 'host: ledger', 'content-type: application/json'];
  const more = ['content-length: 500', 'idempotency-key: k', ...(key === '' ? [] : [key])];
  socket.write(`${[...head, ...more].join('\r\n')}\r\n\r\n`);
  return socket;
}

/** Cut off or ended. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function firstLine(socket: Socket): Promise<string> {
  const [data] = (await once(socket, 'data')) as [Buffer];
  return String(data).split('\r\n')[0] ?? '';
}
