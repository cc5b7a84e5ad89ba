import fc from 'fast-check';
import { PAYMENT_STATUSES } from '#payments';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { insertPayments, paymentRow, type PaymentRow } from '../support/payment-rows.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
});

afterEach(async () => {
  await views.dataSource.getRepository(OrderPayment).clear();
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

type Filter = Readonly<Record<string, string | readonly string[] | undefined>>;

const few = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(...['a', 'b', 'c'].map((letter) => `${name}-${letter}`));
/** Seldom, since hardly a row is left by many filters at once. */
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const time = fc.integer({ min: 0, max: 5 }).map((hour) => new Date(Date.UTC(2026, 2, 1, hour)));
const amount = fc.integer({ min: 0, max: 5 }).map((units) => String(units * 50));
const currency = fc.constantFrom('EUR', 'JPY', 'OMR');
const status = fc.constantFrom(...PAYMENT_STATUSES.slice(0, 4));
const provider = fc.constantFrom('stripe', 'paypal');

const row = fc
  .record({
    paymentId: fc.uuid({ version: 5 }),
    client: few('client'),
    orderId: few('order'),
    merchantId: few('merchant'),
    customerId: few('customer'),
    provider,
    status,
    currency,
    amount,
    createdAt: time,
    providerReferences: fc.array(few('reference'), { maxLength: 2 }),
    metadata: fc.option(fc.dictionary(few('key'), few('value'), { minKeys: 1, maxKeys: 3 })),
  })
  .map(paymentRow);

const filter = fc
  .record({
    client: maybe(few('client')),
    orderId: maybe(few('order')),
    merchantId: maybe(few('merchant')),
    customerId: maybe(few('customer')),
    provider: maybe(provider),
    status: maybe(fc.uniqueArray(status, { minLength: 1, maxLength: 3 })),
    reference: maybe(few('reference')),
    metadata: maybe(
      fc.uniqueArray(
        fc.oneof(
          few('key'),
          fc.tuple(few('key'), few('value')).map((pair) => pair.join('=')),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    currency,
    amounts: maybe(fc.tuple(amount, amount)),
    times: maybe(fc.tuple(time, time)),
    sort: fc.constantFrom('newest', 'oldest', 'largest', 'smallest'),
    ofOne: fc.boolean(),
  })
  .map(({ amounts, times, ofOne, sort, ...some }) => {
    const [least, most] = [...(amounts ?? [])].sort((a, b) => Number(a) - Number(b));
    const [from, to] = [...(times ?? [])].sort((a, b) => a.getTime() - b.getTime());
    const needsCurrency = amounts !== undefined || sort === 'largest' || sort === 'smallest';
    return {
      ...some,
      sort,
      amountMin: least,
      amountMax: most,
      from: from?.toISOString(),
      to: to?.toISOString(),
      currency: needsCurrency || ofOne ? some.currency : undefined,
    };
  });

type Asked = typeof filter extends fc.Arbitrary<infer Value> ? Value : never;

/** What the filters mean, said a second time. */
// eslint-disable-next-line complexity -- one line a filter
function matches(payment: PaymentRow, asked: Asked): boolean {
  const units = BigInt(payment.amount);
  const at = payment.createdAt.toISOString();
  return (
    (['client', 'orderId', 'merchantId', 'customerId', 'provider', 'currency'] as const).every(
      (field) => asked[field] === undefined || asked[field] === payment[field],
    ) &&
    (asked.status === undefined || asked.status.some((each) => each === payment.status)) &&
    (asked.reference === undefined || payment.providerReferences.includes(asked.reference)) &&
    (asked.metadata ?? []).every((pair) => {
      const [key = '', value] = pair.split('=');
      const found = payment.metadata?.[key];
      return found !== undefined && (value === undefined || value === found);
    }) &&
    (asked.amountMin === undefined || units >= BigInt(asked.amountMin)) &&
    (asked.amountMax === undefined || units <= BigInt(asked.amountMax)) &&
    (asked.from === undefined || at >= asked.from) &&
    (asked.to === undefined || at < asked.to)
  );
}

function expected(rows: readonly PaymentRow[], asked: Asked): string[] {
  const key = (payment: PaymentRow): string =>
    asked.sort === 'newest' || asked.sort === 'oldest'
      ? payment.createdAt.toISOString() + payment.paymentId
      : payment.amount.padStart(20, '0') + payment.paymentId;
  const found = rows.filter((each) => matches(each, asked));
  const ids = found.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ paymentId }) => paymentId);
  return asked.sort === 'newest' || asked.sort === 'largest' ? ids.reverse() : ids;
}

function addressOf(asked: Filter): string {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(asked)) {
    for (const each of [value ?? []].flat()) query.append(field, each);
  }
  return `/v1/payments?${query.toString()}`;
}

type PageBody = {
  readonly items: readonly { readonly paymentId: string }[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly totalUnknown: string | null;
};

async function page(asked: Filter): Promise<PageBody> {
  const { status, body } = await views.get(addressOf(asked), 'audit');
  expect([status, body['errors']]).toEqual([200, undefined]);
  return body as PageBody;
}

async function walk(asked: Filter, between?: (round: number) => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let round = 0; ; round += 1) {
    const { items, nextCursor } = await page({ ...asked, cursor });
    ids.push(...items.map(({ paymentId }) => paymentId));
    if (nextCursor === null) return ids;
    cursor = nextCursor;
    await between?.(round);
  }
}

describe('the list of payments', () => {
  it('holds what the filters allow and nothing else, in the order asked for, on all pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, {
          selector: ({ paymentId }) => paymentId,
          minLength: 30,
          maxLength: 60,
        }),
        fc.array(filter, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, filters, limit) => {
          await views.dataSource.getRepository(OrderPayment).clear();
          await insertPayments(views.dataSource, rows);
          for (const asked of filters) {
            const wanted = expected(rows, asked);
            expect(await walk({ ...asked, limit: String(limit) })).toEqual(wanted);
            const { total } = await page({ ...asked, limit: '1', total: 'true' });
            expect(total).toBe(wanted.length);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each(['newest', 'oldest', 'largest', 'smallest'])(
    'shows what was there all the time once, however much is written meanwhile, by %s',
    async (sort) => {
      const rows = Array.from({ length: 60 }, (_, i) => someRow(i));
      await insertPayments(views.dataSource, rows);
      const between = async (round: number): Promise<void> => {
        await insertPayments(
          views.dataSource,
          Array.from({ length: 5 }, (_, i) => someRow(1_000 + round * 5 + i)),
        );
        await views.dataSource.query(
          `UPDATE ${views.dataSource.getMetadata(OrderPayment).tablePath}
           SET status = 'refunded', refunded = amount, updated_at = updated_at + interval '1 day'
           WHERE opened % 3 = $1`,
          [round % 3],
        );
      };
      const ids = await walk({ sort, currency: 'EUR', limit: '7' }, between);
      const there = new Set(rows.map(({ paymentId }) => paymentId));
      expect(ids.filter((id) => there.has(id)).sort()).toEqual([...there].sort());
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each([
    ['amountMin=5', 'amountMin', 'needs currency'],
    ['amountMax=5', 'amountMax', 'needs currency'],
    ['sort=largest', 'sort', 'needs currency'],
    ['currency=EUR&amountMin=5&amountMax=4', 'amountMax', 'must not be before amountMin'],
    ['currency=EUR&amountMin=1.5', 'amountMin', 'minor units as digits'],
    ['currency=EURO', 'currency', 'ISO 4217'],
    ['from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z', 'to', 'must not be before from'],
    ['from=yesterday', 'from', 'must be a time'],
    ['status=captured&status=lost', 'status', 'must be some of initiated'],
    ['status=captured,refunded', 'status', 'must be some of initiated'],
    ['metadata==x', 'metadata', 'must be key=value or a key'],
    ['sort=changed', 'sort', 'must be one of'],
    ['limit=0', 'limit', 'from 1 to 200'],
    ['limit=201', 'limit', 'from 1 to 200'],
    ['total=yes', 'total', 'must be true or false'],
    ['format=xml', 'format', 'must be one of'],
    ['format=csv&limit=5', 'limit', 'an export is the whole list'],
    ['format=jsonl&cursor=x', 'cursor', 'an export is the whole list'],
  ])('refuses ?%s and says what is wrong with %s', async (query, field, message) => {
    const { status, body } = await views.get(`/v1/payments?${query}`, 'audit');
    expect([status, body['code']]).toEqual([400, 'request-invalid']);
    const errors = body['errors'] as { field: string; message: string }[];
    expect(errors.map((each) => each.field)).toContain(field);
    expect(errors.map((each) => each.message).join()).toContain(message);
  });

  it('refuses a cursor with other filters or another sort than it is of', async () => {
    await insertPayments(views.dataSource, [someRow(1), someRow(2), someRow(3)]);
    const asked = { currency: 'EUR', status: ['captured', 'held'], limit: '1' };
    const { nextCursor } = await page(asked);
    const cursor = String(nextCursor);
    for (const other of [
      { currency: 'JPY' },
      { status: ['captured'] },
      { merchantId: 'merchant-1' },
      { from: '2026-01-01T00:00:00Z' },
      { sort: 'oldest' },
      { sort: 'largest' },
    ]) {
      const { status, body } = await views.get(addressOf({ ...asked, ...other, cursor }), 'audit');
      expect([other, status]).toEqual([other, 400]);
      expect(JSON.stringify(body['errors'])).toMatch(/other filters|page before/);
    }
    const reordered = { ...asked, status: ['held', 'captured'], limit: '2', total: 'true', cursor };
    expect((await page(reordered)).items).toHaveLength(2);
  });

  it('counts only where asked', async () => {
    await insertPayments(views.dataSource, [someRow(1), someRow(2)]);
    expect(await page({})).toMatchObject({ total: null, totalUnknown: 'not-asked' });
    expect(await page({ total: 'true' })).toMatchObject({ total: 2, totalUnknown: null });
  });
});

function someRow(index: number): PaymentRow {
  return paymentRow({
    paymentId: `5b8d3b5e-0000-5000-8000-${String(index).padStart(12, '0')}`,
    amount: String((index * 37) % 400),
    createdAt: new Date(Date.UTC(2026, 2, 1, 0, (index * 17) % 240)),
    opened: String(index),
  });
}
