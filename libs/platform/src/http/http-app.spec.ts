import { Controller, Get, Module, Post } from '@nestjs/common';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Public, Roles } from '../keys/guard.js';
import { createHttpApp } from './http-app.js';
import { silentLogger } from '../process/logger.js';

@Module({})
class EmptyModule {}

@Controller('mixed')
class MixedController {
  @Get('declared')
  @Roles('operator')
  declared(): string {
    return 'for operators';
  }

  @Get('undeclared')
  undeclared(): string {
    return 'for whom?';
  }
}

@Public()
@Controller('open')
class OpenController {
  @Get()
  read(): string {
    return 'for all';
  }

  @Post()
  write(): string {
    return 'by all';
  }
}

@Module({ controllers: [OpenController] })
class OpenModule {}

@Module({ controllers: [OpenController, MixedController] })
class MixedModule {}

describe('an HTTP app', () => {
  it('serves its OpenAPI document, as it is checked in, without a key', async () => {
    const app = await createHttpApp(OpenModule, {
      logger: silentLogger(),
      documents: ['operations'],
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${await app.getUrl()}/openapi.json`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.text()).toBe(readFileSync('docs/openapi/operations.json', 'utf8'));
    await app.close();
  });

  it('is not made while a route does not declare who may call it', async () => {
    await expect(createHttpApp(MixedModule, { logger: silentLogger() })).rejects.toThrow(
      'declare with @Roles or @Public who may call MixedController.undeclared',
    );
  });

  it.each([
    ['headers', 'GET /open HTTP/1.1\r\nhost:'],
    [
      'a body',
      'POST /open HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
    ['anything', ''],
  ])('waits for %s only so long', async (_what, begun) => {
    const timeLimits = { headMs: 100, wholeMs: 200 };
    const app = await createHttpApp(OpenModule, { logger: silentLogger(), timeLimits });
    await app.listen(0, '127.0.0.1');
    const { port } = new URL(await app.getUrl());
    const slow = connect(Number(port), '127.0.0.1', () => slow.write(begun));
    let answer = '';
    slow.on('data', (data) => (answer += String(data)));
    await once(slow, 'close');
    if (begun !== '') expect(answer).toContain('408 Request Timeout');
    await app.close();
  });

  it('does not wait, when it closes, for somebody who never asked anything', async () => {
    const app = await createHttpApp(EmptyModule, { logger: silentLogger() });
    await app.listen(0, '127.0.0.1');
    const { port } = new URL(await app.getUrl());
    const silent = connect(Number(port), '127.0.0.1');
    await once(silent, 'connect');
    const gone = once(silent.resume(), 'close');
    await app.close();
    await gone;
  });
});
