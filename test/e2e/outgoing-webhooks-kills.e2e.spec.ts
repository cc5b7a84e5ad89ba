import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { idOf, type NewEvent } from '#event-store';
import { messageTypeOf } from '#outgoing-webhooks';
import { PAYMENT_STREAM_PREFIX, paymentStream, upcast, type PaymentEvent } from '#payments';
import { hashKey } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { AppProcess } from '../support/processes.js';
import {
  authorised,
  authorisationRequested,
  captured,
  captureRequested,
  initiated,
  refunded,
  refundRequested,
} from '../support/payment-events.js';
import { WebhookReceiver, type Message, type Reaction } from '../support/webhook-receiver.js';

/**
 * Operations is killed as by kill -9 while it delivers, many times, and started again. The receiver
 * holds every message against what the store says: all of them, in order, under stable ids.
 */
const KILLS = Number(process.env['WEBHOOK_KILLS'] ?? 12);
const SEED = Number(process.env['WEBHOOK_SEED'] ?? 20261121);

const PATHS = ['/steady', '/shaky'] as const;
/** Of the messages to the shaky receiver, each at most once: the first retry is 5 seconds later. */
const SHAKY_SHARE = 0.04;

const random = randomOf(SEED);

let folder: string;
let store: EmbeddedEventStore;
let door: EventStoreDoor;
let receiver: WebhookReceiver;
let operations: AppProcess;
let url: string;
let secrets: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-webhook-kills-'));
  store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  receiver = await WebhookReceiver.start();
  url = `http://127.0.0.1:${await freePort()}`;
  await startOperations();
  secrets = Object.fromEntries(
    await Promise.all(PATHS.map(async (path) => [path, await register(path)] as const)),
  );
});

