import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hashKey } from '#platform';
import { CONSOLE_PAGES } from '../../apps/command-service/src/console/console-pages.js';
import { CommandServiceUnderTest } from '../support/command-service.js';

const API_KEYS = `amal:analyst:${hashKey('analyst-key')},olga:operator:${hashKey('operator-key')}`;
const PAGE = '<!doctype html><title>Assay</title>';
const SCRIPT = 'console.log(1);'.repeat(400);
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

let folder: string;
let service: CommandServiceUnderTest;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'main-a1.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'main-a1.js.gz'), gzipSync(SCRIPT));
  service = await new CommandServiceUnderTest().start({ API_KEYS, CONSOLE_DIR: folder });
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${service.url}${path}`, { redirect: 'manual', ...init });

describe('the console', () => {
  it.each(['/', ...CONSOLE_PAGES.map((name) => `/${name}`), '/queue/some-id?sort=newest'])(
    'answers its page at %s, under a policy that runs its own files only',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const policy = answer.headers.get('content-security-policy') ?? '';
      for (const part of ["script-src 'self'", "style-src 'self'", "trusted-types 'none'"]) {
        expect(policy.split('; ')).toContain(part);
      }
      expect(policy).not.toMatch(/unsafe/);
    },
  );

  it('has its files kept by browsers, compressed once', async () => {
    const answer = await ask('/assets/main-a1.js', { headers: { 'accept-encoding': 'gzip' } });
    expect([answer.status, await answer.text()]).toEqual([200, SCRIPT]);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toMatch(/immutable/);
  });

  it.each(['/nothing', '/assets/gone.js', '/assets/..%2findex.html', '/v1/nothing'])(
    'leaves %s unknown',
    async (path) => {
      const answer = await ask(path, { headers: { accept: 'text/html' } });
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-found' }]);
    },
  );

  it('takes no other method', async () => {
    const answer = await ask('/queue', { method: 'POST' });
    expect([answer.status, await answer.json()]).toMatchObject([
      405,
      { code: 'method-not-allowed' },
    ]);
  });

  it('says so where it is not built', async () => {
    const bare = await new CommandServiceUnderTest().start({
      API_KEYS,
      CONSOLE_DIR: join(folder, 'none'),
    });
    const answer = await fetch(`${bare.url}/`);
    const body: unknown = await answer.json();
    await bare.stop();
    expect([answer.status, body]).toMatchObject([501, { code: 'part-not-configured' }]);
  });
});

describe('a session', () => {
  const signIn = (key: string, headers: Record<string, string> = {}): Promise<Response> =>
    ask('/session', { method: 'POST', headers: { authorization: `Bearer ${key}`, ...headers } });

  const cookieOf = (answer: Response): string =>
    (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  const attention = (headers: Record<string, string>): Promise<number> =>
    ask('/v1/attention', { headers }).then(({ status }) => status);

  it('stands for the key it began with, at every address', async () => {
    const answer = await signIn('operator-key');
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { caller: { client: 'olga', role: 'operator' } },
    ]);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-assay=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    const cookie = cookieOf(answer);
    expect(await attention({ cookie, ...OWN_PAGE })).toBe(200);
    const told = await ask('/session', { headers: { cookie, ...OWN_PAGE } });
    expect(await told.json()).toMatchObject({
      caller: { client: 'olga' },
      endsAt: expect.stringMatching(/^\d{4}-/) as string,
    });
  });

  it('has the role of its key and no other', async () => {
    const cookie = cookieOf(await signIn('analyst-key'));
    expect(await attention({ cookie, ...OWN_PAGE })).toBe(403);
  });

  it.each([{ 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site' }, {}])(
    'counts for nothing from another page: %j',
    async (headers) => {
      const cookie = cookieOf(await signIn('operator-key'));
      expect(await attention({ cookie, ...headers })).toBe(401);
    },
  );

  it('is not had with a wrong key', async () => {
    const answer = await signIn('no-key');
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
  });

  it('begins no other one, which would put off its end', async () => {
    const cookie = cookieOf(await signIn('operator-key'));
    const answer = await ask('/session', { method: 'POST', headers: { cookie, ...OWN_PAGE } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await attention({ cookie, ...OWN_PAGE })).toBe(200);
  });

  it('ends by signing out, and by signing in again', async () => {
    const first = cookieOf(await signIn('operator-key'));
    const second = cookieOf(await signIn('operator-key', { cookie: first, ...OWN_PAGE }));
    expect(await attention({ cookie: first, ...OWN_PAGE })).toBe(401);
    const out = await ask('/session', {
      method: 'DELETE',
      headers: { cookie: second, ...OWN_PAGE },
    });
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(await attention({ cookie: second, ...OWN_PAGE })).toBe(401);
  });

  it('is asked for without a word on keys, which are so tried where they are counted', async () => {
    for (const key of ['operator-key', 'no-key']) {
      const answer = await ask('/session', { headers: { authorization: `Bearer ${key}` } });
      expect([answer.status, await answer.json()]).toMatchObject([200, { caller: null }]);
    }
  });

  it('has no caller before a key was sent', async () => {
    const answer = await ask('/session');
    expect([answer.status, await answer.json()]).toMatchObject([200, { caller: null }]);
  });
});
