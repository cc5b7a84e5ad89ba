import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashKey } from '../keys/api-keys.js';
import { Caller, Public, Roles } from '../keys/guard.js';
import { Problem } from '../problem/problem.js';
import { Metrics } from '../metrics/metrics.js';
import type { Logger } from '../process/logger.js';
import { IdempotencyKey } from '../validation/idempotency-key.js';
import { Answer } from './answer.js';
import { createHttpApp, type HttpAppOptions } from './http-app.js';

const LONG = 'x'.repeat(5_000);

@Controller('v1/things')
@Roles('service')
class ThingsController {
  @Get()
  list(@Caller() { client }: Caller): object {
    return { of: client, text: LONG };
  }

  @Get(':id')
  one(): object {
    return { id: 'thing' };
  }

  @Post()
  create(@IdempotencyKey() key: string, @Body() _body: object, @Answer() answer: Answer): object {
    answer.createdAt('/v1/things/1');
    if (key === 'again') answer.replayed();
    return { text: LONG };
  }

  @Post('done')
  @HttpCode(200)
  done(): object {
    return { text: LONG };
  }

  @Post('busy')
  @HttpCode(200)
  busy(): never {
    throw new Problem('unavailable');
  }
}

@Public()
@Controller('open')
class OpenController {
  @Get()
  read(): string {
    return 'for all';
  }
}

@Module({ controllers: [ThingsController, OpenController] })
class ThingsModule {}

type Sent = { readonly method?: string; readonly headers?: readonly string[]; body?: string };

const KEYS = ['shop', 'mill'].map((name) => `${name}:service:${hashKey(name)}`).join(',');
const SHOP = ['authorization', 'Bearer shop'];
const JSON_BODY = ['content-type', 'application/json'];