afterAll(async () => {
  await operations.stop('SIGKILL');
  await receiver.stop();
  await door.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it(`tells everything in order through ${KILLS} kills (seed ${SEED})`, async () => {
  const receipts = new Receipts();
  const shop = new Shop();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const afterMessages = 1 + Math.floor(random() * 15);
    const killed = killAfter(afterMessages, receipts);
    await shop.trade(40);
    await killed;
    await operations.untilEnded();
    expect(operations.killedBy).toBe('SIGKILL');
    receiver.answer = (message) => receipts.take(message);
    await startOperations();
  }
  await shop.trade(40);
  const expected = await expectedMessages();
  const all = expected.size * PATHS.length;
  await until(
    () => receipts.takenCount === all,
    () => `${receipts.takenCount} of ${all} arrived`,
  );
  expect(receipts.troubles).toEqual([]);
  for (const path of PATHS) expect(receipts.firstIds(path)).toEqual(inOrder(expected));
  process.stdout.write(
    `${KILLS} kills, ${all} messages, ${receiver.received.length - all} repeats, seed ${SEED}\n`,
  );
});

it('lists an attempt that a kill cut off as unknown, and the message arrives again', async () => {
  let killed: Promise<void> | undefined;
  receiver.answer = ({ path }) => {
    if (path !== '/steady' || killed) return path === '/steady' ? null : 204;
    killed = operations.stop('SIGKILL');
    return null;
  };
  const before = receiver.received.length;
  await new Shop('cut').trade(5);
  while (!killed) await sleep(20);
  await killed;
  await operations.untilEnded();
  const { id } = receiver.received.slice(before).find(({ path }) => path === '/steady') as Message;
  receiver.answer = () => 204;
  await startOperations();
  const outcomes = async (): Promise<string[]> => {
    const headers = { authorization: 'Bearer shop', connection: 'close' };
    const listed = await fetch(`${url}/v1/webhook-messages/${id}/deliveries`, { headers });
    const { items } = (await listed.json()) as { items: { outcome: string; url: string }[] };
    return items.filter((item) => item.url.endsWith('/steady')).map(({ outcome }) => outcome);
  };
  while ((await outcomes())[0] !== 'arrived') await sleep(100);
  expect(await outcomes()).toEqual(['arrived', 'unknown']);
});

/** Kills when so many messages more have come, half of the time before the last has its answer. */
function killAfter(count: number, receipts: Receipts): Promise<void> {
  const answersFirst = random() < 0.5;
  let left = count;
  return new Promise((resolve) => {
    receiver.answer = (message) => {
      left -= 1;
      if (left > 0) return receipts.take(message);
      if (left < 0) return null; // It is dead; this only came in just before.
      const reaction = answersFirst ? receipts.take(message) : null;
      return (response) => {
        if (typeof reaction === 'number') response.writeHead(reaction).end();
        void operations.stop('SIGKILL').then(resolve);
      };
    };
  });
}

/** What the receiver has taken, and whether it could have been so. */
class Receipts {
  readonly troubles: string[] = [];
  readonly #texts = new Map<string, string>();
  /** Ids in the order in which they first came, for each path and payment. */
  readonly #lanes = new Map<string, string[]>();
  readonly #taken = new Set<string>();
  readonly #seen = new Set<string>();

  get takenCount(): number {
    return this.#taken.size;
  }

  take(message: Message): Reaction {
    const { path, id, headers, text, body } = message;
    new Webhook(secrets[path] ?? '').verify(text, headers);
    if ((this.#texts.get(id) ?? text) !== text) this.troubles.push(`${id} came with another body`);
    this.#texts.set(id, text);
    const key = `${path} ${id}`;
    const refusal = this.#refusalOf(path, key);
    if (refusal) return refusal;
    this.#note(id, `${path} ${String(body.data['paymentId'])}`);
    this.#taken.add(key);
    return 204;
  }

  #refusalOf(path: string, key: string): Reaction {
    const isRefused = path === '/shaky' && !this.#seen.has(key) && random() < SHAKY_SHARE;
    this.#seen.add(key);
    if (!isRefused) return null;
    return random() < 0.5 ? 500 : (response) => response.socket?.destroy();
  }

  #note(id: string, payment: string): void {
    const lane = this.#lanes.get(payment) ?? [];
    this.#lanes.set(payment, lane);
    if (!lane.includes(id)) lane.push(id);
    // A repeat is of the last message: those before it were settled when it was first sent.
    else if (lane.at(-1) !== id) this.troubles.push(`${id} came again after a later message`);
  }

  /** By payment, what came to a path and in which order. */
  firstIds(path: string): Map<string, string[]> {
    const own = [...this.#lanes].filter(([key]) => key.startsWith(`${path} `));
    return new Map(own.map(([key, ids]) => [key.slice(path.length + 1), ids] as const).sort());
  }
}

type OpenPayment = { readonly id: string; readonly left: PaymentEvent[]; revision: bigint };

/** Payments in all stages, some of which go on at each turn. */
class Shop {
  readonly #open: OpenPayment[] = [];
  #count = 0;

  constructor(private readonly name = 'webhook-kills') {}

  async trade(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      if (this.#open.length < 8) this.#begin();
      const index = Math.floor(random() * this.#open.length);
      const payment = this.#open[index];
      const events = payment?.left.splice(0, 1 + Math.floor(random() * 3)) ?? [];
      if (!payment || events.length === 0) continue;
      await this.#append(payment, events);
      if (payment.left.length === 0) this.#open.splice(index, 1);
      if (random() < 0.2) await sleep(random() * 20);
    }
  }

  #begin(): void {
    this.#count += 1;
    const id = idOf(this.name, String(SEED), String(this.#count));
    const left = [initiated(), authorisationRequested(), authorised()] as PaymentEvent[];
    for (const part of ['c1', 'c2', 'c3']) {
      left.push(captureRequested(part, '3.00', false), captured(part, '3.00', false));
      left.push(refundRequested(`r-${part}`, '1.00', part), refunded(`r-${part}`, '1.00', part));
    }
    this.#open.push({ id, left, revision: -1n });
  }

  async #append(payment: OpenPayment, events: readonly PaymentEvent[]): Promise<void> {
    const { id, revision } = payment;
    const stored = events.map(({ type, data }, index): NewEvent => {
      const plain = JSON.parse(JSON.stringify({ ...data, paymentId: id })) as NewEvent['data'];

      return {
        id: idOf(id, String(revision), String(index)),
        type,
        data: plain,
        metadata: { client: 'shop' },
      };
    });
    const expected = revision === -1n ? 'no-stream' : revision;
    payment.revision = (await store.append(paymentStream(id), stored, expected)).revision;
  }
}

/** What the store says, by payment: ids of messages in order. */
async function expectedMessages(): Promise<Map<string, string>> {
  const expected = new Map<string, string>();
  for await (const { stream, type, data, id } of store.readAll()) {
    if (!stream.startsWith(PAYMENT_STREAM_PREFIX)) continue;
    if (messageTypeOf(upcast(type, data)) === null) continue;
    expected.set(`msg_${id.replaceAll('-', '')}`, stream.slice(PAYMENT_STREAM_PREFIX.length));
  }
  return expected;
}

function inOrder(expected: ReadonlyMap<string, string>): Map<string, string[]> {
  const lanes = new Map<string, string[]>();
  for (const [id, payment] of expected) lanes.set(payment, [...(lanes.get(payment) ?? []), id]);
  return new Map([...lanes].sort());
}

async function startOperations(): Promise<void> {
  operations = AppProcess.start('operations', {
    PORT: new URL(url).port,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    EVENTSTORE_URL: `esdb://127.0.0.1:${door.port}?tls=false`,
    WEBHOOK_PRIVATE_NETWORKS: 'allowed',
    API_KEYS: `shop:service:${hashKey('shop')}`,
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_API_URL: 'http://127.0.0.1:1',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
    PAYPAL_API_URL: 'http://127.0.0.1:1',
    TRAINER_COMMAND: 'true',
    JUDGE_COMMAND: 'true',
  });
  await operations.untilReady(url);
}

async function register(path: string): Promise<string> {
  const response = await fetch(`${url}/v1/webhook-endpoints`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer shop',
      connection: 'close',
      'content-type': 'application/json',
      'idempotency-key': path,
    },
    body: JSON.stringify({ url: receiver.url + path }),
  });
  return ((await response.json()) as { secret: string }).secret;
}

async function until(holds: () => boolean, state: () => string): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (holds()) return;
    await sleep(100);
  }
  throw new Error(`it never came true: ${state()}\n${operations.output}`);
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
