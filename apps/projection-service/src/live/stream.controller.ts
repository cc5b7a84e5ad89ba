import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { Controller, Get, Headers, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { parsePosition, type Position } from '#event-store';
import { Problem, ProblemResponse, Roles } from '#platform';
import type { Reply } from '../lists/lists.js';
import { DeskFeed } from './desk-feed.js';

const STREAMS_MAX = 256;

/** Shorter than proxies wait. */
const HEARTBEAT_MS = 15_000;

/** A listener that reads nothing is cut off, and comes back with its last id. */
const UNREAD_BYTES_MAX = 4_194_304;

/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

const POSITION = /^\d{1,18}\/\d{1,18}$/;

type RawReply = Reply & { readonly raw: ServerResponse };

@ApiTags('cases')
@ApiBearerAuth()
@Roles('analyst', 'operator', 'auditor')
@Controller('v1/stream')
export class StreamController {
  #open = 0;

  constructor(private readonly feed: DeskFeed) {}

  @Get()
  @ApiOperation({
    summary: 'What happens at the desk, as server-sent events',
    description:
      '`case-opened`, `case-decided`, `case-leased`, `case-released` and `case-changed` have the ' +
      'position of their event as id, and `{paymentId, what, by, at, position}` as data; queries ' +
      'take the position as `minPosition`. `view-moved` says how far the view of cases is. ' +
      '`missed`: too much happened since `Last-Event-ID`; read the lists again.',
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last id that was read: what happened since comes first.',
    schema: { type: 'string', pattern: '^\\d{1,18}/\\d{1,18}$' },
  })
  @ApiOkResponse({ description: 'Never ends by itself', schema: { type: 'string' } })
  @ApiResponse({ status: 400, description: 'Malformed', type: ProblemResponse })
  @ApiResponse({ status: 503, description: 'Too many streams', type: ProblemResponse })
  async stream(
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Res({ passthrough: true }) reply: RawReply,
  ): Promise<StreamableFile> {
    const since = sinceOf(headers['last-event-id']);
    if (this.#open >= STREAMS_MAX) throw new Problem('streams-busy');
    this.#open += 1;
    const body = new PassThrough();
    body.write(`retry: ${RETRY_MS}\n\n`);
    // Also of a caller who leaves before the answer begins.
    reply.raw.once('close', () => body.destroy());
    const heartbeat = setInterval(() => body.write(':\n\n'), HEARTBEAT_MS);
    let stop = (): void => undefined;
    body.once('close', () => {
      this.#open -= 1;
      clearInterval(heartbeat);
      stop();
    });
    const listener = (text: string): void => {
      if (body.writableLength > UNREAD_BYTES_MAX) body.destroy();
      else if (!body.destroyed) body.write(text);
    };
    try {
      stop = await this.feed.listen(listener, since, () => body.destroy());
    } catch (error) {
      body.destroy();
      throw error;
    }
    if (body.destroyed) stop();
    reply.header('cache-control', 'no-store');
    reply.header('x-accel-buffering', 'no');
    return new StreamableFile(body, { type: 'text/event-stream' });
  }
}

/** @throws Problem `request-invalid` for an id that no stream gave. */
function sinceOf(sent: string | undefined): Position | null {
  if (sent === undefined || sent === '') return null;
  if (POSITION.test(sent)) return parsePosition(sent);
  const message = 'must be the id of a message, as in 1042/1042';
  throw new Problem('request-invalid', undefined, [{ field: 'Last-Event-ID', message }]);
}
