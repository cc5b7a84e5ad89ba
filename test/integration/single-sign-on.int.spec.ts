import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { hashKey } from '#platform';
import { CommandServiceUnderTest } from '../support/command-service.js';
import {
  IdentityProviderUnderTest,
  signedByProvider,
  type Forgery,
} from '../support/identity-provider.js';

const API_KEYS = `root:admin:${hashKey('admin-key')}`;
const ADMIN = { authorization: 'Bearer admin-key' };
const OWN_PAGE = { 'sec-fetch-site': 'same-origin', connection: 'close' };

let service: CommandServiceUnderTest;
let provider: IdentityProviderUnderTest;

beforeEach(async () => {
  const port = await freePort();
  const returnUrl = `http://127.0.0.1:${port}/session/single-sign-on/return`;
  provider = await new IdentityProviderUnderTest().start(returnUrl);
  service = await new CommandServiceUnderTest().start({
    ...{ API_KEYS, PORT: String(port), OIDC_RETURN_URL: returnUrl, ...provider.settings },
    OIDC_ROLES: 'finance=auditor,risk=analyst',
  });
  provider.account = { sub: 'account-1', preferred_username: 'chen', groups: ['finance'] };
});

afterEach(async () => {
  await service.stop();
  await provider.stop();
});

describe('single sign-on', () => {
  it('signs in the person whom the provider names, with the roles of the groups', async () => {
    const { session } = await signedOn();
    expect(await callerOf(session)).toMatchObject({ person: 'chen', role: 'auditor' });
    const { body } = await get('/v1/access/people', ADMIN);
    const [chen] = (body as { items: { grants: { until: string }[] }[] }).items;
    expect(chen?.grants[0]?.until).toMatch(/^20/);
  });

  it('takes the roles of the ledger where groups give none, and refuses who has none', async () => {
    provider.account = { sub: 'account-1', preferred_username: 'chen' };
    expect((await signedOn()).session).toBe('');
    await invite('chen', 'approver');
    expect(await callerOf((await signedOn()).session)).toMatchObject({ role: 'approver' });
  });

  it('is the same person as by password and by key, where two have to agree', async () => {
    const { session } = await signedOn();
    const key = await service.post(
      '/v1/access/keys',
      { client: 'desk-of-chen', role: 'auditor', person: 'chen' },
      ADMIN,
    );
    const authorization = `Bearer ${String(key.body['key'])}`;
    const own = await get('/v1/access/sessions', { authorization });
    expect(own.body).toMatchObject({ items: [{ owner: 'chen', isOwn: true }] });
    expect(await callerOf(session)).toMatchObject({ person: 'chen' });
  });

  it('keeps the name from another account that takes it, until the person is invited again', async () => {
    await signedOn();
    provider.account = { sub: 'account-2', preferred_username: 'chen', groups: ['finance'] };
    expect((await signedOn()).session).toBe('');
    await invite('chen', 'auditor');
    expect((await signedOn()).session).not.toBe('');
  });

  it('refuses who is disabled here, though the provider lets them in', async () => {
    await signedOn();
    await service.post('/v1/access/people/chen/disabling', {}, ADMIN);
    expect((await signedOn()).session).toBe('');
  });

  it.each(['Chen Li', '../root', '', 7])(
    'refuses %j, which is no name of a person',
    async (name) => {
      provider.account = { sub: 'account-1', preferred_username: name, groups: ['finance'] };
      expect((await signedOn()).session).toBe('');
    },
  );
});

