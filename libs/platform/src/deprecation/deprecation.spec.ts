import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder } from '@nestjs/swagger';
import { createHttpApp } from '../http/http-app.js';
import { hashKey } from '../keys/api-keys.js';
import { Roles } from '../keys/guard.js';
import { Metrics } from '../metrics/metrics.js';
import { describeHttpApp } from '../openapi/openapi.js';
import { silentLogger } from '../process/logger.js';
import { Problem } from '../problem/problem.js';
import { Deprecated } from './deprecated.js';

const OLD = { since: '2026-11-30', sunset: '2027-11-30', instead: 'GET /v1/things' };
const LINK = '</docs/api-policy.md>; rel="deprecation"; type="text/markdown"';

@Controller('v1')
@Roles('service')
class ThingsController {
  @Get('things')
  things(): object[] {
    return [];
  }

  @Get('old-things/:id')
  @Deprecated(OLD)
  old(): never {
    throw new Problem('not-found');
  }

  @Get('old-things')
  @Deprecated(OLD)
  oldThings(): object[] {
    return [];
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('a deprecated operation', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const apiKeys = `shop:service:${hashKey('shop-key')},mill:operator:${hashKey('mill-key')}`;
    app = await createHttpApp(ThingsModule, { logger: silentLogger(), apiKeys });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  it.each([
    ['/v1/old-things', 'shop-key', 200],
    ['/v1/old-things/7', 'shop-key', 404],
    ['/v1/old-things', 'mill-key', 403],
  ])('says so in the answer to %s of %s', async (path, key, status) => {
    const { status: answered, headers } = await ask(path, key);
    expect(answered).toBe(status);
    expect(headers.get('deprecation')).toBe('@1795996800');
    expect(headers.get('sunset')).toBe('Tue, 30 Nov 2027 00:00:00 GMT');
    expect(headers.get('link')).toContain(LINK);
  });

  it('differs from those that stay', async () => {
    const { headers } = await ask('/v1/things', 'shop-key');
    for (const name of ['deprecation', 'sunset', 'link']) expect(headers.get(name)).toBeNull();
  });

  it('is counted by who calls it', async () => {
    await ask('/v1/old-things/12', 'shop-key');
    await ask('/v1/things', 'shop-key');
    const text = await app.get(Metrics).text();
    const counted = [...text.matchAll(/^assay_deprecated_requests_total\{(.*)\} (\d+)$/gm)];
    const lines = counted.map(([, labels]) => labels ?? '');
    expect(lines).toContainEqual('method="GET",route="/v1/old-things/:id",client="shop"');
    expect(lines.filter((line) => line.includes('/v1/things'))).toEqual([]);
  });

  it('is marked in the document, with its days and what to call instead', () => {
    const { paths } = describeHttpApp(app, new DocumentBuilder().build());
    expect(paths['/v1/old-things']?.get).toMatchObject({
      deprecated: true,
      description: 'Deprecated since 2026-11-30, gone from 2027-11-30 on: use GET /v1/things.',
      'x-deprecated-since': '2026-11-30',
      'x-sunset': '2027-11-30',
    });
    expect(paths['/v1/things']?.get).not.toHaveProperty('deprecated');
  });

  it('lives for a year at least', () => {
    const short = { ...OLD, sunset: '2027-11-29' };
    expect(() => Deprecated(short)).toThrow('deprecated for 364 days, at least 365 are promised');
    expect(() => Deprecated({ ...OLD, since: 'today' })).toThrow('today is no day');
  });

  async function ask(path: string, key: string): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, connection: 'close' };
    const response = await fetch((await app.getUrl()) + path, { headers });
    await response.arrayBuffer();
    return response;
  }
});
