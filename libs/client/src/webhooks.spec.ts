import { Webhook } from 'standardwebhooks';
import { verifyWebhook, WebhookRefused, type WebhookRules } from './webhooks.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const AT_SECONDS = 1_900_000_000;
const ID = 'msg_1';
const BODY = JSON.stringify({
  type: 'payment.captured',
  timestamp: '2026-11-21T10:00:00.000Z',
  version: 1,
  data: { orderId: 'Zürich ✓' },
});

describe('verifying a webhook', () => {
  it('believes what the published library signs', async () => {
    const { id, sentAt, event } = await verified({});
    expect({ id, sentAt: sentAt.getTime() }).toEqual({ id: ID, sentAt: AT_SECONDS * 1000 });
    if (event.type !== 'payment.captured') throw new TypeError(event.type);
    expect(event.data.orderId).toBe('Zürich ✓');
  });

  it('takes the headers of Node and the bytes of a body', async () => {
    const headers = { ...signedHeaders(), 'Webhook-Id': ID };
    delete (headers as Partial<typeof headers>)['webhook-id'];
    const body = new TextEncoder().encode(BODY);
    const given = { headers, body };
    await expect(verifyWebhook(given, rules({}))).resolves.toMatchObject({ id: ID });
  });

  it('believes either secret while one is replaced, on both sides', async () => {
    await verified({ rules: { secrets: [OTHER, SECRET] } });
    const both = `${signature(OTHER)} ${signature(SECRET)}`;
    await verified({ headers: { 'webhook-signature': both } });
    await expect(verified({ rules: { secrets: OTHER } })).rejects.toThrow(WebhookRefused);
  });

  it.each([
    ['another body', 'signature-wrong', { body: `${BODY} ` }],
    ['another id', 'signature-wrong', { headers: { 'webhook-id': 'msg_2' } }],
    ['no id', 'header-missing', { headers: { 'webhook-id': '' } }],
    ['no signature', 'header-missing', { headers: { 'webhook-signature': '' } }],
    ['a cut one', 'signature-wrong', { headers: { 'webhook-signature': 'v1,abc' } }],
    ['one of another kind', 'signature-wrong', { headers: { 'webhook-signature': 'v1a,abc=' } }],
    ['no time', 'timestamp-out-of-bounds', { headers: { 'webhook-timestamp': 'now' } }],
    ['an old time', 'timestamp-out-of-bounds', { rules: { now: at(AT_SECONDS + 301) } }],
    ['an early time', 'timestamp-out-of-bounds', { rules: { now: at(AT_SECONDS - 301) } }],
  ])('refuses %s as %s', async (_what, code, change) => {
    await expect(verified(change)).rejects.toMatchObject({ name: 'WebhookRefused', code });
  });

  it('keeps to the tolerance that it was given', async () => {
    await verified({ rules: { now: at(AT_SECONDS + 299) } });
    await verified({ rules: { now: at(AT_SECONDS + 301), toleranceSeconds: 400 } });
  });

  it('gives a type that it does not know as such', async () => {
    const body = '{"type":"payment.teleported","timestamp":"2026-11-21T10:00:00.000Z"}';
    const headers = { 'webhook-signature': signature(SECRET, body) };
    const { event } = await verified({ body, headers });
    expect(event).toMatchObject({
      type: 'unrecognised',
      message: { type: 'payment.teleported' },
    });
  });

  it.each(['', 'whsec_', 'whsec_not base64!'])('names %j as no secret', async (secrets) => {
    await expect(verified({ rules: { secrets } })).rejects.toThrow(/a webhook secret is whsec_/);
  });
});

type Change = {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rules?: Partial<WebhookRules>;
};

function verified({ body = BODY, headers = {}, rules: other = {} }: Change) {
  const all = new Headers({ ...signedHeaders(), ...headers });
  return verifyWebhook({ headers: all, body }, rules(other));
}

function rules(other: Partial<WebhookRules>): WebhookRules {
  return { secrets: SECRET, now: at(AT_SECONDS), ...other };
}

function signedHeaders() {
  return {
    'webhook-id': ID,
    'webhook-timestamp': String(AT_SECONDS),
    'webhook-signature': signature(SECRET),
  };
}

function signature(secret: string, body = BODY): string {
  return new Webhook(secret).sign(ID, new Date(AT_SECONDS * 1000), body);
}

function at(seconds: number): () => number {
  return () => seconds * 1000;
}
