import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from './api-client.js';
import { ApiProblem, OutcomeUnknown } from './problems.js';

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

describe('calling a service', () => {
  let server: Server;
  let seen: IncomingMessage[];
  let handle: Handler;
  let client: ApiClient;

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(request);
      handle(request, response, seen.length);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new ApiClient({ url: `http://127.0.0.1:${port}`, key: 'k-1', attemptsMax: 3 });
  });

  afterEach(async () => {
    client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('sends the key and gives the JSON of the answer', async () => {
    handle = (_request, response) => response.end('{"status":"captured"}');
    expect(await client.send({ method: 'GET', path: '/v1/payments/p-1' })).toEqual({
      status: 'captured',
    });
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/v1/payments/p-1' });
    expect(seen[0]?.headers.authorization).toBe('Bearer k-1');
  });

  it('repeats a command under the same key while the service is busy', async () => {
    handle = (_request, response, count) => {
      response.statusCode = count < 3 ? 503 : 201;
      response.end('{"code":"unavailable"}');
    };
    await client.send({ method: 'POST', path: '/v1/payments', body: {}, idempotencyKey: 'a' });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['a', 'a', 'a']);
  });

  it('repeats a command whose connection was reset', async () => {
    handle = (request, response, count) => {
      if (count === 1) request.socket.resetAndDestroy();
      else response.end('{}');
    };
    await client.send({ method: 'POST', path: '/v1/payments', body: {}, idempotencyKey: 'a' });
    expect(seen).toHaveLength(2);
  });

  it('never repeats a command without a key', async () => {
    handle = (request) => request.socket.resetAndDestroy();
    const sent = client.send({ method: 'POST', path: '/v1/jobs', body: {} });
    await expect(sent).rejects.toThrow(OutcomeUnknown);
    expect(seen).toHaveLength(1);
  });

  it('throws a refusal with its code and fields, once', async () => {
    handle = (_request, response) => {
      response.statusCode = 400;
      response.end('{"code":"request-invalid","errors":[{"field":"amount","message":"missing"}]}');
    };
    const error: unknown = await client
      .send({ method: 'POST', path: '/v1/payments', body: {}, idempotencyKey: 'a' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      status: 400,
      code: 'request-invalid',
      message: 'request-invalid: amount: missing',
    });
    expect(seen).toHaveLength(1);
  });

  it('names the address where no service answers', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(client.send({ method: 'GET', path: '/' })).rejects.toThrow(
      `no service answers at http://127.0.0.1:${port} (ECONNREFUSED)`,
    );
  });
});
