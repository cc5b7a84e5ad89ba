import { eventually } from '../support/eventually.js';
import { SettledSystem, type ProviderName } from '../support/settled-system.js';

const DAY_MS = 86_400_000;
const PROVIDERS = ['stripe', 'paypal'] as const;

let system: SettledSystem;

beforeAll(async () => {
  system = await SettledSystem.start();
});

afterAll(async () => {
  await system.stop();
});

afterEach(async () => {
  const usual = { settlesIn: null, stripeFeesLate: false, paypalReturnsFees: false };
  await system.act('/settings', { ...usual, exchangeRateMillionths: 1_000_000 });
});

describe.each(PROVIDERS)('our books and those of %s', (provider) => {
  it('agree on a refund that comes back days later', async () => {
    const { paymentId } = await system.pay(provider);
    const refund = await system.refund(paymentId, '2000');
    await agree(provider, paymentId, ['capture matched', 'refund matched']);
    await system.act(`/${provider}/refunds/${refund}/fail`);
    await eventually(async () => (await system.rowOf(refund))?.ours.length === 2);
    await agree(provider, paymentId, ['capture matched', 'refund matched']);
    expect((await system.rowOf(refund))?.theirs).toHaveLength(2);
  });

  it.each(['lost', 'won'] as const)('agree on a dispute that is %s', async (outcome) => {
    const { paymentId, capture } = await system.pay(provider);
    const { id, dispute_id } = await system.act(
      `/${provider}/${provider === 'stripe' ? 'charges' : 'captures'}/${capture}/dispute`,
      provider === 'stripe' ? {} : { stage: 'CHARGEBACK', channel: 'EXTERNAL' },
    );
    await agree(provider, paymentId, ['capture matched', 'dispute matched']);
    const decided = { lost: 'RESOLVED_BUYER_FAVOUR', won: 'RESOLVED_SELLER_FAVOUR' }[outcome];
    if (provider === 'stripe') {
      await system.act(`/stripe/disputes/${String(id)}/decide`, { outcome });
    } else {
      await system.act(`/paypal/disputes/${String(dispute_id)}/resolve`, { outcome: decided });
    }
    await agree(provider, paymentId, ['capture matched', 'dispute matched']);
  });

  it('agree on what settles in another currency, which closes in its own', async () => {
    await system.act('/settings', { settlesIn: 'USD', exchangeRateMillionths: 1_087_000 });
    const before = await system.balanceOf(`provider:${provider}:pending`, 'EUR');
    const { paymentId } = await system.pay(provider);
    await system.act('/settings', { exchangeRateMillionths: 1_100_000 });
    await system.refund(paymentId, '500');
    await agree(provider, paymentId, [
      'capture matched',
      // Two legs of the capture's exchange and two of the refund's.
      ...(provider === 'paypal' ? Array<string>(4).fill('conversion booked') : []),
      'refund matched',
    ]);
    expect(await system.balanceOf(`provider:${provider}:pending`, 'EUR')).toBe(before);
    expect(await system.balanceOf(`fx:${provider}`, 'USD')).toBeLessThan(0n);
  });

  it('agree on what belongs to no payment, and leave the unexplained to a person', async () => {
    const balances = () =>
      Promise.all(
        ['fees', 'reserve', 'suspense'].map((kind) =>
          system.balanceOf(`${kind}:${provider}`, 'GBP'),
        ),
      );
    for (const booking of OWN_BOOKINGS[provider]) {
      await system.bookByItself(provider, { ...booking, currency: 'GBP' });
    }
    await system.import(provider);
    await eventually(async () => (await system.differences()).length === 0);
    expect(await balances()).toEqual([200n, 500n, -70n]);
  });

  it('agree on all the others beside a line in a currency that is not known', async () => {
    const booking = provider === 'stripe' ? { category: 'fee' } : { code: 'T0101' };
    const { id } = await system.bookByItself(provider, {
      ...booking,
      amount: -123,
      currency: 'ZZZ',
    });
    const { paymentId } = await system.pay(provider);
    expect(await system.import(provider)).toMatchObject({ setAside: 1 });
    await agree(provider, paymentId, ['capture matched']);
    const lineId = provider === 'stripe' ? String(id) : `${String(id)}-T0101`;
    const aside = await system.rowOf(lineId);
    expect(aside).toMatchObject({ kind: 'unreadable', status: 'unreadable', theirs: [] });
    expect(aside?.unreadable?.raw).toMatch(/ZZZ/i);
  });
});

