import {
  ValidationPipe,
  type DynamicModule,
  type Provider,
  type Type,
  type ValidationError,
  type ValidationPipeOptions,
} from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BodyPipe } from '../validation/body.pipe.js';
import { refuseOddShapes } from '../validation/body-shape.js';
import { CardDataGuard } from '../card-data/card-data.guard.js';
import { drainOnClose } from './drain.js';
import { HttpAppModule } from './http-app.module.js';
import { KeyFirst } from './key-first.js';
import { NestLogger, type Logger } from '../process/logger.js';
import { lostOutput } from '../process/log-output.js';
import { Metrics, type ReadMetric } from '../metrics/metrics.js';
import { refuseBrokenRequest } from '../problem/broken-request.js';
import { openApiTextOf } from '../openapi/document.js';
import { ProblemFilter, type ProblemMapping, type Reply } from '../problem/problem.filter.js';
import { Problem } from '../problem/problem.js';
import { refuseUndeclared } from '../keys/routes.js';
import { Turnstile } from './turnstile.js';

export type HttpAppOptions = {
  readonly logger: Logger;
  /** The app whose OpenAPI document is answered at `GET /openapi.json`; none if left out. */
  readonly document?: string;
  /** As in the variable API_KEYS. Default: only public routes answer. */
  readonly apiKeys?: string;
  /** What all modules may inject, beside Health and Metrics. */
  readonly shared?: readonly Provider[];
  /** Only its routes are known: nothing is made, connected or started. */
  readonly preview?: boolean;
  /** Maps the app's own errors to problems. */
  readonly mapping?: ProblemMapping;
  /** Longest body in bytes. */
  readonly bodyBytesMax?: number;
  /** Longer bodies for some addresses, by path. */
  readonly bodyBytesMaxOf?: Readonly<Record<string, number>>;
  /** How long a request may take to arrive. */
  readonly timeLimits?: TimeLimits;
  /** Requests of which a few begin in each turn of the event loop; all others begin at once. */
  readonly queued?: { readonly perTurn: number; isOne: (method: string, path: string) => boolean };
};

/**
 * A Nest application on Fastify with our conventions: strict validation that names each field,
 * problem+json for every refusal, safe headers, raw bodies kept for signatures, and what it does
 * told at `GET /metrics` to operators, and how its parts are at `GET /health/ready`. Modules add to
 * both through the injected Metrics and Health.
 *
 * @throws Error when a route does not declare who may call it.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  {
    logger,
    document,
    apiKeys = '',
    shared = [],
    preview = false,
    mapping = () => null,
    bodyBytesMax = 64 * 1024,
    bodyBytesMaxOf = {},
    queued,
    timeLimits = TIME_LIMITS,
  }: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter(mapping, logger);
  const adapter = adapterOf(filter, { bodyBytesMax, bodyBytesMaxOf, timeLimits });
  const metrics = new Metrics();
  metrics.add(lostOutput);
  measureRequests(adapter, metrics);
  const whole = HttpAppModule.around(module, { metrics, apiKeys, others: shared });
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    reply.headers(SAFE_HEADERS);
    done();
  });
  const keyFirst = new KeyFirst(logger);
  keyFirst.hook(adapter, metrics);
  addBodyHooks(adapter);
  if (queued) metrics.add(waitingIn(queue(adapter, queued)));
  const app = await NestFactory.create<NestFastifyApplication>(whole, adapter, {
    logger: new NestLogger(logger),
    rawBody: true,
    abortOnError: false,
    preview,
  });
  refuseUndeclared(app);
  serveDocument(adapter, document);
  if (!preview) keyFirst.watch(app);
  app.useGlobalPipes(new BodyPipe(createValidationPipe()));
  app.useGlobalGuards(new CardDataGuard());
  app.useGlobalFilters(filter);
  return app;
}

function serveDocument(adapter: FastifyAdapter, app: string | undefined): void {
  if (app === undefined) return;
  const text = openApiTextOf(app);
  adapter.getInstance().get('/openapi.json', (_request, reply) => {
    void reply.type('application/json').send(text);
  });
}

type Bounds = Required<Pick<HttpAppOptions, 'bodyBytesMax' | 'bodyBytesMaxOf' | 'timeLimits'>>;

function adapterOf(
  filter: ProblemFilter,
  { bodyBytesMax, bodyBytesMaxOf, timeLimits }: Bounds,
): FastifyAdapter {
  const adapter = new JsonAdapter({
    frameworkErrors: (error: unknown, _request: unknown, reply: Answerable) => {
      filter.answer(error, reply.headers(SAFE_HEADERS) as Reply);
    },
    bodyLimit: bodyBytesMax,
    http: {
      headersTimeout: timeLimits.headMs,
      requestTimeout: timeLimits.wholeMs,
      connectionsCheckingInterval: Math.min(1_000, timeLimits.headMs),
    },
    requestTimeout: timeLimits.wholeMs,
    trustProxy: false,
    routerOptions: { maxParamLength: PARAMETER_CHARS_MAX },
    clientErrorHandler: refuseBrokenRequest,
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    const bytesMax = bodyBytesMaxOf[route.url];
    if (bytesMax !== undefined) route.bodyLimit = bytesMax;
  });
  adapter.getInstance().server.maxConnections = CONNECTIONS_MAX;
  const closing = drainOnClose(adapter.getInstance().server);
  adapter.getInstance().addHook('preClose', (done) => {
    closing();
    done();
  });
  return adapter;
}

function addBodyHooks(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('preValidation', (request, _reply, done) => {
    refuseOddShapes(request.body);
    done();
  });
  adapter.getInstance().addHook('onSend', (_request, reply, payload, done) => {
    // Read to its end and forgotten; a client that still sends would else lose the answer.
    if (reply.statusCode === PAYLOAD_TOO_LARGE) reply.removeHeader('connection');
    done(null, payload);
  });
}

function queue(
  adapter: FastifyAdapter,
  { perTurn, isOne }: NonNullable<HttpAppOptions['queued']>,
): Turnstile {
  const turnstile = new Turnstile(perTurn);
  adapter.getInstance().addHook('onRequest', (request, _reply, enter) => {
    const hasLeft = (): boolean => request.raw.socket.destroyed;
    if (isOne(request.method, request.url)) turnstile.admit({ enter, hasLeft });
    else enter();
  });
  return turnstile;
}

function waitingIn(turnstile: Turnstile): ReadMetric {
  return {
    name: 'http_requests_waiting',
    help: 'Requests that wait for a turn of the event loop to begin in.',
    type: 'gauge',
    read: () => [{ value: turnstile.waiting }],
  };
}

const PAYLOAD_TOO_LARGE = 413;

/** Behind these connections are refused, so that files and memory are left for the others. */
const CONNECTIONS_MAX = 8_192;

