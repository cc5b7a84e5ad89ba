import { hashKey, loadConfig, type RunningApp } from '#platform';
import { totpOf } from '../../apps/command-service/src/access/one-time-codes.js';
import { Config as OperationsConfig } from '../../apps/operations/src/config.js';
import { CommandServiceUnderTest, type Answer } from '../support/command-service.js';
import { startOperations } from '../support/operations.js';

const API_KEYS = `root:admin:${hashKey('admin-key')},amal:analyst:${hashKey('analyst-key')}`;
const ADMIN = { authorization: 'Bearer admin-key' };
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
const PASSWORD = 'a rather long password';

type Enrolled = { readonly totpAddress: string; readonly recoveryCodes: readonly string[] };

let service: CommandServiceUnderTest;
let operations: RunningApp;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start({ API_KEYS });
  const config = loadConfig(OperationsConfig, {
    ...{ API_KEYS: `none:service:${hashKey('none')}`, PORT: '0' },
    ...{ STRIPE_SECRET_KEY: 'sk_test_x', PAYPAL_CLIENT_ID: 'x', PAYPAL_CLIENT_SECRET: 'x' },
  });
  operations = await startOperations({ config, eventStore: service.store });
});

afterEach(async () => {
  await operations.stop();
  await service.stop();
});