const FORGERIES: Readonly<Record<string, Forgery>> = {
  'without a signature': (claims) => Promise.resolve(new UnsecuredJWT(claims).encode()),
  'by HMAC with the public key': (claims, { publicJwk, kid }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(Buffer.from(JSON.stringify(publicJwk))),
  'by HMAC with the secret of the client': (claims, { kid }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(Buffer.from('secret-of-assay'.padEnd(32, ' '))),
  'by another key of the same name': async (claims, { kid }) => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  },
  'with claims changed under the signature': async (claims, keys) => {
    const [head, , signature] = (await signedByProvider(claims, keys)).split('.');
    const changed = JSON.stringify({ ...claims, preferred_username: 'root' });
    return [head, Buffer.from(changed).toString('base64url'), signature].join('.');
  },
  'for another client': (claims, keys) => signedByProvider({ ...claims, aud: 'shop' }, keys),
  'of another provider': (claims, keys) =>
    signedByProvider({ ...claims, iss: 'https://elsewhere.example' }, keys),
  'with another nonce': (claims, keys) => signedByProvider({ ...claims, nonce: 'other' }, keys),
  'without a nonce': ({ nonce: _nonce, ...claims }, keys) => signedByProvider(claims, keys),
  'that has expired': (claims, keys) =>
    signedByProvider({ ...claims, exp: 1_800_000_000 - 1e9 }, keys),
};

describe('a token', () => {
  it('that is signed again as it was opens, so that the refusals below are for what they change', async () => {
    provider.forgery = signedByProvider;
    expect((await signedOn()).session).not.toBe('');
  });

  it.each(Object.entries(FORGERIES))('%s opens nothing', async (_, forgery) => {
    provider.forgery = forgery;
    const { session, refusedTo } = await signedOn();
    expect([session, refusedTo]).toEqual(['', '/#refused=single-sign-on']);
  });
});

describe('the answer of a provider', () => {
  it('is taken once', async () => {
    const { cookie, back } = await wentToProvider();
    expect((await cameBack(cookie, back)).session).not.toBe('');
    expect((await cameBack(cookie, back)).session).toBe('');
  });

  it('is refused to another browser, and to one that began another sign-in', async () => {
    const { back } = await wentToProvider();
    expect((await cameBack('', back)).session).toBe('');
    const other = await wentToProvider();
    expect((await cameBack(other.cookie, back)).session).toBe('');
  });

  it('with another state or code is refused', async () => {
    for (const name of ['state', 'code']) {
      const { cookie, back } = await wentToProvider();
      const changed = new URL(back);
      changed.searchParams.set(name, 'other');
      expect((await cameBack(cookie, changed.href)).session).toBe('');
    }
  });

  it('that comes too late is refused', async () => {
    const { cookie, back } = await wentToProvider();
    service.clock.aheadMs += 11 * 60_000;
    expect((await cameBack(cookie, back)).session).toBe('');
  });
});

type Back = { readonly session: string; readonly refusedTo: string | null };

async function signedOn(): Promise<Back> {
  const { cookie, back } = await wentToProvider();
  return cameBack(cookie, back);
}

/** What a browser does: it follows the provider's redirects, with the provider's cookies. */
async function wentToProvider(): Promise<{ cookie: string; back: string }> {
  const begun = await visit(`${service.url}/session/single-sign-on`, {});
  const cookie = begun.cookies;
  let next = begun.location;
  const jar = new Map<string, string>();
  while (!next.startsWith(service.url)) {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer = await visit(next, headers);
    for (const each of answer.all) {
      const [pair = ''] = each.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    next = new URL(answer.location, next).href;
  }
  return { cookie, back: next };
}

async function cameBack(cookie: string, back: string): Promise<Back> {
  const { all, location } = await visit(back, { cookie, 'sec-fetch-site': 'cross-site' });
  const session = all.find((each) => each.startsWith('__Host-assay=')) ?? '';
  if (session !== '') expect(session).toMatch(/Secure; HttpOnly; SameSite=Strict/);
  return {
    session: session.split(';')[0] ?? '',
    refusedTo: location === '/' ? null : location,
  };
}

async function visit(
  url: string,
  headers: Record<string, string>,
): Promise<{ location: string; all: string[]; cookies: string }> {
  const sent = { connection: 'close', ...headers };
  const answer = await fetch(url, { redirect: 'manual', headers: sent });
  const location = answer.headers.get('location') ?? '';
  if (location === '') throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  const all = answer.headers.getSetCookie();
  return { location, all, cookies: all.map((each) => each.split(';')[0]).join('; ') };
}

async function callerOf(session: string): Promise<unknown> {
  const { body } = await get('/session', { ...OWN_PAGE, cookie: session });
  return (body as { caller: unknown }).caller;
}

async function get(path: string, headers: Record<string, string>): Promise<{ body: unknown }> {
  const sent = { connection: 'close', ...headers };
  return { body: await (await fetch(`${service.url}${path}`, { headers: sent })).json() };
}

async function invite(person: string, role: string): Promise<void> {
  // Of a moment later than the sign-in before, as for people.
  service.clock.aheadMs += 1_000;
  await service.post('/v1/access/people', { person, grants: [{ role }] }, ADMIN);
}

/** The provider has to know beforehand where it sends people back to. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
