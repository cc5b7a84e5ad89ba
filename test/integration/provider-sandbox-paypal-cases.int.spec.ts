import {
  ApiError,
  CheckoutPaymentIntent,
  PatchOp,
  type Order,
  type OrderRequest,
  type OrdersCapture,
} from '@paypal/paypal-server-sdk';
import { HAVE_SPECIFICATIONS, PayPalSpecification } from '../support/specifications.js';
import { SandboxUnderTest, WebhookEndpoint, type PayPal } from './provider-sandbox-under-test.js';

const WHOLE = 'return=representation';
const DAY_MS = 86_400_000;

type Json = Readonly<Record<string, unknown>>;

describe('the sandbox as PayPal, in all that happens beside the plain flow', () => {
  let sandbox: SandboxUnderTest;
  let endpoint: WebhookEndpoint;
  let paypal: PayPal;
  let count = 0;

  beforeAll(async () => {
    endpoint = await WebhookEndpoint.start();
    sandbox = await SandboxUnderTest.start({ SANDBOX_WEBHOOK_URL_PAYPAL: endpoint.url });
    paypal = sandbox.paypal();
  });

  afterAll(async () => {
    await sandbox.stop();
    await endpoint.stop();
  });

  const act = async (path: string, body: object = {}) =>
    (await sandbox.control('POST', `/paypal/${path}`, body)) as Json;
  const passes = async (advanceMs: number) => {
    await sandbox.control('POST', '/clock', { advanceMs });
    // Its token is out of date by the sandbox's clock.
    paypal = sandbox.paypal();
  };

  const create = async (intent: CheckoutPaymentIntent): Promise<Order> => {
    count += 1;
    const body: OrderRequest = {
      intent,
      purchaseUnits: [
        { amount: { currencyCode: 'EUR', value: '100.00' }, customId: `paypal-case-${count}` },
      ],
      applicationContext: { returnUrl: 'https://shop.example/back' },
    };
    return (await paypal.orders.createOrder({ body, prefer: WHOLE })).result;
  };

  /** A capture of 100 euros, with what its books say. */
  const captured = async (funding = 'good') => {
    const { id = '' } = await create(CheckoutPaymentIntent.Capture);
    const paymentId = `paypal-case-${count}`;
    await act(`orders/${id}/approve`, { funding });
    const { result } = await paypal.orders.captureOrder({ id, prefer: WHOLE });
    const capture = captureIn(result)?.id ?? '';
    const totals = async () => (await sandbox.books(paymentId)).totals['EUR'];
    const statusOf = async () =>
      (await paypal.payments.getCapturedPayment({ captureId: capture })).result.status;
    return { orderId: id, capture, totals, statusOf };
  };

  const authorised = async () => {
    const { id = '' } = await create(CheckoutPaymentIntent.Authorize);
    await act(`orders/${id}/approve`);
    const { result } = await paypal.orders.authorizeOrder({ id, prefer: WHOLE });
    return result.purchaseUnits?.[0]?.payments?.authorizations?.[0]?.id ?? '';
  };

  const issueOf = async (asked: Promise<unknown>): Promise<string> => {
    const error: unknown = await asked.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof ApiError) || typeof error.body !== 'string') {
      throw new Error('it was not refused');
    }
    const { details } = JSON.parse(error.body) as { details?: { issue: string }[] };
    return `${error.statusCode} ${details?.[0]?.issue}`;
  };

  /** What the official client does not cover. */
  const ask = async (method: string, path: string, body?: object | FormData) => {
    const base = `http://127.0.0.1:${sandbox.tap.port}`;
    const authorization = `Bearer ${await accessToken(base)}`;
    const form = body instanceof FormData;
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { authorization, ...(form ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };

  const eventsAbout = async (id: string) => {
    const { body } = await ask('GET', `/v1/notifications/webhooks-events?transaction_id=${id}`);
    return (body['events'] as { event_type: string }[]).map(({ event_type: type }) => type);
  };

  describe('an order', () => {
    it('is changed until it is finished, and its refunds show in it', async () => {
      const { id = '' } = await create(CheckoutPaymentIntent.Capture);
      const unit = "/purchase_units/@reference_id=='default'";
      await paypal.orders.patchOrder({
        id,
        body: [
          {
            op: PatchOp.Replace,
            path: `${unit}/amount`,
            value: { currency_code: 'EUR', value: '80.00' },
          },
          { op: PatchOp.Add, path: `${unit}/invoice_id`, value: `patched-${count}` },
        ],
      });
      await act(`orders/${id}/approve`);
      const more = [
        {
          op: PatchOp.Replace,
          path: `${unit}/amount`,
          value: { currency_code: 'EUR', value: '90.00' },
        },
      ];
      expect(await issueOf(paypal.orders.patchOrder({ id, body: more }))).toBe(
        '422 AMOUNT_CHANGE_NOT_ALLOWED',
      );
      const capture = captureIn((await paypal.orders.captureOrder({ id, prefer: WHOLE })).result);
      expect(capture).toMatchObject({ amount: { value: '80.00' }, invoiceId: `patched-${count}` });
      expect(await issueOf(paypal.orders.patchOrder({ id, body: more }))).toBe(
        '422 ORDER_ALREADY_COMPLETED',
      );
      await paypal.payments.refundCapturedPayment({ captureId: capture?.id ?? '' });
      const { result: after } = await paypal.orders.getOrder({ id });
      expect(after.purchaseUnits?.[0]?.payments?.refunds).toMatchObject([{ status: 'COMPLETED' }]);
    });

    it('can be left, come back to twice, and lose its approval', async () => {
      const { id = '', links } = await create(CheckoutPaymentIntent.Capture);
      const page = links?.find(({ rel }) => rel === 'approve')?.href ?? '';
      const decide = (action: string) => sandbox.decide(page, { token: id, action });
      const status = async () => (await paypal.orders.getOrder({ id })).result.status;
      expect(await decide('leave')).toBeNull();
      expect(await status()).toBe('CREATED');
      const back = /^https:\/\/shop\.example\/back\?token=/;
      expect(await decide('approve')).toMatch(back);
      expect(await decide('approve')).toMatch(back);
      expect(await status()).toBe('APPROVED');
      expect(await eventsAbout(id)).toEqual(['CHECKOUT.ORDER.APPROVED']);
      await act(`orders/${id}/undo-approval`);
      expect(await issueOf(paypal.orders.captureOrder({ id }))).toBe('422 ORDER_NOT_APPROVED');
      expect(await eventsAbout(id)).toEqual([
        'CHECKOUT.PAYMENT-APPROVAL.REVERSED',
        'CHECKOUT.ORDER.APPROVED',
      ]);
    });
  });

  describe('an authorisation', () => {
    it('is renewed as often as the settings say, and no further than 115 %', async () => {
      await sandbox.control('POST', '/settings', { paypalReauthorisationsMax: 2 });
      const renew = async (authorizationId: string, value = '100.00') => {
        const body = { amount: { currencyCode: 'EUR', value } };
        const { result } = await paypal.payments.reauthorizePayment({ authorizationId, body });
        return result.id ?? '';
      };
      const first = await authorised();
      await passes(4 * DAY_MS);
      expect(await issueOf(renew(first, '115.01'))).toBe('422 TRANSACTION_REFUSED');
      const second = await renew(first, '115.00');
      await passes(4 * DAY_MS);
      const third = await renew(second);
      await passes(4 * DAY_MS);
      expect(await issueOf(renew(third))).toBe('422 REAUTHORIZATION_NOT_SUPPORTED');
      await paypal.payments.voidPayment({ authorizationId: first });
      const { result } = await paypal.payments.getAuthorizedPayment({ authorizationId: third });
      expect(result.status).toBe('VOIDED');
      await sandbox.control('POST', '/settings', { paypalReauthorisationsMax: 1 });
    });

    it('is captured and voided by the merchant at PayPal', async () => {
      const taken = await authorised();
      expect(await act(`authorizations/${taken}/capture`, { amount: 2500 })).toMatchObject({
        status: 'COMPLETED',
        amount: { value: '25.00' },
      });
      const given = await authorised();
      expect(await act(`authorizations/${given}/void`)).toMatchObject({ status: 'VOIDED' });
      expect(await eventsAbout(given)).toEqual([
        'PAYMENT.AUTHORIZATION.VOIDED',
        'PAYMENT.AUTHORIZATION.CREATED',
      ]);
    });
  });

  describe('a capture', () => {
    it('pends and becomes money, or does not', async () => {
      const paid = await captured('pending');
      expect(await paid.statusOf()).toBe('PENDING');
      expect(
        await issueOf(paypal.payments.refundCapturedPayment({ captureId: paid.capture })),
      ).toBe('422 PENDING_CAPTURE');
      expect(await paid.totals()).toBeUndefined();
      await act(`captures/${paid.capture}/complete`);
      expect(await paid.totals()).toMatchObject({ captured: '10000' });
      const denied = await captured('pending');
      await act(`captures/${denied.capture}/deny`);
      expect(await denied.statusOf()).toBe('DECLINED');
      expect(await eventsAbout(denied.capture)).toEqual([
        'PAYMENT.CAPTURE.DENIED',
        'PAYMENT.CAPTURE.PENDING',
      ]);
    });

    it('is reversed by PayPal itself', async () => {
      const { capture, totals, statusOf } = await captured();
      await act(`captures/${capture}/refund`, { amount: 4000 });
      const reversal = await act(`captures/${capture}/reverse`);
      expect(reversal).toMatchObject({ amount: { value: '60.00' } });
      expect(await statusOf()).toBe('REFUNDED');
      expect(await totals()).toMatchObject({ refunded: '4000', disputed: '6000' });
      expect(await eventsAbout(String(reversal['id']))).toEqual(['PAYMENT.CAPTURE.REVERSED']);
    });
  });

  it('lets a refund pend, and fail even after it succeeded', async () => {
    const { capture, totals, statusOf } = await captured('refund-pending');
    const { result } = await paypal.payments.refundCapturedPayment({
      captureId: capture,
      body: { amount: { currencyCode: 'EUR', value: '30.00' } },
      prefer: WHOLE,
    });
    const id = result.id ?? '';
    expect(result.status).toBe('PENDING');
    expect(await act(`refunds/${id}/complete`)).toMatchObject({ status: 'COMPLETED' });
    expect(await act(`refunds/${id}/fail`)).toMatchObject({ status: 'FAILED' });
    expect(await statusOf()).toBe('COMPLETED');
    expect(await totals()).toMatchObject({ refunded: '0' });
    expect(await eventsAbout(id)).toEqual([
      'PAYMENT.REFUND.FAILED',
      'PAYMENT.CAPTURE.REFUNDED',
      'PAYMENT.REFUND.PENDING',
    ]);
  });

  describe('a dispute', () => {
    const path = '/v1/customer/disputes';

    it('goes through its stages, takes money and fee, and gives the money back', async () => {
      const { capture, totals } = await captured();
      const { dispute_id: id } = await act(`captures/${capture}/dispute`);
      expect(await ask('GET', `${path}/${String(id)}`)).toMatchObject({
        status: 200,
        body: { status: 'OPEN', dispute_life_cycle_stage: 'INQUIRY' },
      });
      expect(await totals()).toMatchObject({ disputed: '0' });
      const { body: advanced } = await ask('GET', `${path}/${String(id)}`).then(async () => {
        await act(`disputes/${String(id)}/advance`);
        return ask('GET', `${path}/${String(id)}`);
      });
      expect(advanced).toMatchObject({
        status: 'WAITING_FOR_SELLER_RESPONSE',
        dispute_life_cycle_stage: 'CHARGEBACK',
        money_movements: [
          { type: 'DEBIT', reason: 'DISPUTE_SETTLEMENT', amount: { value: '100.00' } },
          { type: 'DEBIT', reason: 'DISPUTE_FEE', amount: { value: '15.00' } },
        ],
      });
      expect(
        await issueOf(
          paypal.payments.refundCapturedPayment({
            captureId: capture,
            body: { amount: { currencyCode: 'EUR', value: '1.00' } },
          }),
        ),
      ).toBe('422 TRANSACTION_DISPUTED');
      const evidence = { evidences: [{ evidence_type: 'PROOF_OF_FULFILLMENT', notes: 'Sent.' }] };
      expect((await ask('POST', `${path}/${String(id)}/provide-evidence`, evidence)).status).toBe(
        200,
      );
      await act(`disputes/${String(id)}/resolve`, { outcome: 'RESOLVED_SELLER_FAVOUR' });
      expect((await ask('GET', `${path}/${String(id)}`)).body).toMatchObject({
        status: 'RESOLVED',
        dispute_outcome: { outcome_code: 'RESOLVED_SELLER_FAVOUR' },
        money_movements: [{ type: 'DEBIT' }, { type: 'DEBIT' }, { type: 'CREDIT' }],
      });
      expect(await totals()).toMatchObject({ disputed: '0', fees: String(320 + 1500) });
    });

    it('is accepted with a form, or lost by silence', async () => {
      const accepted = await captured();
      const { dispute_id: id } = await act(`captures/${accepted.capture}/dispute`, {
        stage: 'CHARGEBACK',
        channel: 'EXTERNAL',
        amount: 6000,
      });
      const form = new FormData();
      form.set('input', '{"note":"Sorry."}');
      const { body } = await ask('POST', `${path}/${String(id)}/accept-claim`, form);
      expect(body['links']).toMatchObject([{ rel: 'self' }]);
      expect(await accepted.totals()).toMatchObject({ disputed: '6000' });
      expect((await ask('POST', `${path}/${String(id)}/accept-claim`)).status).toBe(400);

      const silent = await captured();
      await act(`captures/${silent.capture}/dispute`);
      await passes(11 * DAY_MS);
      expect(await silent.totals()).toMatchObject({ disputed: '10000' });
    });

    it('is listed page by page, and by the capture it is about', async () => {
      const { capture } = await captured();
      const { dispute_id: id } = await act(`captures/${capture}/dispute`);
      const found = await ask('GET', `${path}?disputed_transaction_id=${capture}`);
      expect(found.body['items']).toMatchObject([
        { dispute_id: id, dispute_state: 'OPEN_INQUIRIES' },
      ]);
      const seen: unknown[] = [];
      let next: string | undefined = `${path}?page_size=1`;
      while (next !== undefined) {
        const { body } = await ask('GET', next);
        seen.push(...(body['items'] as Json[]).map((item) => item['dispute_id']));
        const links = body['links'] as { rel: string; href: string }[];
        const href = links.find(({ rel }) => rel === 'next')?.href;
        next = href === undefined ? undefined : new URL(href).pathname + new URL(href).search;
      }
      expect(seen[0]).toBe(id);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(4);
      const resolved = await ask('GET', `${path}?dispute_state=RESOLVED&page_size=50`);
      expect((resolved.body['items'] as Json[]).length).toBe(3);
    });

    it('shows in the reports with its fee, under the capture', async () => {
      const { capture } = await captured();
      await act(`captures/${capture}/dispute`, { stage: 'CHARGEBACK' });
      const { now } = (await sandbox.control('GET', '/clock')) as { now: string };
      const { result } = await paypal.transactions.searchTransactions({
        startDate: new Date(Date.parse(now) - DAY_MS).toISOString(),
        endDate: new Date(Date.parse(now) + 1000).toISOString(),
      });
      const rows = (result.transactionDetails ?? []).filter(
        ({ transactionInfo: info }) => info?.paypalReferenceId === capture,
      );
      expect(rows).toMatchObject([
        {
          transactionInfo: {
            transactionEventCode: 'T1201',
            transactionAmount: { value: '-100.00' },
          },
        },
        {
          transactionInfo: {
            transactionEventCode: 'T0106',
            transactionAmount: { value: '-15.00' },
          },
        },
      ]);
    });
  });

  it('tells of a limited account', async () => {
    await act('account-limitation', { status: 'added' });
    const { body } = await ask(
      'GET',
      '/v1/notifications/webhooks-events?event_type=CUSTOMER.ACCOUNT-LIMITATION.ADDED',
    );
    expect(body).toMatchObject({ count: 1 });
  });

  it('lists the events of thirty days, page by page', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/v1/notifications/webhooks-events?page_size=7';
    while (next !== undefined) {
      const { body } = await ask('GET', next);
      seen.push(...(body['events'] as { id: string }[]).map(({ id }) => id));
      const links = body['links'] as { rel: string; href: string }[];
      const href = links.find(({ rel }) => rel === 'next')?.href;
      next = href === undefined ? undefined : new URL(href).pathname + new URL(href).search;
    }
    expect(seen.length).toBeGreaterThan(7);
    expect(new Set(seen).size).toBe(seen.length);
    await passes(31 * DAY_MS);
    await captured();
    const { body } = await ask('GET', '/v1/notifications/webhooks-events?page_size=300');
    expect(body['count']).toBeLessThan(seen.length);
    const { now } = (await sandbox.control('GET', '/clock')) as { now: string };
    const ages = (body['events'] as { create_time: string }[]).map(
      ({ create_time: at }) => Date.parse(now) - Date.parse(at),
    );
    expect(Math.max(...ages)).toBeLessThan(30 * DAY_MS);
  });

  it(
    HAVE_SPECIFICATIONS
      ? 'keeps to the official specification in every request, answer and webhook above'
      : 'was not checked against the official specification, which is not here',
    async () => {
      if (!HAVE_SPECIFICATIONS) return;
      const specification = new PayPalSpecification();
      const { exchanges } = sandbox.tap;
      expect(exchanges.length).toBeGreaterThan(50);
      expect(exchanges.flatMap((exchange) => specification.problemsOf(exchange))).toEqual([]);
      const { body } = await ask('GET', '/v1/notifications/webhooks-events?page_size=1');
      const newest = (body['events'] as { id: string }[])[0]?.id;
      while (!endpoint.taken.some(({ id }) => id === newest)) {
        await endpoint.until(endpoint.taken.length + 1);
      }
      expect(new Set(endpoint.taken.map(({ type }) => type)).size).toBeGreaterThan(15);
      expect(endpoint.taken.flatMap((each) => specification.problemsOfEvent(each.body))).toEqual(
        [],
      );
    },
    120_000,
  );
});

function captureIn(order: Order): OrdersCapture | undefined {
  return order.purchaseUnits?.[0]?.payments?.captures?.[0];
}

async function accessToken(url: string): Promise<string> {
  const answer = await fetch(`${url}/v1/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('client:secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
