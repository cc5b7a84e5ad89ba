import Stripe from 'stripe';
import { HAVE_SPECIFICATIONS, StripeSpecification } from '../support/specifications.js';
import { SandboxUnderTest } from './provider-sandbox-under-test.js';

describe('the sandbox as Stripe, through its SDK', () => {
  let sandbox: SandboxUnderTest;
  let stripe: Stripe;

  beforeAll(async () => {
    sandbox = await SandboxUnderTest.start();
    stripe = sandbox.stripe();
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  const pay = (
    given: Partial<Stripe.PaymentIntentCreateParams> = {},
    options: Stripe.RequestOptions = {},
  ) =>
    stripe.paymentIntents.create(
      {
        amount: 1000,
        currency: 'eur',
        payment_method: 'pm_card_visa',
        confirm: true,
        capture_method: 'manual',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        ...given,
      },
      options,
    );

  describe('a card payment', () => {
    it('is held, captured and refunded, and the books agree to the cent', async () => {
      const held = await pay({ metadata: { payment_id: 'whole' } });
      expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 1000 });

      const captured = await stripe.paymentIntents.capture(held.id, {
        expand: ['latest_charge.balance_transaction'],
      });
      expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1000 });
      const charge = captured.latest_charge as Stripe.Charge;
      expect(charge.balance_transaction).toMatchObject({ amount: 1000, fee: 59, net: 941 });

      const refund = await stripe.refunds.create({ payment_intent: held.id, amount: 250 });
      expect(refund).toMatchObject({ status: 'succeeded', amount: 250, charge: charge.id });
      expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(250);
      const { totals } = await sandbox.books('whole');
      expect(totals['EUR']).toMatchObject({
        captured: '1000',
        refunded: '250',
        fees: '59',
        balance: '691',
        counts: { authorisation: 1, capture: 1, refund: 1, void: 0 },
      });
    });

    it('is confirmed later, with a payment method that comes later', async () => {
      const created = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
      expect(created.status).toBe('requires_payment_method');
      const confirmed = await stripe.paymentIntents.confirm(created.id, {
        payment_method: 'tok_visa',
        return_url: 'https://shop.example/back',
      });
      expect(confirmed).toMatchObject({ status: 'succeeded', amount_received: 500 });
    });

    it('keeps the fee to itself for a while when it is captured automatically', async () => {
      const paid = await pay({ capture_method: 'automatic_async', expand: ['latest_charge'] });
      const charge = paid.latest_charge as Stripe.Charge;
      expect(charge.balance_transaction).toBeNull();
      await sandbox.control('POST', '/clock', { advanceMs: 0 });
      const later = await stripe.charges.retrieve(charge.id, { expand: ['balance_transaction'] });
      expect(later.balance_transaction).toMatchObject({ type: 'charge', net: 941 });
    });

    it('releases what a partial capture leaves', async () => {
      const held = await pay({ metadata: { payment_id: 'part' } });
      await stripe.paymentIntents.capture(held.id, { amount_to_capture: 400 });
      const { data } = await stripe.balanceTransactions.list({ limit: 2 });
      expect(data.map(({ reporting_category: kind, amount }) => [kind, amount])).toEqual([
        ['partial_capture_reversal', -600],
        ['charge', 1000],
      ]);
      expect((await sandbox.books('part')).totals['EUR']).toMatchObject({ captured: '400' });
      await expect(
        stripe.refunds.create({ payment_intent: held.id, amount: 401 }),
      ).rejects.toMatchObject({ param: 'amount' });
      await stripe.refunds.create({ payment_intent: held.id });
      await expect(stripe.refunds.create({ payment_intent: held.id })).rejects.toMatchObject({
        code: 'charge_already_refunded',
      });
    });

    it('is captured in several parts only when that was asked for', async () => {
      const once = await pay();
      await expect(
        stripe.paymentIntents.capture(once.id, { amount_to_capture: 1, final_capture: false }),
      ).rejects.toMatchObject({ param: 'final_capture' });

      const several = await pay({
        metadata: { payment_id: 'several' },
        payment_method_options: { card: { request_multicapture: 'if_available' } },
      });
      const part = { amount_to_capture: 300, final_capture: false };
      const first = await stripe.paymentIntents.capture(several.id, part);
      expect(first).toMatchObject({ status: 'requires_capture', amount_capturable: 700 });
      await expect(
        stripe.refunds.create({ payment_intent: several.id, amount: 301 }),
      ).rejects.toMatchObject({ param: 'amount' });
      expect(await stripe.refunds.create({ payment_intent: several.id })).toMatchObject({
        amount: 300,
      });
      const last = await stripe.paymentIntents.capture(several.id, { amount_to_capture: 200 });
      await expect(
        stripe.refunds.create({ payment_intent: several.id, amount: 201 }),
      ).rejects.toMatchObject({ param: 'amount' });
      expect(last).toMatchObject({ status: 'succeeded', amount_received: 500 });
      const { totals } = await sandbox.books('several');
      expect(totals['EUR']).toMatchObject({ captured: '500', counts: { capture: 2 } });
    });

    it('is canceled, and then neither captured nor canceled again', async () => {
      const held = await pay({ metadata: { payment_id: 'canceled' } });
      const canceled = await stripe.paymentIntents.cancel(held.id, {
        cancellation_reason: 'requested_by_customer',
      });
      expect(canceled).toMatchObject({ status: 'canceled', amount_capturable: 0 });
      const unexpected = { code: 'payment_intent_unexpected_state', statusCode: 400 };
      await expect(stripe.paymentIntents.capture(held.id)).rejects.toMatchObject(unexpected);
      await expect(stripe.paymentIntents.cancel(held.id)).rejects.toMatchObject(unexpected);
      const { totals } = await sandbox.books('canceled');
      expect(totals['EUR']).toMatchObject({ voided: '1000', captured: '0', balance: '0' });
    });

    it('is declined with the reason its token names', async () => {
      const declined = pay({ payment_method: 'pm_card_chargeDeclinedInsufficientFunds' });
      await expect(declined).rejects.toMatchObject({
        type: 'StripeCardError',
        statusCode: 402,
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        payment_intent: { status: 'requires_payment_method' },
      });
      await expect(pay({ payment_method: '4242424242424242' })).rejects.toMatchObject({
        code: 'resource_missing',
      });
    });

    it('lapses after seven days', async () => {
      const held = await pay({ metadata: { payment_id: 'lapsed' } });
      await sandbox.control('POST', '/clock', { advanceMs: 7 * 86_400_000 - 60_000 });
      expect((await stripe.paymentIntents.retrieve(held.id)).status).toBe('requires_capture');
      await sandbox.control('POST', '/clock', { advanceMs: 60_000 });
      const lapsed = await stripe.paymentIntents.retrieve(held.id);
      expect(lapsed).toMatchObject({ status: 'canceled', cancellation_reason: 'automatic' });
      expect((await sandbox.books('lapsed')).totals['EUR']).toMatchObject({ voided: '1000' });
    });

    it('gives a failed refund back to the merchant', async () => {
      const paid = await pay({
        payment_method: 'pm_card_refundFail',
        capture_method: 'automatic',
        metadata: { payment_id: 'refund-fails' },
      });
      const refund = await stripe.refunds.create({ payment_intent: paid.id });
      expect(refund.status).toBe('succeeded');
      await sandbox.control('POST', '/clock', { advanceMs: 1000 });
      expect((await stripe.refunds.retrieve(refund.id)).status).toBe('failed');
      const { totals } = await sandbox.books('refund-fails');
      expect(totals['EUR']).toMatchObject({ refunded: '0', balance: '941' });
    });
  });

  describe('a payer who must authenticate', () => {
    const waiting = async (token = 'pm_card_threeDSecure2Required') => {
      const payment = await pay({
        payment_method: token,
        return_url: 'https://shop.example/back',
        automatic_payment_methods: { enabled: true },
      });
      return { payment, page: payment.next_action?.redirect_to_url?.url ?? '' };
    };

    it('completes it on a page and comes back', async () => {
      const { payment, page } = await waiting();
      expect(payment.status).toBe('requires_action');
      expect(await (await fetch(page)).text()).toContain('Complete authentication');
      const back = await sandbox.decide(page, { action: 'complete' });
      expect(back).toContain('https://shop.example/back?');
      expect(back).toContain('redirect_status=succeeded');
      const after = await stripe.paymentIntents.retrieve(payment.id);
      expect(after.status).toBe('requires_capture');
      // Coming back again changes nothing.
      await sandbox.decide(page, { action: 'fail' });
      expect((await stripe.paymentIntents.retrieve(payment.id)).status).toBe('requires_capture');
    });

    it('fails it, or passes it and is declined after all', async () => {
      const failed = await waiting();
      expect(await sandbox.decide(failed.page, { action: 'fail' })).toContain(
        'redirect_status=failed',
      );
      expect(await stripe.paymentIntents.retrieve(failed.payment.id)).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: { code: 'payment_intent_authentication_failure' },
      });
      const poor = await waiting('pm_card_authenticationRequiredChargeDeclinedInsufficientFunds');
      await sandbox.decide(poor.page, { action: 'complete' });
      expect(await stripe.paymentIntents.retrieve(poor.payment.id)).toMatchObject({
        last_payment_error: { decline_code: 'insufficient_funds' },
      });
    });

    it('cannot act when absent', async () => {
      const absent = pay({ payment_method: 'pm_card_authenticationRequired', off_session: true });
      await expect(absent).rejects.toMatchObject({ code: 'authentication_required' });
    });
  });

  describe('an idempotency key', () => {
    it('repeats the first result, declines among them', async () => {
      const options = { idempotencyKey: 'key-1' };
      const first = await pay({ metadata: { payment_id: 'repeated' } }, options);
      const again = await pay({ metadata: { payment_id: 'repeated' } }, options);
      expect(again.id).toBe(first.id);
      expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
      expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
      expect((await sandbox.books('repeated')).lines).toHaveLength(1);

      const poor = { payment_method: 'pm_card_chargeDeclined' };
      const key = { idempotencyKey: 'key-declined' };
      await expect(pay(poor, key)).rejects.toMatchObject({ code: 'card_declined' });
      await expect(pay(poor, key)).rejects.toMatchObject({
        code: 'card_declined',
        headers: expect.objectContaining({ 'idempotent-replayed': 'true' }) as object,
      });
    });

    it('refuses other parameters', async () => {
      const options = { idempotencyKey: 'key-2' };
      await pay({}, options);
      await expect(pay({ amount: 1001 }, options)).rejects.toMatchObject({
        type: 'StripeIdempotencyError',
        statusCode: 400,
      });
    });

    it('is not spent by a request that was refused', async () => {
      const options = { idempotencyKey: 'key-3' };
      await expect(pay({ amount: 1 }, options)).rejects.toMatchObject({ code: 'amount_too_small' });
      expect((await pay({}, options)).status).toBe('requires_capture');
    });

    it('is busy while its first request is', async () => {
      await sandbox.control('POST', '/faults', {
        operation: 'payment_intents.create',
        effect: 'delay',
        delayMs: 300,
      });
      const options = { idempotencyKey: 'key-4' };
      const first = pay({}, options);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await expect(pay({}, options)).rejects.toMatchObject({
        statusCode: 409,
        code: 'idempotency_key_in_use',
      });
      expect((await first).status).toBe('requires_capture');
    });

    it('does it again after a day', async () => {
      const options = { idempotencyKey: 'key-5' };
      const first = await pay({}, options);
      await sandbox.control('POST', '/clock', { advanceMs: 86_400_001 });
      expect((await pay({}, options)).id).not.toBe(first.id);
    });
  });

  describe('a request that is wrong', () => {
    const refusals: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
      ['an unknown parameter', { bogus: 1 }, { code: 'parameter_unknown', param: 'bogus' }],
      [
        'a parameter that was removed',
        { payment_method_types: ['card'] },
        { code: 'parameter_unknown' },
      ],
      [
        'text for an amount',
        { amount: 'ten' },
        { code: 'parameter_invalid_integer', param: 'amount' },
      ],
      ['too small an amount', { amount: 49 }, { code: 'amount_too_small' }],
      ['too large an amount', { amount: 100_000_000 }, { code: 'amount_too_large' }],
      ['an amount that OMR cannot say', { amount: 5125, currency: 'omr' }, { param: 'amount' }],
      ['an unknown currency', { currency: 'xyz' }, { param: 'currency' }],
      ['another value than there is', { capture_method: 'later' }, { param: 'capture_method' }],
      [
        'a nested unknown',
        { automatic_payment_methods: { enabled: true, on: true } },
        { param: 'automatic_payment_methods[on]' },
      ],
      ['no return URL', { automatic_payment_methods: { enabled: true } }, { param: 'return_url' }],
    ];

    it.each(refusals)('names %s', async (_what, given, expected) => {
      await expect(pay(given)).rejects.toMatchObject({
        type: 'StripeInvalidRequestError',
        statusCode: 400,
        ...expected,
      });
    });

    it('names what is missing, and objects that are not there', async () => {
      const empty = {} as Stripe.PaymentIntentCreateParams;
      await expect(stripe.paymentIntents.create(empty)).rejects.toMatchObject({
        code: 'parameter_missing',
        param: 'amount',
      });
      await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
        statusCode: 404,
        code: 'resource_missing',
        param: 'intent',
      });
    });

    it('needs a test key', async () => {
      const live = new Stripe('sk_live_1', { ...LOCAL, port: sandbox.tap.port });
      await expect(live.paymentIntents.list()).rejects.toMatchObject({
        type: 'StripeAuthenticationError',
        statusCode: 401,
      });
    });
  });

  it('counts every currency as Stripe does and books it as ISO 4217 does', async () => {
    const amounts: readonly [string, number, string][] = [
      ['jpy', 500, '500'],
      ['isk', 50_000, '500'],
      ['kwd', 5120, '5120'],
      ['mga', 700, '70000'],
      ['huf', 20_000, '20000'],
    ];
    for (const [currency, amount, booked] of amounts) {
      const metadata = { payment_id: `in-${currency}` };
      await pay({ currency, amount, capture_method: 'automatic', metadata });
      const { totals } = await sandbox.books(`in-${currency}`);
      expect(totals[currency.toUpperCase()]).toMatchObject({ captured: booked });
    }
  });

  it('lists the books by time, page by page, with their sources', async () => {
    const from = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
    for (let count = 0; count < 5; count += 1) await pay({ capture_method: 'automatic' });
    const lines: Stripe.BalanceTransaction[] = [];
    const query = { created: { gte: from.created }, limit: 2, expand: ['data.source'] };
    for await (const line of stripe.balanceTransactions.list(query)) lines.push(line);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.every(({ source }) => typeof source === 'object')).toBe(true);
    const ids = lines.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect((await stripe.balanceTransactions.retrieve(ids[0] ?? '')).id).toBe(ids[0]);
  });

  it('balances: what its lines add up to is what it owes', async () => {
    const net = new Map<string, number>();
    for await (const line of stripe.balanceTransactions.list({ limit: 100 })) {
      net.set(line.currency, (net.get(line.currency) ?? 0) + line.net);
    }
    const { stripe: totals } = (await sandbox.control('GET', '/books')) as {
      stripe: Record<string, { balance: string }>;
    };
    for (const currency of ['eur', 'usd', 'jpy', 'kwd']) {
      expect(totals[currency.toUpperCase()]?.balance).toBe(String(net.get(currency)));
    }
  });

  it(
    HAVE_SPECIFICATIONS
      ? 'keeps to the official specification in every request and answer above'
      : 'was not checked against the official specification, which is not here',
    () => {
      if (!HAVE_SPECIFICATIONS) return;
      const specification = new StripeSpecification();
      const { exchanges } = sandbox.tap;
      expect(exchanges.length).toBeGreaterThan(50);
      // A live key meets no operation at all.
      const answered = exchanges.filter(({ status }) => status !== 401);
      expect(answered.flatMap((exchange) => specification.problemsOf(exchange))).toEqual([]);
    },
    120_000,
  );
});

const LOCAL = {
  host: '127.0.0.1',
  protocol: 'http',
  telemetry: false,
  maxNetworkRetries: 0,
} as const;
