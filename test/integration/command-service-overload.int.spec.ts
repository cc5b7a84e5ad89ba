import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const SENDERS = 1_200;

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

describe('more commands at once than there is processor for', () => {
  it('are all done when their senders wait', async () => {
    const senders = await connected();
    const answers = senders.map((socket) => once(socket, 'data'));
    sendAll(senders);
    const heads = await Promise.all(answers);
    expect(heads.every(([head]) => String(head).startsWith('HTTP/1.1 201'))).toBe(true);
    expect(initiated()).toBe(SENDERS);
    hangUp(senders);
  });

  it('are not begun when their senders hung up before their turn', async () => {
    const senders = await connected();
    sendAll(senders);
    while (initiated() === 0) await nextTurn();
    expect(await waiting()).toBeGreaterThan(0);
    hangUp(senders);
    expect((await service.get('/health/live')).status).toBe(200);
    const begun = initiated();
    expect(await waiting()).toBe(0);
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(SENDERS);
    // A command that is asked for again is taken as the first time.
    const again = await service.post('/v1/payments', payment(), {
      'idempotency-key': keyOf(SENDERS - 1),
    });
    expect(again.status).toBe(201);
    await eventually(() => initiated() === begun + 1);
  });
});

/** Each has been answered once already: the system takes one new connection a turn. */
async function connected(): Promise<Socket[]> {
  const { hostname, port } = new URL(service.url);
  const sockets = Array.from({ length: SENDERS }, () => connect(Number(port), hostname));
  for (const socket of sockets) {
    socket.write('GET /health/live HTTP/1.1\r\nhost: ledger\r\n\r\n');
  }
  await Promise.all(sockets.map((socket) => once(socket, 'data')));
  return sockets;
}

function sendAll(senders: readonly Socket[]): void {
  const body = JSON.stringify(payment());
  for (const [index, socket] of senders.entries()) {
    const head = [
      'POST /v1/payments HTTP/1.1',
      'host: ledger',
      'authorization: Bearer shop-key',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `idempotency-key: ${keyOf(index)}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
}

function keyOf(index: number): string {
  return `overload-${index}`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function hangUp(senders: readonly Socket[]): void {
  for (const socket of senders) socket.destroy();
}

/** As operators are told. */
async function waiting(): Promise<number> {
  const headers = { authorization: 'Bearer operator-key' };
  const text = await (await fetch(`${service.url}/metrics`, { headers })).text();
  return Number(/^http_requests_waiting (\d+)$/m.exec(text)?.[1]);
}

function initiated(): number {
  return service.store.events.filter(({ type }) => type === 'PaymentInitiated').length;
}