describe('our books', () => {
  it('go on after a line that Stripe dates far ahead', async () => {
    const ahead = { category: 'fee', amount: -100, currency: 'EUR', aheadMs: 400 * DAY_MS };
    await system.bookByItself('stripe', ahead);
    await system.import('stripe');
    const { paymentId } = await system.pay('stripe');
    const { until } = await system.import('stripe');
    expect(Date.parse(until as string)).toBeLessThanOrEqual(Date.now());
    await agree('stripe', paymentId, ['capture matched']);
  });

  it('get what began five days ago at PayPal and settles today', async () => {
    const begun = { code: 'T0000', amount: 3_300, currency: 'CHF', aheadMs: -5 * DAY_MS };
    const { id } = await system.bookByItself('paypal', { ...begun, status: 'P' });
    // The day after, so that the month is due to be read again.
    system.now = () => new Date(Date.now() + 2 * DAY_MS);
    expect(await system.import('paypal')).toMatchObject({ pending: 1 });
    await system.act(`/paypal/transactions/${String(id)}/settle`);
    system.now = () => new Date(Date.now() + 4 * DAY_MS);
    expect(await system.import('paypal')).toMatchObject({ pending: 0, recorded: 1 });
    await eventually(async () => (await system.differences()).length === 0);
    expect(await system.balanceOf('provider:paypal:pending', 'CHF')).toBe(3_300n);
    expect(await system.rowOf(String(id))).toMatchObject({ overdue: 'missing-internally' });
    system.now = () => new Date();
  });

  it('agree on one dispute at PayPal over two payments, each in its share', async () => {
    const [first, second] = [await system.pay('paypal'), await system.pay('paypal')];
    const both = { stage: 'CHARGEBACK', amount: 3_001, with: [second.capture] };
    await system.act(`/paypal/captures/${first.capture}/dispute`, both);
    await agree('paypal', first.paymentId, ['capture matched', 'dispute matched']);
    await agree('paypal', second.paymentId, ['capture matched', 'dispute matched']);
  });

  it('get the fee that PayPal gives back with a refund', async () => {
    await system.act('/settings', { paypalReturnsFees: true });
    const { paymentId } = await system.pay('paypal', 'SEK');
    const kept = () => system.balanceOf('fees:paypal', 'SEK');
    await agree('paypal', paymentId, ['capture matched']);
    expect(await kept()).toBe(88n);
    await system.refund(paymentId, '1000', 'SEK');
    await agree('paypal', paymentId, ['capture matched', 'refund matched']);
    expect(await kept()).toBe(44n);
  });

  it('get the fee of a capture that no event has told, and once only', async () => {
    await system.act('/settings', { stripeFeesLate: true, stripeFeeDelayMs: 3_000 });
    const { paymentId } = await system.pay('stripe', 'NOK');
    await system.import('stripe');
    await eventually(async () => (await system.differences()).length === 0);
    expect(await system.balanceOf('fees:stripe', 'NOK')).toBe(88n);
    await agree('stripe', paymentId, ['capture matched']);
    expect(await system.balanceOf('fees:stripe', 'NOK')).toBe(88n);
  });

  it('get a payout that PayPal tells of in no other way', async () => {
    const payout = { code: 'T0400', amount: -900, currency: 'EUR' };
    await system.bookByItself('paypal', payout);
    await system.import('paypal');
    await eventually(async () => (await system.differences()).length === 0);
    expect(await system.balanceOf('payout:paypal:in-transit', 'EUR')).toBe(900n);
  });
});

const OWN_BOOKINGS = {
  stripe: [
    { category: 'fee', amount: -250 },
    { category: 'fee', amount: 50 },
    { category: 'risk_reserved_funds', amount: -500 },
    { category: 'other_adjustment', amount: 70 },
  ],
  paypal: [
    { code: 'T0101', amount: -250 },
    { code: 'T1108', amount: 50 },
    { code: 'T2103', amount: -500 },
    { code: 'T1200', amount: 70 },
  ],
} as const;

/** Both books say this of the payment, and the journal is what the provider owes. */
async function agree(
  provider: ProviderName,
  paymentId: string,
  statuses: readonly string[],
): Promise<void> {
  const found = { statuses: [] as string[], differences: [] as string[] };
  const expected = { statuses: [...statuses].sort(), differences: [] };
  try {
    await eventually(async () => {
      await system.import(provider);
      found.statuses = await system.statusesOf(paymentId);
      found.differences = await system.differences();
      return JSON.stringify(found) === JSON.stringify(expected);
    });
  } finally {
    expect(found).toEqual(expected);
  }
}
