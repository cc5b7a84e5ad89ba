import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem, ProblemFilter, type Logger, type Refusals } from '#platform';
import { CONSOLE_PAGES } from './console-pages.js';

export type ConsoleOptions = {
  /** What the console was built into. */
  readonly folder: string;
  readonly logger: Logger;
  /** Counts what is refused here. */
  readonly refusals?: Refusals;
};

const INDEX = 'index.html';

/** Their names hold a hash of what is in them. */
const NAMED_BY_CONTENT = '/assets/';

/**
 * Only this origin is asked, only files of it run, and no text becomes markup.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** One route for each file there is: nothing else of the disk can be asked for. */
const FILES = { wildcard: false, preCompressed: true, cacheControl: false } as const;

/** Serves the console's files, and its page at every address of it. */
export function serveConsole(
  server: FastifyInstance,
  { folder, logger, refusals }: ConsoleOptions,
): void {
  const root = resolve(folder);
  const isBuilt = existsSync(join(root, INDEX));
  const filter = new ProblemFilter(() => null, logger, refusals);
  // Not awaited, for the reason that the front has.
  void server.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => {
      filter.answer(error, reply);
    });
    // In place of those that hold for data, which the hook before this one has set.
    scope.addHook('onRequest', (request, reply, done) => {
      const isKept = request.url.startsWith(NAMED_BY_CONTENT);
      reply.headers(HEADERS).header('cache-control', isKept ? FOREVER : ASK_EACH_TIME);
      done();
    });
    if (isBuilt) await scope.register(fastifyStatic, { ...FILES, root });
    const page = (_request: unknown, reply: FastifyReply): FastifyReply => {
      if (!isBuilt) throw new Problem('part-not-configured', `no console is built in ${folder}`);
      return reply.sendFile(INDEX);
    };
    if (!isBuilt) scope.get('/', page);
    for (const name of CONSOLE_PAGES) {
      scope.get(`/${name}`, page);
      scope.get(`/${name}/*`, page);
    }
  });
}
