import { attack, type Attack } from './attack.js';
import type { Target } from './target.js';

const NO_KEY = 'unauthenticated';
const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that says of itself that it needs no check. */
const UNSIGNED = `${base64url({ alg: 'none' })}.${base64url({ sub: 'local-operator' })}.`;

const bearer = (key: string): { authorization: string } => ({ authorization: `Bearer ${key}` });

type Cookie = { readonly cookie: string };

/** Signs in as the analyst, as the console does. */
async function session(target: Target, cookie = ''): Promise<Cookie> {
  const answer = await fetch(`${target.url}/session`, {
    method: 'POST',
    headers: { ...bearer(target.key('local-analyst')), 'sec-fetch-site': 'same-origin', cookie },
  });
  return { cookie: String(answer.headers.get('set-cookie')).split(';')[0] ?? '' };
}

async function withSession(
  target: Target,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const { cookie } = await session(target);
  return target.send('/v1/cases/next', {
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID(), cookie, ...headers },
    body: '{}',
  });
}

export const KEY_ATTACKS: readonly Attack[] = [
  attack('a token without a signature (alg none)', NO_KEY, (target) =>
    target.send('/v1/attention', { headers: bearer(UNSIGNED) }),
  ),
  attack('a token signed with the hash of a key', NO_KEY, (target) =>
    target.send('/v1/attention', {
      headers: bearer(`${base64url({ alg: 'HS256' })}.${base64url({ role: 'operator' })}.c2ln`),
    }),
  ),
  attack('another scheme of authorisation', NO_KEY, (target) =>
    target.send('/v1/attention', {
      headers: { authorization: `Basic ${Buffer.from('local-operator:x').toString('base64')}` },
    }),
  ),
  attack('a key of too small a role', 'forbidden', (target) =>
    target.send('/v1/attention', { as: 'local' }),
  ),
  attack('a session that the attacker chose', NO_KEY, async (target) => {
    const planted = `__Host-assay=${'A'.repeat(43)}`;
    await session(target, planted);
    return target.send('/v1/attention', {
      headers: { cookie: planted, 'sec-fetch-site': 'same-origin' },
    });
  }),
  attack('a page of another site, with the cookie (CSRF)', NO_KEY, (target) =>
    withSession(target, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }),
  ),
  attack('a page of another port of this machine', NO_KEY, (target) =>
    withSession(target, { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }),
  ),
  attack('an old browser at another page', NO_KEY, (target) =>
    withSession(target, { origin: 'https://evil.test' }),
  ),
  attack('a form, which needs no preflight', 'media-type-unsupported', (target) =>
    withSession(target, {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    }),
  ),
  attack('more sign-ins than anybody needs', 'rate-limited', async (target) => {
    const answers: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      answers.push(await target.send('/session', { method: 'POST', as: 'local-analyst-2' }));
    }
    return answers.at(-1) ?? '';
  }),
  attack('a second checkout of a customer at once', 'checkout-repeated', async (target) => {
    await checkout(target, { customerId: 'customer-hurried' });
    return checkout(target, { customerId: 'customer-hurried' });
  }),
];

/** Last, since wrong keys of this machine are then refused for a while. */
export const GUESSES: readonly Attack[] = [
  attack('two hundred guesses of a key, each from another address', 'too-many-wrong-keys', guess),
  attack('a right key at an address of guesses goes on', 'forbidden', (target) =>
    target.send('/v1/attention', { as: 'local' }),
  ),
];

async function guess(target: Target): Promise<string> {
  let answer = '';
  for (let nth = 0; nth < 200; nth += 1) {
    const headers = {
      ...bearer(`assay_guess-seed-${nth}`),
      'x-forwarded-for': `192.0.2.${nth}`,
      forwarded: `for=192.0.2.${nth}`,
      'x-real-ip': `192.0.2.${nth}`,
    };
    answer = await target.send('/v1/attention', { headers });
  }
  return answer;
}

/** A payment as the shop would begin it, and what the attacker changes. */
export function checkout(target: Target, change: object | string): Promise<string> {
  const body = {
    orderId: 'order-attack',
    merchantId: 'merchant-1',
    customerId: crypto.randomUUID(),
    amount: { amount: '100', currency: 'EUR' },
    method: { kind: 'card', token: 'pm_card_visa' },
    intent: 'initiate',
  };
  return target.send('/v1/payments', {
    method: 'POST',
    as: 'local',
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: typeof change === 'string' ? change : JSON.stringify({ ...body, ...change }),
  });
}