describe('every HTTP app', () => {
  let app: NestFastifyApplication;
  const lines: { fields: Record<string, unknown>; message: string }[] = [];

  beforeAll(async () => {
    app = await started({});
  });

  afterAll(() => app.close());

  describe('for an address that takes other methods', () => {
    it('answers 405 and says which', async () => {
      const answer = await send('/v1/things', { method: 'DELETE', headers: SHOP });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'method-not-allowed' });
    });

    it('looks at the parameters of the address too', async () => {
      const answer = await send('/v1/things/7?a=b', { method: 'PUT', headers: SHOP });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    });

    it('answers 404 where no method leads anywhere', async () => {
      const answer = await send('/v1/nothing', { method: 'DELETE', headers: SHOP });
      expect([answer.status, answer.headers.allow]).toEqual([404, undefined]);
    });
  });

  describe('who sends no key', () => {
    it('hears that before that the type of the body is wrong', async () => {
      const headers = ['content-type', 'text/csv'];
      expect((await send('/v1/things', { method: 'POST', headers, body: 'a' })).status).toBe(401);
      const known = [...SHOP, ...headers];
      const answer = await send('/v1/things', { method: 'POST', headers: known, body: 'a' });
      expect(answer.status).toBe(415);
    });

    it.each(['bearer shop', 'BEARER  shop'])('is not who writes "%s"', async (authorization) => {
      const answer = await send('/v1/things/1', { headers: ['authorization', authorization] });
      expect(answer.status).toBe(200);
    });

    it('is counted by the route, and logged without the key', async () => {
      const wrong = ['authorization', 'Bearer wrong-and-secret'];
      await send('/v1/things/12', { headers: wrong });
      const metrics = await app.get(Metrics).text();
      expect(metrics).toMatch(/http_unauthenticated_requests_total\{route="\/v1\/things\/:id"\} 1/);
      const refused = lines.filter(({ message }) => message === 'request without a valid key');
      expect(refused.at(-1)?.fields).toMatchObject({ route: '/v1/things/:id', keySent: true });
      expect(JSON.stringify(lines)).not.toContain('wrong-and-secret');
    });
  });

  it.each(['Idempotency-Key', 'Authorization', 'Content-Type', 'X-Correlation-Id'])(
    'refuses two headers %s, since Node takes one of them or joins both',
    async (name) => {
      const sent = ['idempotency-key', 'one', ...SHOP, ...JSON_BODY, 'x-correlation-id', 'a'];
      const twice = [...sent, name, name === 'Content-Type' ? 'application/json' : 'two'];
      const answer = await send('/v1/things', { method: 'POST', headers: twice, body: '{}' });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject({
        code: 'header-repeated',
        errors: [{ field: name }],
      });
    },
  );

  describe('to a command', () => {
    it('says where the created is', async () => {
      const { status, headers } = await create('first');
      expect([status, headers.location]).toEqual([201, '/v1/things/1']);
      expect(headers['idempotent-replayed']).toBeUndefined();
    });

    it('says that it was recorded before', async () => {
      expect((await create('again')).headers['idempotent-replayed']).toBe('true');
    });

    it('gives neither a tag nor a compressed answer', async () => {
      const headers = [...SHOP, ...JSON_BODY, 'accept-encoding', 'gzip', 'if-none-match', '*'];
      const answer = await send('/v1/things/done', { method: 'POST', headers, body: '{}' });
      expect(answer.status).toBe(200);
      const { etag, 'content-encoding': encoding } = answer.headers;
      expect([etag, encoding]).toEqual([undefined, undefined]);
    });

    it('that may be sent again says when', async () => {
      const sent = { method: 'POST', headers: [...SHOP, ...JSON_BODY], body: '{}' };
      const { status, headers } = await send('/v1/things/busy', sent);
      expect([status, headers['retry-after']]).toEqual([503, '1']);
    });
  });

  describe('to a read', () => {
    it('gives a tag, and no body to who has it', async () => {
      const first = await send('/v1/things', { headers: SHOP });
      const tag = String(first.headers.etag);
      expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
      const known = ['if-none-match', `"other", ${tag}`];
      const second = await send('/v1/things', { headers: [...SHOP, ...known] });
      expect([second.status, second.text, second.headers.etag]).toEqual([304, '', tag]);
      expect(second.headers['content-length']).toBeUndefined();
      const other = ['if-none-match', '"other"'];
      expect((await send('/v1/things', { headers: [...SHOP, ...other] })).status).toBe(200);
    });

    it('asks for the key first, and tells another caller nothing by the tag', async () => {
      const tag = String((await send('/v1/things', { headers: SHOP })).headers.etag);
      const known = ['if-none-match', tag];
      expect((await send('/v1/things', { headers: known })).status).toBe(401);
      const mill = ['authorization', 'Bearer mill', ...known];
      const answer = await send('/v1/things', { headers: mill });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { of: 'mill', text: LONG }]);
    });

    it('refuses without a tag', async () => {
      const answer = await send('/v1/nothing', { headers: [...SHOP, 'if-none-match', '*'] });
      expect([answer.status, answer.headers.etag]).toEqual([404, undefined]);
    });

    it('lets no cache keep it, and says that it is the caller’s', async () => {
      const { headers } = await send('/v1/things', { headers: SHOP });
      expect([headers['cache-control'], headers.vary]).toEqual([
        'no-store',
        'authorization, cookie',
      ]);
    });

    it('compresses what is long, under the same tag', async () => {
      const plain = await send('/v1/things', { headers: SHOP });
      const packed = await send('/v1/things', { headers: [...SHOP, 'accept-encoding', 'gzip'] });
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.headers.vary).toMatch(/accept-encoding/i);
      expect(packed.headers.vary).toMatch(/authorization/);
      expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
      expect(packed.headers.etag).toBe(plain.headers.etag);
      const short = await send('/v1/things/1', { headers: [...SHOP, 'accept-encoding', 'gzip'] });
      expect(short.headers['content-encoding']).toBeUndefined();
    });

    it('answers HEAD as GET, without the body', async () => {
      const get = await send('/v1/things', { headers: SHOP });
      const head = await send('/v1/things', { method: 'HEAD', headers: SHOP });
      expect([head.status, head.text]).toEqual([200, '']);
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control'] as const) {
        expect(head.headers[name]).toBe(get.headers[name]);
      }
      expect((await send('/v1/things', { method: 'HEAD' })).status).toBe(401);
      const known = [...SHOP, 'if-none-match', String(get.headers.etag)];
      const unchanged = await send('/v1/things', { method: 'HEAD', headers: known });
      expect([unchanged.status, unchanged.headers['content-length']]).toEqual([304, undefined]);
    });
  });

  describe('names each request', () => {
    it('as the client does', async () => {
      const answer = await send('/open', { headers: ['request-id', 'shop:4711'] });
      expect(answer.headers['request-id']).toBe('shop:4711');
    });

    it.each([
      ['none', undefined],
      ['one too long', 'x'.repeat(129)],
      ['one of other characters', 'a b'],
      ['a card number', '4242424242424242'],
    ])('by an id of its own where the client sends %s', async (_what, id) => {
      const answer = await send('/open', { headers: id === undefined ? [] : ['request-id', id] });
      expect(answer.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('in a refusal too', async () => {
      const answer = await send('/v1/things', { headers: ['request-id', 'r-1'] });
      expect([answer.status, answer.headers['request-id']]).toEqual([401, 'r-1']);
    });
  });

  it('logs each answer by its route, without what the request held', async () => {
    const headers = [...SHOP, 'request-id', 'logged-1'];
    await send('/v1/things/7?secret=value', { headers });
    const own = (): typeof lines =>
      lines.filter(({ fields }) => fields['requestId'] === 'logged-1');
    while (own().length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [{ fields, message } = { fields: {}, message: '' }] = own();
    expect(message).toBe('request answered');
    expect(fields).toEqual({
      requestId: 'logged-1',
      method: 'GET',
      route: '/v1/things/:id',
      status: 200,
      client: 'shop',
      ms: expect.any(Number) as number,
    });
  });

  describe('asked by a page of another origin', () => {
    const preflight = {
      method: 'OPTIONS',
      headers: ['origin', 'https://shop.example', 'access-control-request-method', 'GET'],
    };

    it('lets it do nothing by default', async () => {
      const { status, headers } = await send('/v1/things', preflight);
      expect([status, headers['access-control-allow-origin']]).toEqual([405, undefined]);
      const origin = ['origin', 'https://shop.example', ...SHOP];
      const read = await send('/v1/things', { headers: origin });
      expect(read.headers['access-control-allow-origin']).toBeUndefined();
    });

    it('lets those in that are named, refusals included, and no other', async () => {
      const CORS_ORIGINS = 'https://shop.example,https://desk.example';
      const open = await started({ cors: { CORS_ORIGINS, CORS_CREDENTIALS: 'no' } });
      const asked = await sendTo(open, '/v1/things', preflight);
      expect(asked.status).toBe(204);
      expect(asked.headers['access-control-allow-headers']).toContain('Idempotency-Key');
      const allowed = async (origin: string, key: readonly string[]) => {
        const headers = ['origin', origin, ...key];
        const answer = await sendTo(open, '/v1/things', { headers });
        return [answer.status, answer.headers['access-control-allow-origin']];
      };
      expect(await allowed('https://shop.example', SHOP)).toEqual([200, 'https://shop.example']);
      expect(await allowed('https://shop.example', [])).toEqual([401, 'https://shop.example']);
      expect(await allowed('https://evil.example', SHOP)).toEqual([200, undefined]);
      const wrong = await sendTo(open, '/v1/things', { method: 'PUT', headers: SHOP });
      expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
      await open.close();
    });
  });

  async function started(options: Partial<HttpAppOptions>): Promise<NestFastifyApplication> {
    const log = (fields: object, message: string): void => {
      lines.push({ fields: fields as Record<string, unknown>, message });
    };
    const logger: Logger = { error: log, warn: log, info: log, debug: log, trace: log };
    const made = await createHttpApp(ThingsModule, { logger, apiKeys: KEYS, ...options });
    await made.listen({ port: 0, host: '127.0.0.1' });
    return made;
  }

  function create(key: string) {
    const headers = [...SHOP, ...JSON_BODY, 'idempotency-key', key];
    return send('/v1/things', { method: 'POST', headers, body: '{}' });
  }

  function send(path: string, sent: Sent = {}) {
    return sendTo(app, path, sent);
  }
});

/** Headers as names and values in turns: an object could not hold one twice. */
async function sendTo(
  app: NestFastifyApplication,
  path: string,
  { method = 'GET', headers = [], body }: Sent,
) {
  const url = new URL(path, await app.getUrl());
  const length = body === undefined ? [] : ['content-length', String(body.length)];
  const raw = ['host', url.host, 'connection', 'close', ...length, ...headers];
  const sending = request(url, { method, headers: raw });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const chunks = (await response.toArray()) as Buffer[];
  const bytes = Buffer.concat(chunks);
  const { statusCode: status = 0 } = response;
  return { status, headers: response.headers, bytes, text: bytes.toString() };
}
