import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { idOf, type Json } from '#event-store';
import { isPaymentEventType, type PaymentEvent } from '#payments';
import { silentLogger } from '#platform';
import { paymentResponse } from '../../apps/command-service/src/http/payment.response.js';
import { Declines } from '../../apps/command-service/src/payment/declines.js';
import { EventCounts } from '../../apps/command-service/src/payment/event-counts.js';
import { PaymentStreams } from '../../apps/command-service/src/payment/payment-streams.js';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { AUTHORISED, captured, initiated } from '../support/payment-events.js';
import { paymentHistory } from '../support/payment-histories.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

const FOLDER = 'test/fixtures/events';
/** Not in the order that PostgreSQL would sort keys in. */
const METADATA = { zebra: '1', ab: '2', 'a key': 'العربية', a: '' };

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

describe('a payment is the same, letter by letter, from its stream and from the view', () => {
  let views: ProjectionServiceUnderTest;

  beforeAll(async () => {
    views = await ProjectionServiceUnderTest.start(postgres);
  });

  afterAll(async () => {
    await views.stop();
  });

  it('after histories of any kind', async () => {
    const histories = fc.sample(paymentHistory, { numRuns: 150, seed: 64 });
    await expectEqual(histories.filter(([first]) => first !== undefined));
  });

  it('after each event that was ever stored, in each of its shapes', async () => {
    await expectEqual(storedEvents().map(historyWith));
  });

  async function expectEqual(histories: readonly (readonly PaymentEvent[])[]): Promise<void> {
    await allReach(views.dataSource, await appendInterleaved(views.store, histories));
    const streams = new PaymentStreams(
      views.store,
      new Declines(silentLogger()),
      new EventCounts(),
    );
    for (const [first] of histories) {
      const id = first?.data.paymentId ?? '';
      const told = paymentResponse(await streams.load(id));
      const { body } = await views.get(`/v1/payments/${id}`);
      expect(textOf(body)).toBe(textOf(told));
    }
    const ids = histories.map(([first]) => first?.data.paymentId);
    const { body } = await views.get('/v1/payments?limit=200');
    const listed = (body['items'] as { paymentId: string }[]).filter((item) =>
      ids.includes(item.paymentId),
    );
    expect(listed).toHaveLength(Math.min(histories.length, 200));
    const [one] = listed;
    expect(textOf(one ?? {})).toBe(
      textOf(paymentResponse(await streams.load(one?.paymentId ?? ''))),
    );
  }
});

describe('what commands answer', () => {
  let commands: CommandServiceUnderTest;
  let views: ProjectionServiceUnderTest;

  beforeAll(async () => {
    commands = await new CommandServiceUnderTest().start();
    views = await ProjectionServiceUnderTest.start(postgres, {}, commands.store);
  });

  afterAll(async () => {
    await views.stop();
    await commands.stop();
  });

  it('is what the views show of it, with the id of every capture and refund', async () => {
    const begun = await commands.post('/v1/payments', payment({ metadata: METADATA }));
    expect(JSON.stringify(begun.body['metadata'])).toBe(JSON.stringify(METADATA));
    const path = `/v1/payments/${String(begun.body['paymentId'])}`;
    const part = { amount: { amount: '300', currency: 'EUR' }, final: false };
    const first = await commands.post(`${path}/capture`, part);
    const second = await commands.post(`${path}/capture`, part);
    const captures = second.body['captures'] as { captureId: string; amount: unknown }[];
    expect(captures.map(({ amount }) => amount)).toEqual([part.amount, part.amount]);
    expect(first.body['captures']).toEqual(captures.slice(0, 1));
    const refund = {
      captureId: captures[1]?.captureId,
      amount: { amount: '100', currency: 'EUR' },
    };
    const last = await commands.post(`${path}/refund`, refund);
    expect(last.body['refunds']).toMatchObject([refund]);
    for (const { body } of [last, await commands.get(path)]) {
      const seen = await views.get(`${path}?minPosition=${String(body['position'])}`);
      expect(textOf(seen.body)).toBe(textOf(body));
    }
  });

  it('takes as much metadata as Stripe does, and no card number in it', async () => {
    const full = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`${i}`.padStart(40, 'k'), 'v'.repeat(500)]),
    );
    expect((await commands.post('/v1/payments', payment({ metadata: full }))).status).toBe(201);
    const tooMany = payment({ metadata: { ...full, more: '' } });
    expect((await commands.post('/v1/payments', tooMany)).body).toMatchObject({
      code: 'request-invalid',
      errors: [{ field: 'metadata' }],
    });
    const card = payment({ metadata: { note: '4242 4242 4242 4242' } });
    expect((await commands.post('/v1/payments', card)).body).toMatchObject({
      code: 'card-data-refused',
    });
  });
});

/** Without the position: of the stream in one service, of the view in the other. */
function textOf(answer: object): string {
  const { position: _position, ...resource } = answer as { position?: unknown };
  return JSON.stringify(resource);
}

type Stored = { readonly type: string; readonly data: Json };

function storedEvents(): readonly Stored[] {
  const files = readdirSync(FOLDER).filter((file) => !file.startsWith('payment-initiated'));
  return files
    .map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Stored)
    .filter(({ type }) => isPaymentEventType(type));
}

function historyWith(stored: Stored, index: number): readonly PaymentEvent[] {
  const before = [
    initiated({ metadata: METADATA }),
    ...AUTHORISED.slice(1),
    captured('c1', '4.00'),
  ];
  const paymentId = idOf('stored', String(index));
  return [...before, stored as PaymentEvent].map(
    ({ type, data }) => ({ type, data: { ...data, paymentId } }) as PaymentEvent,
  );
}
