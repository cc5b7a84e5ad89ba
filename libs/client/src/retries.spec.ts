import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient, type ApiClientOptions, type Call } from './api-client.js';
import { fetchTransport } from './fetch-transport.js';
import { NoAnswer } from './no-answer.js';
import { nodeTransport } from './node-transport.js';
import {
  ApiProblem,
  isLedgerError,
  OutcomeUnknown,
  ServiceAway,
  type LedgerError,
} from './problems.js';
import { withRetries } from './retries.js';
import { Patience } from './transport.js';

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const COMMAND: Call = { method: 'POST', path: '/v1/payments', body: {}, idempotencyKey: 'k' };
const READ: Call = { method: 'GET', path: '/v1/payments' };

describe.each([
  ['fetch', fetchTransport()],
  ['node:http', nodeTransport({ connectionsMax: 2 })],
])('repeats over %s', (_name, transport) => {
  let server: Server;
  let seen: IncomingMessage[];
  let handle: Handler;

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(request);
      handle(request, response, seen.length);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('a command under one key whose connection is cut, until it is answered', async () => {
    handle = (request, response, count) => {
      if (count < 3) request.socket.destroy();
      else response.end('{"status":"authorised"}');
    };
    expect(await client().send(COMMAND)).toEqual({ status: 'authorised' });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['k', 'k', 'k']);
  });

  it('what hung, and what broke off in the middle of its answer', async () => {
    handle = (_request, response, count) => {
      if (count === 1) return;
      if (count === 3) response.end('{}');
      else {
        response.writeHead(200, { 'content-length': '100' }).write('{"sta');
        setTimeout(() => response.destroy(), 20);
      }
    };
    expect(await client({ timeoutMs: 300, totalMs: 60_000 }).send(COMMAND)).toEqual({});
    expect(seen).toHaveLength(3);
  });

  it('not before the service asks for it', async () => {
    const times: number[] = [];
    handle = (_request, response, count) => {
      times.push(performance.now());
      if (count === 1) response.writeHead(503, { 'retry-after': '1' });
      response.end('{"code":"unavailable"}');
    };
    await client().send(READ);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990);
  });

  it('nothing when the service asks for more time than there is', async () => {
    handle = (_request, response) => {
      response.writeHead(429, { 'retry-after': '3600', 'request-id': 'r-1' });
      response.end('{"code":"too-many-wrong-keys"}');
    };
    const error = await client().send(COMMAND).catch(thrown);
    expect(error).toMatchObject({
      kind: 'rate-limited',
      code: 'too-many-wrong-keys',
      retryAfterMs: 3_600_000,
      requestId: 'r-1',
    });
    expect(seen).toHaveLength(1);
  });

  it.each([400, 401, 404, 409, 422, 501])('nothing that was refused with %d', async (status) => {
    handle = (_request, response) => response.writeHead(status).end('{"code":"conflict"}');
    await expect(client().send(COMMAND)).rejects.toThrow(ApiProblem);
    expect(seen).toHaveLength(1);
  });

  it('no longer than its time, and then gives the key to go on with', async () => {
    // Never ends, and is never silent for long.
    handle = (_request, response) => {
      const trickle = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(trickle));
    };
    const call = client({ timeoutMs: 30_000, totalMs: 900 }).send(COMMAND);
    const error = await call.catch(thrown);
    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect(error).toMatchObject({ kind: 'outcome-unknown', idempotencyKey: 'k' });
    expect(seen).toHaveLength(1);
  });

  it('a command of unknown outcome, which no later refusal of the edge makes known', async () => {
    handle = (request, response, count) => {
      if (count === 1) request.socket.destroy();
      else response.writeHead(401).end('{"code":"unauthenticated"}');
    };
    const error = await client().send(COMMAND).catch(thrown);
    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect((error as OutcomeUnknown).cause).toMatchObject({ code: 'unauthenticated' });
    expect(seen).toHaveLength(2);
  });

  it('a read, and says that the service is away rather than that something is unknown', async () => {
    handle = (request) => request.socket.destroy();
    await expect(client().send(READ)).rejects.toThrow(ServiceAway);
    expect(seen).toHaveLength(3);
  });

  it('a command that was never sent, whose outcome is therefore known', async () => {
    const unreached = client();
    await new Promise((resolve) => server.close(resolve));
    await expect(unreached.send(COMMAND)).rejects.toThrow(ServiceAway);
    expect(seen).toHaveLength(0);
  });

  it('nothing once the caller has given up', async () => {
    const giveUp = new AbortController();
    handle = () => giveUp.abort(new RangeError('the shop closed'));
    const call = client().send({ ...COMMAND, signal: giveUp.signal });
    await expect(call).rejects.toThrow('the shop closed');
    expect(seen).toHaveLength(1);
  });

  it('over connections that are kept', async () => {
    handle = (_request, response) => response.end('{}');
    for (let n = 0; n < 4; n += 1) await client().send(READ);
    expect(new Set(seen.map(({ socket }) => socket.remotePort)).size).toBeLessThan(4);
  });

  it('nothing that leads elsewhere: the key goes to no other host', async () => {
    handle = (_request, response) => response.writeHead(307, { location: '/other' }).end();
    await expect(client().send(COMMAND)).rejects.toMatchObject({ code: 'unrecognised' });
    expect(seen).toHaveLength(1);
  });

  function client(options: Partial<ApiClientOptions> = {}): ApiClient {
    const { port } = server.address() as AddressInfo;
    return new ApiClient({
      url: `http://127.0.0.1:${port}`,
      transport,
      attemptsMax: 3,
      ...options,
    });
  }
});

