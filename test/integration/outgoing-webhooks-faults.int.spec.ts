import type { LookupAddress } from 'node:dns';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Resolve } from '../../apps/operations/src/outgoing-webhooks/address-guard.js';
import { certify } from '../support/certificate-authority.js';
import { eventually } from '../support/eventually.js';
import { PAID, WebhooksUnderTest } from '../support/webhooks-under-test.js';

const MEBIBYTE = Buffer.alloc(2 ** 20, 'x');

/** Longer than any test: what waits for it to end does not pass. */
const NEVER_MS = 3_600_000;

let system: WebhooksUnderTest;

afterEach(async () => {
  await system.stop();
});

describe('a receiver that misbehaves', () => {
  it('is not followed anywhere', async () => {
    const { endpointId } = await start();
    system.receiver.answer = ({ path }) =>
      path === '/hooks' ? (to) => to.writeHead(307, { location: '/elsewhere' }).end() : 204;
    await system.pay('p1');
    expect(await lastFailureOf(endpointId)).toBe('answered 307');
    expect(system.receiver.received.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('may answer without an end; the answer is not read', async () => {
    await start({ timeoutMs: NEVER_MS });
    let mebibytes = 0;
    let hasEnded = false;
    system.receiver.answer = () => (to) => {
      to.writeHead(200).on('close', () => (hasEnded = true));
      const pour = (): void => {
        while (!to.destroyed && to.write(MEBIBYTE)) mebibytes += 1;
      };
      to.on('drain', pour);
      pour();
    };
    await system.pay('p1');
    await eventually(() => new Set(ids()).size === 2 && hasEnded);
    expect(mebibytes).toBeLessThan(64);
    expect(ids()).toHaveLength(2);
  });

  it('is given up on when its answer trickles, or is none', async () => {
    const { endpointId } = await start({ timeoutMs: 200 });
    let timer: NodeJS.Timeout | undefined;
    system.receiver.answer = ({ body }) => {
      if (body.data['paymentId'] === 'upgrade') {
        return (to) =>
          to.socket?.end(
            'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
          );
      }
      return (to) => {
        to.socket?.write('HTTP/1.1 200 OK\r\n');
        timer = setInterval(() => to.socket?.write('x-more: 1\r\n'), 20);
        to.socket?.on('error', () => undefined);
        to.socket?.on('close', () => clearInterval(timer));
      };
    };
    await system.pay('trickle');
    expect(await lastFailureOf(endpointId)).toBe('no answer within 200 ms');
    await system.pay('upgrade');
    await eventually(async () =>
      (await abandoned(endpointId)).some(({ paymentId }) => paymentId === 'upgrade'),
    );
    clearInterval(timer);
  });

  it('gets a message again when it took it and dropped the connection', async () => {
    await start();
    system.receiver.answer = ({ id }) =>
      ids().filter((each) => each === id).length === 1 ? (to) => to.socket?.destroy() : 204;
    await system.pay('p1');
    await eventually(() => ids().length === 4);
    const [first, second, third, fourth] = ids();
    expect([first, third]).toEqual([second, fourth]);
    expect(first).not.toBe(third);
  });

  it('must show a certificate that a trusted authority signed', async () => {
    const { pem, privateKey } = certify({ name: '127.0.0.1' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    let requests = 0;
    const secure = createSecureServer({ cert: pem, key }, (_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/hooks`;
    const { endpointId } = await start({}, url);
    await system.pay('p1');
    expect(await lastFailureOf(endpointId)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    await new Promise((resolve) => secure.close(resolve));
    expect(requests).toBe(0);
  });
});

describe('many receivers that never answer', () => {
  // A busy machine may take an answer for one that came too late, and ask for it again.
  const good = (): Set<string> =>
    new Set(system.receiver.received.filter(({ path }) => path === '/hooks').map(({ id }) => id));

  async function silence(): Promise<void> {
    system.receiver.answer = ({ path }) => (path === '/hooks' ? 204 : null);
    for (let count = 0; count < 300; count += 1) await registerDirectly(`silent-${count}`);
  }

  async function arrived(count: number): Promise<void> {
    await eventually(() => good().size >= count);
    expect(good().size).toBe(count);
  }

  it('hold up no other that took its last message, nor the end of the process', async () => {
    await start({ timeoutMs: NEVER_MS });
    await system.pay('first');
    await arrived(2);
    await silence();
    for (let count = 0; count < 5; count += 1) await system.pay(`p${count}`);
    await arrived(12);
    // `stop` would wait for answers that never come.
    await system.stopOperations();
  });

  it('hold up one that never took a message no longer than their time to answer', async () => {
    // An id after all of theirs, so that it is the last one unless endpoints take turns.
    await start({ timeoutMs: 2_000, delaysMs: Array<number>(100).fill(30) }, '/other');
    await silence();
    await registerDirectly('z-last', '/hooks');
    for (let count = 0; count < 5; count += 1) await system.pay(`p${count}`);
    await arrived(10);
  });
});

describe('an address', () => {
  const PUBLIC = [{ address: '93.184.215.14', family: 4 }];
  const INSIDE = [{ address: '127.0.0.1', family: 4 }];

  it.each([
    ['leads inside', INSIDE],
    ['leads inside among others', [...PUBLIC, { address: '::1', family: 6 }]],
    ['leads nowhere', []],
  ])('is refused at the registration when its name %s', async (_why, addresses) => {
    const { resolve } = resolver(() => addresses);
    system = await WebhooksUnderTest.start({ privateNetworks: 'refused', resolve });
    const body = { url: 'https://shop.example/hooks' };
    const answer = await system.call('POST', '/v1/webhook-endpoints', body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toMatch(/"field":"url","message":"must have a name/);
  });

  it('is refused at each connection when its name has come to lead inside', async () => {
    let addresses: LookupAddress[] = PUBLIC;
    const { resolve } = resolver(() => addresses);
    system = await WebhooksUnderTest.start({ privateNetworks: 'refused', resolve });
    const { endpointId } = await system.register(`https://shop.example:${system.receiver.port}/`);
    addresses = INSIDE;
    let connections = 0;
    system.receiver.onConnection(() => (connections += 1));
    await system.pay('p1');
    expect(await lastFailureOf(endpointId)).toMatch(/must have a name that leads to the public/);
    expect(connections).toBe(0);
  });

  it('that was checked is the one connected to', async () => {
    // A name server that answers once: a second question for the same connection has no answer.
    const { resolve, asked } = resolver(() => (asked.length === 1 ? INSIDE : []));
    system = await WebhooksUnderTest.start({ resolve, delaysMs: [] });
    await system.register(`http://shop.localhost:${system.receiver.port}/hooks`);
    await system.pay('p1');
    await eventually(() => ids().length === 1);
    expect(asked[0]).toBe('shop.localhost');
  });
});

async function start(
  options: Parameters<typeof WebhooksUnderTest.start>[0] = {},
  target = '/hooks',
): Promise<{ endpointId: string }> {
  system = await WebhooksUnderTest.start(options);
  return system.register(target);
}

function ids(): string[] {
  return system.receiver.received.map(({ id }) => id);
}

type Abandoned = { readonly paymentId: string; readonly lastFailure: string };

async function abandoned(endpointId: string): Promise<Abandoned[]> {
  const path = `/v1/webhook-endpoints/${endpointId}/abandoned-messages`;
  return (await system.call('GET', path)).body as Abandoned[];
}

/** Of a message that was given up. */
async function lastFailureOf(endpointId: string): Promise<string | undefined> {
  await eventually(async () => (await abandoned(endpointId)).length > 0);
  return (await abandoned(endpointId))[0]?.lastFailure;
}

/** An endpoint past the bound of a client's own ones. */
async function registerDirectly(endpointId: string, path = '/silent'): Promise<void> {
  const url = system.receiver.url + path;
  const data = { endpointId, client: 'shop', url, messageTypes: PAID, registeredAt: '2026-01-01' };
  await system.store.append(
    `webhook-endpoint-${endpointId}`,
    [{ id: crypto.randomUUID(), type: 'WebhookEndpointRegistered', data, metadata: {} }],
    'no-stream',
  );
}

function resolver(addressesOf: (name: string) => LookupAddress[]): {
  readonly resolve: Resolve;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const resolve: Resolve = (name, _options, callback) => {
    asked.push(name);
    const addresses = addressesOf(name);
    const error = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    setImmediate(() => (addresses.length > 0 ? callback(null, addresses) : callback(error, [])));
  };
  return { resolve, asked };
}
