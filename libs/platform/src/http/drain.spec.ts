import { once } from 'node:events';
import { createServer, request, Agent, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { drainOnClose } from './drain.js';

let server: Server;
let asked: Promise<ServerResponse>;
let closing: () => void;
const agent = new Agent({ keepAlive: true });

afterEach(() => {
  server.closeAllConnections();
});

afterAll(() => {
  agent.destroy();
});

it('ends a connection that was being answered when the server closed', async () => {
  await listen();
  const answered = ask();
  const response = await asked;
  const closed = close();
  response.end('done');
  expect(await answered).toBe(200);
  await closed;
});

it('waits for an answer that takes a moment', async () => {
  await listen();
  const answered = ask();
  const response = await asked;
  const closed = close();
  setTimeout(() => response.end('done'), 150);
  expect(await answered).toBe(200);
  await closed;
});

it('ends a connection over which nothing was ever asked', async () => {
  await listen();
  const silent = connect(port(), '127.0.0.1');
  await once(silent, 'connect');
  const gone = once(silent, 'close');
  silent.resume();
  await close();
  await gone;
});

it('cuts off what is not answered in time', async () => {
  await listen(200);
  const answered = ask();
  await asked;
  const closed = close();
  await expect(answered).rejects.toThrow('socket hang up');
  await closed;
});

async function listen(cutOffAfterMs = 60_000): Promise<void> {
  server = createServer();
  server.keepAliveTimeout = 60_000;
  closing = drainOnClose(server, { cutOffAfterMs });
  asked = new Promise((resolve) => {
    server.once('request', (_request, response) => resolve(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

function close(): Promise<unknown> {
  const closed = once(server, 'close');
  closing();
  server.close();
  return closed;
}

function ask(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: port(), agent }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}

function port(): number {
  return (server.address() as AddressInfo).port;
}
