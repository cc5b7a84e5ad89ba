import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Module, Post, Req } from '@nestjs/common';
import { Public } from '../keys/guard.js';
import { silentLogger } from '../process/logger.js';
import { createHttpApp } from './http-app.js';

/** How each body ended for its handler. */
const ends: string[] = [];

@Public()
@Controller('files')
class FilesController {
  @Post()
  async take(@Req() { raw }: { readonly raw: IncomingMessage }): Promise<{ bytes: number }> {
    let bytes = 0;
    try {
      for await (const chunk of raw) bytes += (chunk as Buffer).length;
    } catch (error) {
      ends.push((error as Error).message);
      throw error;
    }
    ends.push('whole');
    return { bytes };
  }
}

@Module({ controllers: [FilesController] })
class FilesModule {}

const WHOLE_MS = 400;
const PART = Buffer.alloc(256 * 1024, 'x');

type App = Awaited<ReturnType<typeof createHttpApp>>;

describe('a body that arrives slowly', () => {
  let app: App;

  beforeEach(async () => {
    ends.length = 0;
    app = await createHttpApp(FilesModule, {
      logger: silentLogger(),
      timeLimits: { headMs: 200, wholeMs: WHOLE_MS },
      streamedBodies: ['/files'],
      bodyBytesMaxOf: { '/files': 1024 ** 3 },
    });
    await app.listen(0, '127.0.0.1');
  });

  afterEach(() => app.close());

  it('is taken when it is a file that keeps coming, longer than any other may', async () => {
    const parts = 24;
    const { socket, answer } = await begin('application/octet-stream', parts * PART.length);
    const closed = once(socket, 'close');
    const startedMs = performance.now();
    for (let part = 0; part < parts; part += 1) {
      socket.write(PART);
      await sleep(WHOLE_MS / 8);
    }
    expect(performance.now() - startedMs).toBeGreaterThan(2 * WHOLE_MS);
    await closed;
    expect(answer()).toContain('201 Created');
    expect(answer()).toContain(`"bytes":${parts * PART.length}`);
  });

  it('is refused when it is a file of which too little comes, however steadily', async () => {
    const { socket, answer } = await begin('application/octet-stream', 1_000_000);
    const dripping = setInterval(() => socket.write('x'.repeat(100)), 20);
    await once(socket, 'close');
    clearInterval(dripping);
    expect(answer()).toContain('408 Request Timeout');
    await until(() => ends.length > 0);
    expect(ends).toEqual(['aborted']);
  });

  it('is refused when it is no file, however much of it comes', async () => {
    const { socket, answer } = await begin('application/json', 1_000_000);
    const dripping = setInterval(() => socket.write(' '.repeat(1_000)), 20);
    await once(socket, 'close');
    clearInterval(dripping);
    expect(answer()).toContain('408 Request Timeout');
  });

  it('is refused when it says no length and never ends', async () => {
    const { socket, answer } = await begin('application/octet-stream', null);
    socket.write('1\r\nx\r\n');
    await once(socket, 'close');
    expect(answer()).toContain('408 Request Timeout');
  });

  async function begin(
    type: string,
    length: number | null,
  ): Promise<{ readonly socket: Socket; readonly answer: () => string }> {
    const { port } = new URL(await app.getUrl());
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    let text = '';
    socket.on('data', (data) => (text += String(data)));
    // Written to after the server has closed it.
    socket.on('error', () => undefined);
    const size = length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`;
    socket.write(
      `POST /files HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\n${size}\r\n\r\n`,
    );
    return { socket, answer: () => text };
  }
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}