describe('a person', () => {
  it('signs in by password and code, and acts in every service by the cookie', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    const { status, cookie, body } = await signIn('chen', codeOf(enrolled));
    expect([status, body]).toMatchObject([200, { caller: { person: 'chen', role: 'auditor' } }]);
    expect(await attention(cookie)).toBe(200);
    // The process that keeps the cookie sends the token on as a key.
    const token = cookie.replace('__Host-assay=', '');
    const headers = { authorization: `Bearer ${token}`, connection: 'close' };
    expect((await fetch(`${operations.url}/v1/jobs`, { headers })).status).toBe(200);
  });

  it('has a session that a restart does not end', async () => {
    const { cookie } = await signIn('chen', codeOf(await person('chen', [{ role: 'auditor' }])));
    await service.restart();
    expect(await attention(cookie)).toBe(200);
  });

  it('is refused for a code that opened before, also after a restart', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    const code = codeOf(enrolled);
    expect((await signIn('chen', code)).status).toBe(200);
    expect((await signIn('chen', code)).body['code']).toBe('sign-in-refused');
    await service.restart();
    expect((await signIn('chen', code)).body['code']).toBe('sign-in-refused');
  });

  it('is let in once by two sign-ins with one code at the same time', async () => {
    const code = codeOf(await person('chen', [{ role: 'auditor' }]));
    const both = await Promise.all([signIn('chen', code), signIn('chen', code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('spends a recovery code by one sign-in', async () => {
    const { recoveryCodes } = await person('chen', [{ role: 'auditor' }]);
    const [code = ''] = recoveryCodes;
    expect((await signIn('chen', code)).status).toBe(200);
    expect((await signIn('chen', code)).status).toBe(401);
  });

  it('waits after wrong codes, also after a restart, and is let in by a recovery code', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    for (let tried = 0; tried < 7; tried += 1) {
      service.clock.aheadMs += 3_000;
      await signIn('chen', '000000');
    }
    await service.restart();
    const refused = await signIn('chen', codeOf(enrolled));
    expect([refused.status, refused.retryAfter]).toEqual([429, expect.stringMatching(/^[1-4]$/)]);
    expect((await signIn('chen', enrolled.recoveryCodes[0] ?? '')).status).toBe(200);
  });

  it('is not told apart from a name that is not there', async () => {
    await person('chen', [{ role: 'auditor' }]);
    const answers = [await signIn('chen', '000000'), await signIn('stranger', '000000')];
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('has a role until it lapses, and then has none', async () => {
    const until = new Date(Date.now() + 60_000).toISOString();
    const { cookie } = await signIn(
      'chen',
      codeOf(await person('chen', [{ role: 'auditor', until }])),
    );
    expect(await attention(cookie)).toBe(200);
    service.clock.aheadMs += 61_000;
    expect(await attention(cookie)).toBe(401);
  });

  it('loses sessions with the last role, by disabling, and by a new invitation', async () => {
    const { cookie } = await signIn('chen', codeOf(await person('chen', [{ role: 'auditor' }])));
    await admin('chen/grants/auditor/revocation');
    expect(await attention(cookie)).toBe(401);
    await admin('chen/grants', { role: 'auditor' });
    expect(await attention(cookie)).toBe(200);
    await admin('chen/disabling');
    expect(await attention(cookie)).toBe(401);
    await invite('chen', [{ role: 'auditor' }]);
    expect(await attention(cookie)).toBe(401);
  });

  it('ends a session after half an hour without a request, however often it starts', async () => {
    const { cookie } = await signIn('chen', codeOf(await person('chen', [{ role: 'auditor' }])));
    for (let minutes = 0; minutes < 60; minutes += 20) {
      service.clock.aheadMs += 20 * 60_000;
      expect(await attention(cookie)).toBe(200);
    }
    await service.restart();
    expect(await attention(cookie)).toBe(200);
    service.clock.aheadMs += 31 * 60_000;
    expect(await attention(cookie)).toBe(401);
  });

  it('does not invite or promote themselves', async () => {
    const grants = [{ role: 'approver' }];
    const own = await service.post('/v1/access/people', { person: 'root', grants }, ADMIN);
    expect(own.body['code']).toBe('own-grant');
  });
});

describe('a session', () => {
  it('ends after half a day, requests or not', async () => {
    const { cookie } = await signIn('chen', codeOf(await person('chen', [{ role: 'auditor' }])));
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      service.clock.aheadMs += 25 * 60_000;
      expect(await attention(cookie)).toBe(200);
      // That it was used comes back from the ledger.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    service.clock.aheadMs += 25 * 60_000;
    expect(await attention(cookie)).toBe(401);
  });

  it('has another token after each sign-in, and the one before is gone', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    const first = await signIn('chen', codeOf(enrolled));
    const second = await signIn('chen', enrolled.recoveryCodes[0] ?? '', first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect([await attention(first.cookie), await attention(second.cookie)]).toEqual([401, 200]);
  });

  it('is listed for its person and ended by an administrator', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    const { cookie } = await signIn('chen', codeOf(enrolled));
    const headers = { cookie, connection: 'close', ...OWN_PAGE };
    const own = await fetch(`${service.url}/v1/access/sessions`, { headers });
    const { items } = (await own.json()) as { items: { sessionId: string; person: string }[] };
    expect(items).toMatchObject([{ person: 'chen' }]);
    const path = `/v1/access/sessions/${items[0]?.sessionId}/end`;
    expect((await service.post(path, {}, { authorization: 'Bearer analyst-key' })).status).toBe(
      404,
    );
    expect((await service.post(path, {}, ADMIN)).status).toBe(200);
    expect(await attention(cookie)).toBe(401);
  });
});

describe('an invitation', () => {
  it('sets a password once, within three days', async () => {
    const invitation = await invite('chen', [{ role: 'auditor' }]);
    expect((await enrol(invitation, 'short')).status).toBe(400);
    expect((await enrol(invitation)).status).toBe(200);
    expect((await enrol(invitation)).body['code']).toBe('invitation-spent');
    const late = await invite('dina', [{ role: 'auditor' }]);
    service.clock.aheadMs += 73 * 60 * 60_000;
    expect((await enrol(late)).body['code']).toBe('invitation-invalid');
  });

  it('leaves no password, secret or token in the ledger', async () => {
    const enrolled = await person('chen', [{ role: 'auditor' }]);
    const { cookie } = await signIn('chen', codeOf(enrolled));
    const secret = new URL(enrolled.totpAddress).searchParams.get('secret') ?? 'none';
    const text = JSON.stringify(service.store.events.map(({ data }) => data));
    expect(text).toContain('sealedPassword');
    for (const one of ['argon2', PASSWORD, secret, cookie.slice(13), ...enrolled.recoveryCodes]) {
      expect(text).not.toContain(one);
    }
  });
});

async function invite(name: string, grants: readonly object[]): Promise<string> {
  const answer = await service.post('/v1/access/people', { person: name, grants }, ADMIN);
  expect(answer.status).toBe(201);
  return String(answer.body['invitation']);
}

function enrol(invitation: string, password = PASSWORD): Promise<Answer> {
  return service.post('/session/credentials', { invitation, password }, { authorization: '' });
}

async function person(name: string, grants: readonly object[]): Promise<Enrolled> {
  const answer = await enrol(await invite(name, grants));
  expect(answer.status).toBe(200);
  return answer.body as Enrolled;
}

/** Of the time of the service's clock. */
function codeOf({ totpAddress }: Enrolled): string {
  const secret = new URL(totpAddress).searchParams.get('secret') ?? '';
  return totpOf(secret, Math.floor(service.clock.nowMs / 30_000));
}

type SignedIn = Answer & { readonly cookie: string; readonly retryAfter: string | null };

async function signIn(name: string, code: string, cookieBefore = ''): Promise<SignedIn> {
  const response = await fetch(`${service.url}/session/password`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      cookie: cookieBefore,
      ...OWN_PAGE,
    },
    body: JSON.stringify({ person: name, password: PASSWORD, code }),
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, body, cookie, retryAfter: response.headers.get('retry-after') };
}

async function attention(cookie: string): Promise<number> {
  const headers = { cookie, connection: 'close', ...OWN_PAGE };
  return (await fetch(`${service.url}/v1/attention`, { headers })).status;
}

/** Heard of here by the next request. */
async function admin(path: string, body: object = {}): Promise<void> {
  const answer = await service.post(`/v1/access/people/${path}`, body, ADMIN);
  expect(answer.status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
