import { Module } from '@nestjs/common';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createHttpApp } from './http-app.js';
import { silentLogger } from './logger.js';

@Module({})
class EmptyModule {}

describe('an HTTP app', () => {
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
