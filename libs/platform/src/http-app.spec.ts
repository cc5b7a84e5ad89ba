import { Controller, Get, Module } from '@nestjs/common';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Public, Roles } from './api-keys.js';
import { createHttpApp } from './http-app.js';
import { silentLogger } from './logger.js';

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
}

@Module({ controllers: [OpenController, MixedController] })
class MixedModule {}

describe('an HTTP app', () => {
  it('is not made while a route does not declare who may call it', async () => {
    await expect(createHttpApp(MixedModule, { logger: silentLogger() })).rejects.toThrow(
      'declare with @Roles or @Public who may call MixedController.undeclared',
    );
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
