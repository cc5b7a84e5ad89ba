import { Stripe } from 'stripe';
import { WebhookRejected } from '#provider-port';
import { StripeWebhookVerifier } from './webhook-verifier.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const NOW_S = NOW.getTime() / 1000;
const SECRET = 'whsec_test';

describe('verifying a Stripe webhook', () => {
  const verifier = new StripeWebhookVerifier({ secrets: [SECRET], live: false });

  it('accepts what Stripe signed', async () => {
    await expect(verifier.verify(signed(), body(), NOW)).resolves.toEqual({
      provider: 'stripe',
      eventId: 'evt_1',
      type: 'balance.available',
      apiVersion: '2026-10-28.endive',
      facts: [],
      unreadable: null,
    });
  });

  it.each([
    [NOW_S - 299, true],
    [NOW_S - 301, false],
    [NOW_S + 59, true],
    [NOW_S + 61, false],
  ])('takes a signature of second %i: %s', async (timestamp, accepted) => {
    const verified = verifier.verify(signed({ timestamp }), body(), NOW);
    await (accepted
      ? expect(verified).resolves.toBeDefined()
      : expect(verified).rejects.toThrow(WebhookRejected));
  });

  it.each([
    ['a changed body', signed(), Buffer.from(`${text()} `)],
    ['another secret', signed({ secret: 'whsec_other' }), body()],
    ['no signature', {}, body()],
    ['a signature without a time', { 'stripe-signature': 'v1=00' }, body()],
  ])('rejects %s', async (_what, headers, sent) => {
    await expect(verifier.verify(headers, sent, NOW)).rejects.toThrow(WebhookRejected);
  });

  it('accepts the old and the new secret while they change', async () => {
    const both = new StripeWebhookVerifier({ secrets: ['whsec_new', SECRET], live: false });
    await expect(both.verify(signed(), body(), NOW)).resolves.toBeDefined();
    await expect(both.verify(signed({ secret: 'whsec_new' }), body(), NOW)).resolves.toBeDefined();
  });

  it.each([
    '{"object":"v2.core.event","id":"evt_1"}',
    'no json',
    'null',
    '{"object":"event"}',
    text({ id: 'evt_ä' }),
    text({ id: `evt_${'1'.repeat(252)}` }),
  ])('rejects the signed body %.60s', async (payload) => {
    const headers = signed({ payload });
    await expect(verifier.verify(headers, Buffer.from(payload), NOW)).rejects.toThrow(
      'the body is no Stripe event',
    );
  });

  it('keeps an event whose amount no ledger of ours can hold', async () => {
    const payload = JSON.stringify({
      id: 'evt_2',
      object: 'event',
      created: NOW_S,
      type: 'charge.succeeded',
      data: {
        object: {
          id: 'ch_1',
          object: 'charge',
          created: NOW_S,
          captured: false,
          payment_intent: 'pi_1',
          balance_transaction: null,
          amount: 1050,
          amount_captured: 0,
          currency: 'isk',
          metadata: {},
        },
      },
    });
    const verified = await verifier.verify(signed({ payload }), Buffer.from(payload), NOW);
    expect(verified.facts).toEqual([]);
    expect(verified.unreadable).toMatch('finer than the ledger');
  });

  it.each([
    [
      '2025-03-31.basil',
      { id: 'po_1', object: 'payout', status: 'paid' },
      /payout po_1 has no amount.*version 2025-03-31\.basil/,
    ],
    [undefined, null, /not an object we know.*API version none/],
  ])(
    'keeps what version %s writes in another shape, and says why',
    async (version, object, why) => {
      const event = { id: 'evt_3', object: 'event', api_version: version, created: NOW_S };
      const payload = JSON.stringify({ ...event, type: 'payout.paid', data: { object } });
      const verified = await verifier.verify(signed({ payload }), Buffer.from(payload), NOW);
      expect(verified).toMatchObject({ apiVersion: version ?? null, facts: [] });
      expect(verified.unreadable).toMatch(why);
    },
  );

  it('says what to look up where an older version lists charges in place of the latest', async () => {
    const metadata = { payment_id: '5b8d3b5e-0000-5000-8000-000000000001' };
    const taken = { status: 'succeeded', amount: 1050, amount_received: 1050, currency: 'eur' };
    const charges = { object: 'list', data: [{ id: 'ch_1', object: 'charge', captured: true }] };
    const object = { id: 'pi_1', object: 'payment_intent', ...taken, charges, metadata };
    const event = { id: 'evt_5', object: 'event', api_version: '2022-08-01', created: NOW_S };
    const type = 'payment_intent.succeeded';
    const payload = JSON.stringify({ ...event, type, data: { object } });
    const verified = await verifier.verify(signed({ payload }), Buffer.from(payload), NOW);
    expect(verified).toMatchObject({
      facts: [],
      unreadable:
        'payment_intent pi_1 has no latest_charge that can be read (API version 2022-08-01)',
      subject: { paymentId: metadata.payment_id, references: ['pi_1'] },
    });
  });

  it('reads what another version writes in the same shape', async () => {
    const money = { id: 'po_1', object: 'payout', amount: 5, currency: 'eur' };
    const object = { ...money, status: 'paid', arrival_date: NOW_S };
    const event = { id: 'evt_4', object: 'event', api_version: '2025-03-31.basil', created: NOW_S };
    const payload = JSON.stringify({ ...event, type: 'payout.paid', data: { object } });
    const verified = await verifier.verify(signed({ payload }), Buffer.from(payload), NOW);
    expect(verified).toMatchObject({ unreadable: null, facts: [{ kind: 'payout' }] });
  });

  it.each([
    ['its connected account', false, { livemode: false, account: 'acct_1' }, /account acct_1/],
    ['test mode', true, { livemode: false }, 'it is of test mode'],
    ['live mode', false, { livemode: true }, 'it is of live mode'],
    ['our mode', true, { livemode: true }, undefined],
  ])('takes a payout of %s (ours is live: %s) for that', async (_whose, live, of, foreign) => {
    const money = { id: 'po_1', object: 'payout', amount: 5, currency: 'eur' };
    const object = { ...money, status: 'paid', arrival_date: NOW_S };
    const event = { id: 'evt_6', object: 'event', created: NOW_S, type: 'payout.paid', ...of };
    const payload = JSON.stringify({ ...event, data: { object } });
    const ours = new StripeWebhookVerifier({ secrets: [SECRET], live });
    const told = await ours.verify(signed({ payload }), Buffer.from(payload), NOW);
    if (foreign === undefined) expect(told.foreign).toBeUndefined();
    else expect(told.foreign).toMatch(foreign);
    expect(told).toMatchObject({ eventId: 'evt_6', unreadable: null });
    expect(told.facts).toHaveLength(foreign === undefined ? 1 : 0);
  });

  it('needs a secret', () => {
    expect(() => new StripeWebhookVerifier({ secrets: [], live: false })).toThrow(RangeError);
  });
});

type Signing = { payload?: string; secret?: string; timestamp?: number };

function signed({ payload = text(), secret = SECRET, timestamp = NOW_S }: Signing = {}) {
  return {
    'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
  };
}

function text(more: object = {}): string {
  return JSON.stringify({
    id: 'evt_1',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: NOW_S,
    type: 'balance.available',
    data: { object: {} },
    ...more,
  });
}

function body(): Buffer {
  return Buffer.from(text());
}
