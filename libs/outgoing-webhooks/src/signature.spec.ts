import { endpointSecret, sign } from './signature.js';

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

  it('is one for each secret of a replacement', () => {
    expect(sign(SIGNED, [OTHER, SECRET])).toBe(`${sign(SIGNED, [OTHER])} ${SIGNATURE}`);
    expect(OTHER).not.toBe(endpointSecret(Buffer.from('key'), 'e1', 2));
  });
});
