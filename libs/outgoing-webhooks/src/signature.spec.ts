import { endpointSecret, sign, verifyWebhook } from './signature.js';

// Test vector of the Standard Webhooks reference libraries.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNED = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestampSeconds: 1614265330,
  body: '{"test": 2432232314}',
};
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const OTHER = endpointSecret(Buffer.from('key'), 'e1', 1);

describe('the signature of a webhook', () => {
  it('is the one of Standard Webhooks', () => {
    expect(sign(SIGNED, [SECRET])).toBe(SIGNATURE);
  });

  it('holds with any of the secrets of a replacement', () => {
    const both = sign(SIGNED, [OTHER, SECRET]);
    for (const secret of [SECRET, OTHER]) verify({ 'webhook-signature': both }, [secret]);
    expect(OTHER).not.toBe(endpointSecret(Buffer.from('key'), 'e1', 2));
  });

  it.each([
    ['another id', { 'webhook-id': 'msg_2' }],
    ['another time', { 'webhook-timestamp': '1614265331' }],
    ['another signature', { 'webhook-signature': sign(SIGNED, [OTHER]) }],
    ['a cut signature', { 'webhook-signature': SIGNATURE.slice(0, 20) }],
    ['no signature', { 'webhook-signature': undefined }],
    ['an old time', { 'webhook-timestamp': '1614260000' }],
  ])('does not hold with %s', (_what, change) => {
    expect(() => {
      verify(change);
    }).toThrow(/webhook-/);
  });
});

function verify(change: Record<string, string | undefined>, secrets = [SECRET]): void {
  const headers = {
    'webhook-id': SIGNED.id,
    'webhook-timestamp': String(SIGNED.timestampSeconds),
    'webhook-signature': SIGNATURE,
    ...change,
  };
  verifyWebhook(headers, SIGNED.body, { secrets, nowSeconds: SIGNED.timestampSeconds + 60 });
}
