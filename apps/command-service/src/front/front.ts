import type { IncomingMessage } from 'node:http';
import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Agent } from 'undici';
import {
  BoundedLog,
  markFile,
  type Logger,
  Problem,
  ProblemFilter,
  type Refusals,
} from '#platform';
import { answeredHeaders, cameBack, passedHeaders } from './passed-headers.js';
import type { PassedOn } from './passed-on.js';
import { passedPath } from './passed-path.js';
import { PARTS, type PartName } from './parts.js';

export type FrontOptions = {
  readonly routes: readonly PassedOn[];
  /** Where each part is; undefined: it is not configured. */
  readonly urls: Readonly<Record<PartName, string | undefined>>;
  readonly logger: Logger;
  /** Counts what is refused here. */
  readonly refusals?: Refusals;
};

/** Longest wait for the first byte: a rebuild may be waited for ten minutes. */
const ANSWER_MS_MAX = 630_000;

/** An answer that says nothing for so long is given up; streams of events send comments. */
const SILENCE_MS_MAX = 300_000;

const CONNECT_MS_MAX = 2_000;
const CONNECTIONS_MAX = 1_024;
const RETRY_AFTER_SECONDS = '2';

/** What was read of a request's body, for the part that understands it. */
const BODY = Symbol('body');

type Request = FastifyRequest & { [BODY]?: Buffer | IncomingMessage };

/**
 * Has the routes of other services answered by them: body and answer pass as they are, the answer
 * while it comes. Each of them checks keys, roles and bodies itself.
 */
export function serveFront(
  server: FastifyInstance,
  { routes, urls, logger, refusals }: FrontOptions,
): void {
  const filter = new ProblemFilter(() => null, logger, refusals);
  const log = new BoundedLog(logger);
  // Not awaited: that would boot Fastify before Nest has set its handler of errors, and the routes
  // of Nest would keep Fastify's own.
  void server.register(async (scope) => {
    const agent = new Agent({
      connections: CONNECTIONS_MAX,
      connect: { timeout: CONNECT_MS_MAX },
      headersTimeout: ANSWER_MS_MAX,
      bodyTimeout: SILENCE_MS_MAX,
    });
    scope.addHook('onClose', () => agent.destroy());
    scope.setErrorHandler((error, _request, reply) => {
      filter.answer(error, reply);
    });
    await scope.register(replyFrom, {
      undici: agent,
      disableCache: true,
      disableRequestLogging: true,
    });
    const addTo = (inner: FastifyInstance, some: readonly PassedOn[]): void => {
      for (const route of some) {
        const { method, path, takesKey, bodyBytesMax, part } = route;
        inner.route({
          method,
          url: path,
          config: { takesKey },
          ...(bodyBytesMax !== undefined && { bodyLimit: bodyBytesMax }),
          handler: (request, reply) => passOn(request, reply, { route, url: urls[part], log }),
        });
      }
    };
    await scope.register(async (inner) => {
      keepBodies(inner);
      addTo(
        inner,
        routes.filter(({ isStreamed }) => isStreamed !== true),
      );
    });
    await scope.register(async (inner) => {
      leaveBodies(inner);
      addTo(
        inner,
        routes.filter(({ isStreamed }) => isStreamed === true),
      );
    });
  });
}

/** Files are passed on while they come: none is held here. */
function leaveBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (request: Request, payload, done) => {
    markFile(request.raw);
    request[BODY] = payload;
    done(null);
  });
}

/** Bodies are read to their bounds and not looked at. */
function keepBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (request: Request, body, done) => {
    request[BODY] = body as Buffer;
    done(null);
  });
}

type Passing = {
  readonly route: PassedOn;
  readonly url: string | undefined;
  readonly log: BoundedLog;
};

function passOn(request: Request, reply: FastifyReply, { route, url, log }: Passing): FastifyReply {
  const { part, target = route.path } = route;
  if (url === undefined) {
    throw new Problem('part-not-configured', `set ${PARTS[part]} to where ${part} is`);
  }
  if (cameBack(request)) {
    throw new Problem('part-not-configured', `${PARTS[part]} leads back here, not to ${part}`);
  }
  const path = passedPath(target, request.params as Readonly<Record<string, string>>);
  return reply.from(new URL(path, url).href, {
    ...bodyOf(request),
    rewriteRequestHeaders: (_request, headers) => passedHeaders(request, headers),
    rewriteHeaders: (headers) => answeredHeaders(headers),
    retryDelay: ({ err, attempt, req }) =>
      isStale(err) && attempt === 0 && isRead(req) ? 1 : null,
    onError: (_reply, { error }) => {
      log.warn({ part, path: route.path, reason: error.message }, 'a part does not answer');
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      reply.send(new Problem('unavailable', `${part} does not answer`));
    },
  } as FastifyReplyFromHooks);
}

function bodyOf(request: Request): { body?: Buffer; contentType?: string } {
  const body = request[BODY];
  if (body === undefined) return {};
  if (!Buffer.isBuffer(body)) {
    // reply-from takes a stream as the request's own body only; no hook is to look into it before.
    request.body = body;
    return {};
  }
  return { body, contentType: request.headers['content-type'] ?? 'application/octet-stream' };
}

/** A kept connection that the part closed at this very moment. */
function isStale(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'UND_ERR_SOCKET';
}

function isRead({ method }: { readonly method?: string }): boolean {
  return method === 'GET' || method === 'HEAD';
}