/** Since the first byte, in milliseconds: headers, and headers with body. */
export type TimeLimits = { readonly headMs: number; readonly wholeMs: number };

const TIME_LIMITS: TimeLimits = { headMs: 10_000, wholeMs: 30_000 };

/** How long a body that was refused unread may go on arriving. */
const UNREAD_MS = 1_000;

function measureRequests(adapter: FastifyAdapter, metrics: Metrics): void {
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requestAnswered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (!request.raw.complete) cutOff(request.raw);
    done();
  });
}

/** A client that still sends may read its answer first; one that sends slowly is not waited for. */
function cutOff(request: IncomingMessage): void {
  const cutting = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, UNREAD_MS);
  request.once('close', () => {
    clearTimeout(cutting);
  });
}

type Answerable = { headers(values: object): unknown };

/** An id of 255 characters, each percent-encoded; the requests' own bounds are lower. */
const PARAMETER_CHARS_MAX = 255 * 12;

/** Takes JSON and nothing else; any other media type is answered 415. */
class JsonAdapter extends FastifyAdapter {
  override registerParserMiddleware(prefix?: string, rawBody?: boolean): void {
    super.registerParserMiddleware(prefix, rawBody);
    const others = ['text/plain', 'application/x-www-form-urlencoded'];
    this.getInstance().removeContentTypeParser(others);
  }
}

/** OWASP REST cheat sheet. A page overrides the content security policy with its own. */
const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** Refuses unknown fields and names every bad one. */
export function createValidationPipe(options: ValidationPipeOptions = {}): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Problem('request-invalid', undefined, flatten(errors)),
    ...options,
  });
}

/** class-validator's own words would repeat the name, which may be of any length. */
const UNKNOWN_FIELD = 'is not a field of this request; leave it out';

const NAMELESS = '(without a name)';

function flatten(errors: ValidationError[], parent = ''): { field: string; message: string }[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const name = property === '' ? NAMELESS : property;
    const field = parent === '' ? name : `${parent}.${name}`;
    const own = Object.entries(constraints ?? {}).map(([rule, text]) => {
      const message = rule === 'whitelistValidation' ? UNKNOWN_FIELD : text;
      return { field, message };
    });
    return [...own, ...flatten(children ?? [], field)];
  });
}
