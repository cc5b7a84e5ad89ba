import type Stripe from 'stripe';
import { HAVE_SPECIFICATIONS, StripeSpecification } from '../support/specifications.js';
import { SandboxUnderTest, WebhookEndpoint } from './provider-sandbox-under-test.js';

const DAY_MS = 86_400_000;

describe('the sandbox as Stripe, after the money was taken', () => {
  let sandbox: SandboxUnderTest;
  let endpoint: WebhookEndpoint;
  let stripe: Stripe;
  let count = 0;

  beforeAll(async () => {
    endpoint = await WebhookEndpoint.start();
    sandbox = await SandboxUnderTest.start({ SANDBOX_WEBHOOK_URL_STRIPE: endpoint.url });
    stripe = sandbox.stripe();
  });

  afterAll(async () => {
    await sandbox.stop();
    await endpoint.stop();
  });

  /** A payment of its own, and what its books and events say. */
  const pay = async (given: Partial<Stripe.PaymentIntentCreateParams> = {}) => {
    count += 1;
    const paymentId = `case-${count}`;
    const payment = await stripe.paymentIntents.create({
      amount: 10_000,
      currency: 'eur',
      payment_method: 'pm_card_visa',
      confirm: true,
      capture_method: 'automatic',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      metadata: { payment_id: paymentId },
      ...given,
    });
    const charge = payment.latest_charge as string;
    const eventsOf = async (...types: string[]) => {
      const { data } = await stripe.events.list({ types, limit: 100 });
      return data
        .filter(({ data: { object } }) => {
          const about = object as unknown as Record<string, unknown>;
          return [about['id'], about['charge'], about['payment_intent']].some(
            (id) => id === payment.id || id === charge,
          );
        })
        .map(({ type }) => type)
        .reverse();
    };
    const totals = async () => (await sandbox.books(paymentId)).totals['EUR'];
    return { ...payment, charge, eventsOf, totals };
  };

  const act = (path: string, body: object = {}) => sandbox.control('POST', path, body);
  const passes = (advanceMs: number) => act('/clock', { advanceMs });

  describe('an authorisation', () => {
    const extensible = {
      capture_method: 'manual',
      payment_method_options: { card: { request_incremental_authorization: 'if_available' } },
    } as const;

    it('is incremented to a new total, and captured up to it', async () => {
      const { id, charge, totals } = await pay(extensible);
      const raised = await stripe.paymentIntents.incrementAuthorization(id, { amount: 12_500 });
      expect(raised).toMatchObject({
        status: 'requires_capture',
        amount: 12_500,
        amount_capturable: 12_500,
      });
      await stripe.paymentIntents.capture(id);
      expect((await stripe.charges.retrieve(charge)).amount_captured).toBe(12_500);
      expect(await totals()).toMatchObject({ authorised: '12500', captured: '12500' });
    });

    it('keeps what it holds when an increment is declined', async () => {
      const { id, totals } = await pay({
        ...extensible,
        payment_method: 'pm_card_incrementDeclined',
      });
      await expect(
        stripe.paymentIntents.incrementAuthorization(id, { amount: 20_000 }),
      ).rejects.toMatchObject({ type: 'StripeCardError', code: 'card_declined', statusCode: 402 });
      expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
        amount: 10_000,
        amount_capturable: 10_000,
      });
      await stripe.paymentIntents.capture(id);
      expect(await totals()).toMatchObject({ captured: '10000' });
    });

    it('is incremented ten times at most, and only when that was asked for', async () => {
      const { id } = await pay(extensible);
      for (let amount = 10_001; amount <= 10_010; amount += 1) {
        await stripe.paymentIntents.incrementAuthorization(id, { amount });
      }
      await expect(
        stripe.paymentIntents.incrementAuthorization(id, { amount: 10_011 }),
      ).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
      const plain = await pay({ capture_method: 'manual' });
      await expect(
        stripe.paymentIntents.incrementAuthorization(plain.id, { amount: 10_001 }),
      ).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
    });

    it('is captured and canceled in the dashboard, without our metadata', async () => {
      const taken = await pay({ capture_method: 'manual' });
      await act(`/stripe/payment_intents/${taken.id}/capture`, { amount: 4000 });
      expect(await taken.totals()).toMatchObject({ captured: '4000' });
      const given = await pay({ capture_method: 'manual' });
      await act(`/stripe/payment_intents/${given.id}/cancel`, { reason: 'fraudulent' });
      const { data } = await stripe.events.list({ type: 'payment_intent.canceled', limit: 1 });
      expect(data[0]).toMatchObject({
        data: { object: { id: given.id, cancellation_reason: 'fraudulent' } },
        request: { id: null, idempotency_key: null },
      });
    });
  });

  it('changes a payment until the bank was asked, and its metadata afterwards', async () => {
    const open = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' });
    const changed = await stripe.paymentIntents.update(open.id, {
      amount: 700,
      metadata: { a: '1', b: '2' },
    });
    expect(changed).toMatchObject({ amount: 700, metadata: { a: '1', b: '2' } });
    const { metadata } = await stripe.paymentIntents.update(open.id, { metadata: { a: '' } });
    expect(metadata).toEqual({ b: '2' });
    const { id } = await pay();
    await expect(stripe.paymentIntents.update(id, { amount: 1 })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      param: 'amount',
    });
  });

  describe('a dispute', () => {
    const lastOf = async (charge: string) => {
      const { data } = await stripe.disputes.list({ charge });
      if (data[0] === undefined) throw new Error('no dispute');
      return data[0];
    };

    it('takes the money and a fee, and gives the money back when it is won', async () => {
      const { charge, totals, eventsOf } = await pay({ payment_method: 'pm_card_createDispute' });
      await passes(2000);
      const opened = await lastOf(charge);
      expect(opened).toMatchObject({
        status: 'needs_response',
        amount: 10_000,
        is_charge_refundable: false,
        balance_transactions: [
          { type: 'adjustment', reporting_category: 'dispute', amount: -10_000, fee: 1500 },
        ],
      });
      expect((await stripe.charges.retrieve(charge)).disputed).toBe(true);
      await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({
        code: 'charge_disputed',
      });
      const answered = await stripe.disputes.update(opened.id, {
        evidence: { uncategorized_text: 'winning_evidence' },
      });
      expect(answered.status).toBe('under_review');
      await passes(2000);
      const won = await stripe.disputes.retrieve(opened.id);
      expect(won.status).toBe('won');
      expect(won.balance_transactions.map(({ net }) => net)).toEqual([-11_500, 10_000]);
      expect(await totals()).toMatchObject({ disputed: '0', fees: String(320 + 1500) });
      expect(await eventsOf('charge.dispute.*')).toEqual([
        'charge.dispute.created',
        'charge.dispute.funds_withdrawn',
        'charge.dispute.updated',
        'charge.dispute.closed',
        'charge.dispute.funds_reinstated',
      ]);
    });

    it('keeps the money when it is lost: by evidence, by acceptance, or by silence', async () => {
      const losing = async (end: (id: string) => Promise<unknown>) => {
        const { charge, totals } = await pay();
        await act(`/stripe/charges/${charge}/dispute`, { amount: 6000, reason: 'duplicate' });
        const { id } = await lastOf(charge);
        await end(id);
        expect((await stripe.disputes.retrieve(id)).status).toBe('lost');
        expect(await totals()).toMatchObject({ disputed: '6000' });
      };
      await losing(async (id) => {
        await stripe.disputes.update(id, { evidence: { uncategorized_text: 'losing_evidence' } });
        await passes(2000);
      });
      await losing((id) => stripe.disputes.close(id));
      await losing(() => passes(10 * DAY_MS));
    });

    it('asks first and takes no money as an inquiry, until the bank escalates it', async () => {
      const asked = await pay({ payment_method: 'pm_card_createDisputeInquiry' });
      await passes(2000);
      const inquiry = await lastOf(asked.charge);
      expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
      await stripe.refunds.create({ charge: asked.charge });
      expect((await stripe.disputes.retrieve(inquiry.id)).status).toBe('warning_closed');
      expect(await asked.totals()).toMatchObject({ disputed: '0', refunded: '10000' });

      const escalated = await pay();
      await act(`/stripe/charges/${escalated.id}/dispute`, { inquiry: true });
      const { id } = await lastOf(escalated.charge);
      await act(`/stripe/disputes/${id}/escalate`);
      expect(await escalated.totals()).toMatchObject({ disputed: '10000' });
      await act(`/stripe/disputes/${id}/decide`, { outcome: 'won' });
      expect(await escalated.totals()).toMatchObject({ disputed: '0' });
    });
  });

  it('reports fraud early, which a refund or a dispute leaves without a use', async () => {
    const { charge, eventsOf } = await pay({ payment_method: 'pm_card_createIssuerFraudRecord' });
    await passes(2000);
    const { data } = await stripe.radar.earlyFraudWarnings.list({ charge });
    expect(data).toMatchObject([{ actionable: true, fraud_type: 'made_with_stolen_card' }]);
    await stripe.refunds.create({ charge, reason: 'fraudulent' });
    const after = await stripe.radar.earlyFraudWarnings.retrieve(data[0]?.id ?? '');
    expect(after.actionable).toBe(false);
    expect(await eventsOf('radar.early_fraud_warning.*')).toEqual([
      'radar.early_fraud_warning.created',
      'radar.early_fraud_warning.updated',
    ]);
  });

  it('wants elevated risk reviewed, until an approval or a refund', async () => {
    const risky = await pay({ payment_method: 'pm_card_riskLevelElevated', expand: ['review'] });
    expect(risky.review).toMatchObject({ open: true, opened_reason: 'rule', charge: risky.charge });
    const review = risky.review as Stripe.Review;
    expect((await stripe.reviews.list({ limit: 1 })).data[0]?.id).toBe(review.id);
    expect(await stripe.reviews.approve(review.id)).toMatchObject({
      open: false,
      closed_reason: 'approved',
    });
    const other = await pay();
    const opened = (await act(`/stripe/charges/${other.charge}/review`)) as { id: string };
    await act(`/stripe/charges/${other.charge}/refund`, { reason: 'fraudulent' });
    expect(await stripe.reviews.retrieve(opened.id)).toMatchObject({
      closed_reason: 'refunded_as_fraud',
    });
    expect(await other.eventsOf('review.*')).toEqual(['review.opened', 'review.closed']);
  });

  it('tells the fee late when the settings say so', async () => {
    await act('/settings', { stripeFeesLate: true, stripeFeeDelayMs: 60_000 });
    const { id, charge, eventsOf } = await pay({ capture_method: 'manual' });
    await stripe.paymentIntents.capture(id);
    expect((await stripe.charges.retrieve(charge)).balance_transaction).toBeNull();
    await passes(60_001);
    await act('/settings', { stripeFeesLate: false });
    const known = await stripe.charges.retrieve(charge, { expand: ['balance_transaction'] });
    expect(known.balance_transaction).toMatchObject({ amount: 10_000, fee: 320 });
    expect(await eventsOf('charge.updated')).toEqual(['charge.updated']);
  });

  it('lets refunds settle or fail on demand, and notes be written on them', async () => {
    const { charge, totals } = await pay({ payment_method: 'pm_card_pendingRefund' });
    const refund = await stripe.refunds.create({ charge, amount: 3000 });
    expect(refund.status).toBe('pending');
    const noted = await stripe.refunds.update(refund.id, { metadata: { note: 'late' } });
    expect(noted.metadata).toEqual({ note: 'late' });
    expect(await act(`/stripe/refunds/${refund.id}/settle`)).toMatchObject({ status: 'succeeded' });
    expect(await act(`/stripe/refunds/${refund.id}/fail`)).toMatchObject({ status: 'failed' });
    expect(await totals()).toMatchObject({ refunded: '0', captured: '10000' });
  });

  it('pays out what is available, once, and takes it back when the bank does', async () => {
    await passes(3 * DAY_MS);
    await act('/stripe/payouts');
    await pay();
    await pay();
    await passes(3 * DAY_MS);
    const { payouts } = (await act('/stripe/payouts')) as { payouts: Stripe.Payout[] };
    const [payout] = payouts;
    expect(payout).toMatchObject({ amount: 2 * (10_000 - 320), currency: 'eur', automatic: true });
    const id = payout?.id ?? '';
    const { data } = await stripe.balanceTransactions.list({ payout: id, limit: 100 });
    const within = data.filter(({ type }) => type !== 'payout');
    expect(within.reduce((sum, { net }) => sum + net, 0)).toBe(payout?.amount);
    expect((await act('/stripe/payouts')) as object).toEqual({ payouts: [] });
    await passes(2 * DAY_MS);
    expect((await stripe.payouts.retrieve(id)).status).toBe('paid');
    await act(`/stripe/payouts/${id}/fail`);
    const failed = await stripe.payouts.list({ status: 'failed' });
    expect(failed.data).toMatchObject([{ id, failure_code: 'could_not_process' }]);
    const { data: told } = await stripe.events.list({ type: 'payout.*' });
    expect(told.slice(0, 5).map(({ type }) => type)).toEqual([
      'payout.failed',
      'payout.paid',
      'payout.updated',
      'payout.reconciliation_completed',
      'payout.created',
    ]);
  });

  it('pays out every day by itself when the settings say so', async () => {
    await act('/settings', { stripePayouts: 'daily' });
    const before = (await stripe.payouts.list({ limit: 100 })).data.length;
    await pay();
    await passes(3 * DAY_MS);
    await passes(DAY_MS);
    expect((await stripe.payouts.list({ limit: 100 })).data.length).toBeGreaterThan(before);
    await act('/settings', { stripePayouts: 'manual' });
  });

  it('lists the events of thirty days and forgets older ones', async () => {
    const all = async () => {
      const ids: string[] = [];
      for await (const { id } of stripe.events.list({ limit: 100 })) ids.push(id);
      return ids;
    };
    const before = await all();
    expect(new Set(before).size).toBe(before.length);
    await passes(31 * DAY_MS);
    const { id } = await pay();
    const { data } = await stripe.events.list({ types: ['payment_intent.created'] });
    expect(data).toMatchObject([{ data: { object: { id } } }]);
  });

  it('lists what was made in a window of time, and what belongs to one charge', async () => {
    const { charge, id } = await pay();
    const [one, two] = [
      await stripe.refunds.create({ charge, amount: 100 }),
      await stripe.refunds.create({ charge, amount: 200 }),
    ];
    await passes(10_000);
    await pay();
    const at = (await stripe.charges.retrieve(charge)).created;
    const window = { created: { gte: at, lte: at + 5 }, limit: 100 };
    const idsOf = ({ data }: { readonly data: readonly { readonly id: string }[] }) =>
      data.map((each) => each.id);
    expect(idsOf(await stripe.charges.list(window))).toContain(charge);
    expect(idsOf(await stripe.paymentIntents.list({ ...window, limit: 1 }))).toEqual([id]);
    expect(idsOf(await stripe.refunds.list({ charge }))).toEqual([two.id, one.id]);
    expect(
      idsOf(await stripe.refunds.list({ payment_intent: id, starting_after: two.id })),
    ).toEqual([one.id]);
    expect(idsOf(await stripe.refunds.list({ charge, ending_before: one.id }))).toEqual([two.id]);
    const lines = await stripe.balanceTransactions.list({ source: charge });
    expect(lines.data.map(({ type }) => type)).toEqual(['charge']);
    const given = await stripe.balanceTransactions.list({ source: one.id });
    expect(given.data.map(({ amount }) => amount)).toEqual([-100]);
  });

  it('refuses control requests that make no sense, naming the field', async () => {
    const { charge } = await pay();
    await expect(act(`/stripe/charges/${charge}/dispute`, { amount: 'x' })).rejects.toThrow(
      /amount must be an integer/,
    );
    await expect(act('/stripe/charges/ch_none/fraud')).rejects.toThrow(/404.*No such charge/);
    await expect(act('/settings', { stripePayouts: 'weekly' })).rejects.toThrow(/stripePayouts/);
  });

  it('balances, disputes and payouts included', async () => {
    let net = 0;
    for await (const line of stripe.balanceTransactions.list({ currency: 'eur', limit: 100 })) {
      net += line.net;
    }
    const { stripe: totals } = (await sandbox.control('GET', '/books')) as {
      stripe: Record<string, { balance: string }>;
    };
    expect(totals['EUR']?.balance).toBe(String(net));
  });

  it(
    HAVE_SPECIFICATIONS
      ? 'keeps to the official specification in every request, answer and webhook above'
      : 'was not checked against the official specification, which is not here',
    async () => {
      if (!HAVE_SPECIFICATIONS) return;
      const specification = new StripeSpecification();
      const { exchanges } = sandbox.tap;
      expect(exchanges.length).toBeGreaterThan(50);
      expect(exchanges.flatMap((exchange) => specification.problemsOf(exchange))).toEqual([]);
      const newest = (await stripe.events.list({ limit: 1 })).data[0]?.id;
      while (!endpoint.taken.some(({ id }) => id === newest)) {
        await endpoint.until(endpoint.taken.length + 1);
      }
      expect(new Set(endpoint.taken.map(({ type }) => type)).size).toBeGreaterThan(20);
      expect(endpoint.taken.flatMap(({ body }) => specification.problemsOfEvent(body))).toEqual([]);
    },
    120_000,
  );
});
