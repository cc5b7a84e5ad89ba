import { createHmac } from 'node:crypto';
import { attack, type Attack } from './attack.js';
import type { Target } from './target.js';

const STRIPE = '/v1/webhooks/stripe';
const PAYPAL = '/v1/webhooks/paypal';
const FORGED = 'webhook-rejected';

const EVENT = JSON.stringify({
  id: 'evt_attack_1',
  object: 'event',
  type: 'charge.captured',
  livemode: false,
  api_version: null,
  created: 1_700_000_000,
  data: { object: { id: 'ch_attack', object: 'charge', amount: 1, currency: 'eur' } },
});

/** As Stripe signs, with any secret and any time. */
function signed(body: string, secret: string, secondsAgo = 0): string {
  const time = Math.floor(Date.now() / 1_000) - secondsAgo;
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${signature}`;
}

function deliver(target: Target, signature: string, body = EVENT): Promise<string> {
  const headers = { 'stripe-signature': signature };
  return target.send(STRIPE, { method: 'POST', headers, body });
}

function fromPayPal(name: string, certUrl: (trap: string) => string, trap: string): Attack {
  return attack(`PayPal: a certificate at ${name}`, FORGED, (target) =>
    target.send(PAYPAL, {
      method: 'POST',
      headers: {
        'paypal-transmission-id': 'attack-1',
        'paypal-transmission-time': new Date().toISOString(),
        'paypal-transmission-sig': 'c2lnbmF0dXJl',
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': certUrl(trap),
      },
      body: '{"id":"WH-ATTACK","event_type":"PAYMENT.CAPTURE.COMPLETED"}',
    }),
  );
}

/** @param trap an address of the attacker's that must never be asked. */
export function webhookAttacks(trap: string): Attack[] {
  const certs = '/v1/notifications/certs/CERT-1';
  const host = new URL(trap).host;
  return [
    attack('Stripe: no signature', FORGED, (target) =>
      target.send(STRIPE, { method: 'POST', body: EVENT }),
    ),
    attack('Stripe: signed with a guess', FORGED, (target) =>
      deliver(target, signed(EVENT, 'whsec_guess')),
    ),
    attack('Stripe: signed with an empty secret', FORGED, (target) =>
      deliver(target, signed(EVENT, '')),
    ),
    attack('Stripe: an hour old', FORGED, (target) =>
      deliver(target, signed(EVENT, target.local.stripeWebhookSecret, 3_600)),
    ),
    attack('Stripe: of the future', FORGED, (target) =>
      deliver(target, signed(EVENT, target.local.stripeWebhookSecret, -3_600)),
    ),
    attack('Stripe: changed after it was signed', FORGED, (target) =>
      deliver(
        target,
        signed(EVENT, target.local.stripeWebhookSecret),
        EVENT.replace('"amount":1', '"amount":9'),
      ),
    ),
    attack('Stripe: a scheme that is none of ours', FORGED, (target) =>
      deliver(target, signed(EVENT, target.local.stripeWebhookSecret).replace('v1=', 'v0=')),
    ),
    attack('Stripe: a genuine one, replayed', 'stripe', async (target) => {
      const signature = signed(EVENT, target.local.stripeWebhookSecret);
      const first = await deliver(target, signature);
      return `${first} ${await deliver(target, signature)}`;
    }),
    fromPayPal('the attacker’s', (at) => `${at}${certs}`, trap),
    fromPayPal('the attacker’s, by https', () => `https://${host}${certs}`, trap),
    fromPayPal('a user of PayPal’s name', () => `https://api.paypal.com@${host}${certs}`, trap),
    fromPayPal('a host that begins alike', () => `https://api.paypal.com.evil.test${certs}`, trap),
    fromPayPal('a file', () => 'file:///etc/passwd', trap),
    fromPayPal('another path', (at) => `${at}/v1/notifications/certs/../../../metrics`, trap),
    fromPayPal('the cloud’s metadata', () => `http://169.254.169.254${certs}`, trap),
  ];
}
