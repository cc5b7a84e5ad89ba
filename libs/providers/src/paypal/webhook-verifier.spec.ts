import { createSign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import { certify, type Certified } from '../../../../test/support/certificate-authority.js';
import { ProviderUnavailable, WebhookRejected } from '#provider-port';
import { PayPalWebhookVerifier } from './webhook-verifier.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const NAME = 'messageverificationcerts.sandbox.paypal.com';
const WEBHOOK_ID = 'WH-SUBSCRIPTION';
const PEM_OF_NOTHING = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

describe('verifying a PayPal webhook', () => {
  const root = certify({ name: 'Test Root' });
  const middle = certify({ name: 'Test Middle', issuer: root, ca: true });
  const leaf = certify({ name: NAME, issuer: middle });
  const direct = certify({ name: NAME, issuer: root });
  const files = new Map<string, string>();
  let server: Server;
  let fetches = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      fetches += 1;
      const path = request.url ?? '';
      if (path.endsWith('/elsewhere')) {
        return response.writeHead(302, { location: certUrl('direct') }).end();
      }
      const file = files.get(path.slice(path.lastIndexOf('/') + 1));
      return response.writeHead(file === undefined ? 404 : 200).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    files.set('direct', direct.pem);
    files.set('chain', leaf.pem + middle.pem);
    files.set('short', leaf.pem);
    files.set('stranger', certify({ name: NAME, issuer: certify({ name: 'Test Root' }) }).pem);
    files.set('other-name', certify({ name: 'example.com', issuer: root }).pem);
    files.set('late', certify({ name: NAME, issuer: root, to: '2026-11-20T00:00:00Z' }).pem);
    const sub = certify({ name: 'Test Leaf', issuer: root, ca: false });
    files.set('no-authority', certify({ name: NAME, issuer: sub }).pem + sub.pem);
    files.set('noise', 'no certificate here');
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('accepts what PayPal signed, straight from the root or through the chain', async () => {
    const delivery = signed(event(), { by: direct });
    await expect(verifier().verify(delivery, body(), NOW)).resolves.toMatchObject({
      provider: 'paypal',
      eventId: 'WH-1',
      type: 'CHECKOUT.ORDER.APPROVED',
    });
    const chained = signed(event(), { by: leaf, at: certUrl('chain') });
    await expect(verifier().verify(chained, body(), NOW)).resolves.toMatchObject({
      eventId: 'WH-1',
    });
  });

  it('fetches a certificate once', async () => {
    const once = verifier();
    const before = fetches;
    const delivery = signed(event(), { by: direct });
    await Promise.all([once.verify(delivery, body(), NOW), once.verify(delivery, body(), NOW)]);
    await once.verify(delivery, body(), NOW);
    expect(fetches - before).toBe(1);
  });

  it.each([
    ['a changed body', () => ({}), () => Buffer.from(`${event()} `)],
    ['another transmission id', () => ({ 'paypal-transmission-id': 'other' }), body],
    ['another time', () => ({ 'paypal-transmission-time': '2026-11-21T11:58:00Z' }), body],
    ['a changed signature', () => ({ 'paypal-transmission-sig': 'AAAA' }), body],
    ['another algorithm', () => ({ 'paypal-auth-algo': 'SHA1withRSA' }), body],
    ['no signature', () => ({ 'paypal-transmission-sig': undefined }), body],
  ])('rejects %s', async (_what, headers, sent) => {
    const delivery = { ...signed(event(), { by: direct }), ...headers() };
    await expect(verifier().verify(delivery, sent(), NOW)).rejects.toThrow(WebhookRejected);
  });

  it('rejects a signature for another subscription', async () => {
    const delivery = signed(event(), { by: direct, webhookId: 'WH-OTHER' });
    await expect(verifier().verify(delivery, body(), NOW)).rejects.toThrow('does not match');
  });

  it.each([
    ['stranger', 'does not chain'],
    ['short', 'does not chain'],
    ['no-authority', 'does not chain'],
    ['other-name', 'another name'],
    ['late', 'not valid at this time'],
    ['noise', 'holds no certificate'],
  ])('rejects the certificate "%s"', async (file, reason) => {
    const delivery = signed(event(), { by: direct, at: certUrl(file) });
    await expect(verifier().verify(delivery, body(), NOW)).rejects.toThrow(reason);
  });

  it.each([
    ['a host that is not listed', 'https://evil.example/v1/notifications/certs/x'],
    ['a listed host without encryption', 'http://api.paypal.com/v1/notifications/certs/x'],
    ['a listed host on another port', 'https://api.paypal.com:8443/v1/notifications/certs/x'],
    ['another path', 'https://api.paypal.com/v1/elsewhere/x'],
    ['a path that climbs', 'https://api.paypal.com/v1/notifications/certs/../../x'],
    ['a name and password', 'https://u:p@api.paypal.com/v1/notifications/certs/x'],
    ['a plain host on another port', 'http://sandbox.invalid/v1/notifications/certs/x'],
    ['a file', 'file:///etc/passwd'],
    ['no address at all', 'not an address'],
  ])('fetches nothing for %s', async (_what, address) => {
    const before = fetches;
    const delivery = signed(event(), { by: direct, at: address });
    await expect(verifier().verify(delivery, body(), NOW)).rejects.toThrow(
      'the certificate address is not one of PayPal’s',
    );
    expect(fetches).toBe(before);
  });

  it('asks a host without encryption when it is listed as such', async () => {
    const at = 'http://sandbox.invalid:3010/v1/notifications/certs/x';
    const delivery = signed(event(), { by: direct, at });
    await expect(verifier().verify(delivery, body(), NOW)).rejects.toThrow(ProviderUnavailable);
  });

  it('follows no redirect, and says that the certificate is out of reach', async () => {
    const delivery = signed(event(), { by: direct, at: certUrl('elsewhere') });
    await expect(verifier().verify(delivery, body(), NOW)).rejects.toThrow(ProviderUnavailable);
  });

  it('asks again after a failed fetch', async () => {
    const patient = verifier();
    const delivery = signed(event(), { by: direct, at: certUrl('soon') });
    await expect(patient.verify(delivery, body(), NOW)).rejects.toThrow(ProviderUnavailable);
    files.set('soon', direct.pem);
    await expect(patient.verify(delivery, body(), NOW)).resolves.toBeDefined();
  });

  it.each([
    ['a page that says it is away', '<html>maintenance</html>', ProviderUnavailable],
    ['a broken certificate', PEM_OF_NOTHING, ProviderUnavailable],
    ['a certificate of a stranger', certify({ name: NAME }).pem, WebhookRejected],
  ])('forgets %s, and takes the real certificate afterwards', async (_what, page, refusal) => {
    const patient = verifier();
    files.set('again', page);
    const delivery = signed(event(), { by: direct, at: certUrl('again') });
    await expect(patient.verify(delivery, body(), NOW)).rejects.toThrow(refusal);
    files.set('again', direct.pem);
    await expect(patient.verify(delivery, body(), NOW)).resolves.toBeDefined();
  });

  it('fetches a certificate again when the one it had is over', async () => {
    const patient = verifier();
    files.set('renewed', certify({ name: NAME, issuer: root, to: '2026-11-21T13:00:00Z' }).pem);
    const over = new Date('2026-11-21T13:30:00Z');
    const first = signed(event(), { by: direct, at: certUrl('renewed') });
    await expect(patient.verify(first, body(), NOW)).rejects.toThrow('does not match');
    files.set('renewed', direct.pem);
    await expect(patient.verify(first, body(), over)).resolves.toBeDefined();
  });

  it.each([
    ['2026-11-18T05:59:00Z', false],
    ['2026-11-18T06:01:00Z', true],
    ['2026-11-21T12:04:00Z', true],
    ['2026-11-21T12:06:00Z', false],
    ['yesterday', false],
  ])('takes a transmission of %s: %s', async (time, accepted) => {
    const delivery = signed(event(), { by: direct, time });
    const verified = verifier().verify(delivery, body(), NOW);
    await (accepted
      ? expect(verified).resolves.toBeDefined()
      : expect(verified).rejects.toThrow('not of the last three days'));
  });

  it('trusts no signature without a root, and says so at once when the root is no certificate', async () => {
    const delivery = signed(event(), { by: direct });
    await expect(verifier(null).verify(delivery, body(), NOW)).rejects.toThrow('no PayPal root');
    expect(() => verifier('not a certificate')).toThrow(RangeError);
  });

  it('rejects a signed body that is no event', async () => {
    const text = '{"id":1}';
    const delivery = signed(text, { by: direct });
    await expect(verifier().verify(delivery, Buffer.from(text), NOW)).rejects.toThrow(
      'the body is no PayPal event',
    );
  });

  type Signing = { by: Certified; at?: string; time?: string; webhookId?: string };

  function signed(text: string, signing: Signing): Record<string, string | undefined> {
    const { by, at = certUrl('direct'), webhookId = WEBHOOK_ID } = signing;
    const { time = '2026-11-21T11:59:00Z' } = signing;
    const message = `t-1|${time}|${webhookId}|${crc32(Buffer.from(text))}`;
    return {
      'paypal-transmission-id': 't-1',
      'paypal-transmission-time': time,
      'paypal-transmission-sig': createSign('sha256').update(message).sign(by.privateKey, 'base64'),
      'paypal-cert-url': at,
      'paypal-auth-algo': 'SHA256withRSA',
    };
  }

  function certUrl(file: string): string {
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1/notifications/certs/${file}`;
  }

  function verifier(trustedRoots: string | null = root.pem): PayPalWebhookVerifier {
    return new PayPalWebhookVerifier({
      webhookId: WEBHOOK_ID,
      trustedRoots,
      certificateHosts: ['api.paypal.com', '127.0.0.1', 'http://sandbox.invalid:3010'],
      certificateName: NAME,
      timeoutMs: 60_000,
    });
  }
});

function event(): string {
  return JSON.stringify({ id: 'WH-1', event_type: 'CHECKOUT.ORDER.APPROVED', resource: {} });
}

function body(): Buffer {
  return Buffer.from(event());
}