describe('the time for all attempts', () => {
  it('says what is known when it ends a pause', async () => {
    const over = new AbortController();
    const { signal } = over;
    const asked = { attemptsMax: 3, totalMs: 60_000, idempotencyKey: 'k', origin: 'http://a' };
    const call = withRetries({ ...asked, changes: true, signal }, () => {
      over.abort(new NoAnswer('ETIMEDOUT', 'over'));
      return Promise.reject(new NoAnswer('ECONNRESET', 'cut off'));
    });
    await expect(call).rejects.toThrow(OutcomeUnknown);
  });

  it('may be without end', async () => {
    const patience = new Patience(Infinity);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(patience.signal.aborted).toBe(false);
    patience.end();
  });
});

describe('errors', () => {
  it.each([
    [new ApiProblem(401, { code: 'unauthenticated' }), 'check the key'],
    [new ApiProblem(429, { code: 'too-many-wrong-keys' }, { retryAfterMs: 5 }), 'wait 5'],
    [new ApiProblem(409, { code: 'conflict' }), 'read again'],
    [new ApiProblem(422, { code: 'currency-mismatch' }), 'mend currency-mismatch'],
    [new ApiProblem(503, { code: 'unavailable' }), 'later'],
    [new ServiceAway('http://a', new Error('x')), 'later'],
  ])('%# are told apart by their kind', (error, advice) => {
    expect(adviceFor(error)).toBe(advice);
    expect(isLedgerError(error)).toBe(true);
    expect(isLedgerError(new Error('x'))).toBe(false);
  });

  it('keeps a code that it does not know in the body', () => {
    const problem = new ApiProblem(422, { code: 'moon-full', title: 'The moon is full.' });
    expect(problem).toMatchObject({ code: 'unrecognised', body: { code: 'moon-full' } });
    expect(problem.title).toBe('The moon is full.');
  });
});

/** Compiles only while every kind has its case. */
function adviceFor(error: LedgerError): string {
  switch (error.kind) {
    case 'unauthorised':
      return 'check the key';
    case 'rate-limited':
      return `wait ${error.retryAfterMs}`;
    case 'conflict':
      return 'read again';
    case 'refused':
      return `mend ${error.code}`;
    case 'unavailable':
    case 'away':
      return 'later';
    case 'outcome-unknown':
      return `send again under ${error.idempotencyKey}`;
  }
}

function thrown(error: unknown): unknown {
  return error;
}
