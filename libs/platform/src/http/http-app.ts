import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CorsSettings } from '../validation/origin-list.validator.js';
import { BodyPipe } from '../validation/body.pipe.js';
import { createValidationPipe } from '../validation/validation-pipe.js';
import { assertBodyShape } from '../validation/body-shape.js';
import { CardDataGuard } from '../card-data/card-data.guard.js';
import { logAnswers } from './access-log.js';
import { limitArrivals, markFile } from './arriving-bodies.js';
import { compressReads } from './compression.js';
import { allowOrigins } from './cors.js';
import { RateLimited } from '../limits/rate-limited.js';
import { RateLimits } from '../limits/rate-limits.js';
import { DeprecationHeaders } from '../deprecation/deprecation-headers.js';
import { drainOnClose } from './drain.js';
import { openAnswers } from './open-answers.js';
import { tagReads } from './entity-tags.js';
import { HttpAppModule } from './http-app.module.js';
import { KeyFirst } from './key-first.js';
import { KnownAddresses } from './known-addresses.js';
import { measureRequests } from './measure-requests.js';
import { REQUEST_ID, requestIdOf } from './request-id.js';
import { refuseRepeatedHeaders } from './single-headers.js';
import { NestLogger, type Logger } from '../process/logger.js';
import { lostOutput } from '../process/log-output.js';
import { diskMetrics, machineMetrics } from '../metrics/machine.js';
import { Metrics, type ReadMetric } from '../metrics/metrics.js';
import { Refusals } from '../problem/refusals.js';
import { brokenRequests } from '../problem/broken-request.js';
import { serveDocs } from '../docs-page/docs-page.js';
import { Problem } from '../problem/problem.js';
import { ProblemFilter, type ProblemMapping, type Reply } from '../problem/problem.filter.js';
import { ApiKeys } from '../keys/api-keys.js';
import { refuseUndeclared } from '../keys/routes.js';
import { SessionEdge } from '../sessions/session-edge.js';
import { hsts, SAFE_HEADERS } from './safe-headers.js';
import { AdmissionQueue } from './admission-queue.js';

export type HttpAppOptions = {
  readonly logger: Logger;
  /** Its name, as `GET /version` tells it. */
  readonly service?: string;
  /** OpenAPI documents to answer, with `/docs` to read them; the first is `/openapi.json`. */
  readonly documents?: readonly string[];
  /** As in the variable API_KEYS. Default: only public routes answer. */
  readonly apiKeys?: string;
  /** Where the service keeps files; the disk it is on is watched. */
  readonly dataDir?: string;
  /** What all modules may inject, beside Health and Metrics. */
  readonly shared?: readonly Provider[];
  /** Default: no page of another origin may call. */
  readonly cors?: CorsSettings;
  /** As in the variable RATE_LIMITS. Default: the usual ones. */
  readonly rates?: string;
  /** By route: how many commands a body is, where that is not one. */
  readonly costs?: Readonly<Record<string, (body: unknown) => number>>;
  /** For how long browsers shall ask this host over https alone; 0: not said. */
  readonly hstsSeconds?: number;
  /** Only its routes are known: nothing is made, connected or started. */
  readonly preview?: boolean;
  /** Opens the sealed texts of JSON on its way out. Default: they go out as they are. */
  readonly openTexts?: (json: string) => string;
  /** Maps the app's own errors to problems. */
  readonly mapping?: ProblemMapping;
  /** Longest body in bytes. */
  readonly bodyBytesMax?: number;
  /** Longer bodies for some addresses, by path. */
  readonly bodyBytesMaxOf?: Readonly<Record<string, number>>;
  /** Paths whose bodies are files: their handlers read `application/octet-stream` as it comes. */
  readonly streamedBodies?: readonly string[];
  /** How long a request may take to arrive; files come for as long as they advance. */
  readonly timeLimits?: TimeLimits;
  /** Requests of which a few begin in each turn of the event loop; all others begin at once. */
  readonly queued?: { readonly perTurn: number; isOne: (method: string, path: string) => boolean };
};

const DEFAULTS = {
  service: 'assay',
  apiKeys: '',
  shared: [],
  rates: '',
  costs: {},
  hstsSeconds: 0,
  preview: false,
  mapping: () => null,
  bodyBytesMax: 64 * 1024,
  bodyBytesMaxOf: {},
  timeLimits: { headMs: 10_000, wholeMs: 30_000 },
} as const satisfies Partial<HttpAppOptions>;

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
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const whole = { ...DEFAULTS, ...options };
  const { service, logger, apiKeys, documents, dataDir, shared, preview, mapping, queued } = whole;
  const refusals = new Refusals();
  const filter = new ProblemFilter(mapping, logger, refusals);
  const adapter = adapterOf(filter, { ...whole, refusals });
  const metrics = new Metrics();
  metrics.add(refusals.metric);
  metrics.add(lostOutput, ...machineMetrics, ...diskMetrics(dataDir));
  measureRequests(adapter, metrics);
  const limited = new RateLimited();
  metrics.add(limited.metric);
  const others = [
    ...shared,
    { provide: RateLimited, useValue: limited },
    { provide: Refusals, useValue: refusals },
  ];
  const root = HttpAppModule.around(module, { metrics, service, apiKeys, others });
  openAnswers(adapter.getInstance(), whole.openTexts);
  await addEdgeHooks(adapter, whole);
  const deprecations = new DeprecationHeaders();
  deprecations.hook(adapter.getInstance(), metrics);
  const sessions = new SessionEdge();
  sessions.hook(adapter.getInstance());
  const keyFirst = new KeyFirst(logger);
  keyFirst.hook(adapter, metrics);
  const rateLimits = new RateLimits({ ...whole, limited });
  rateLimits.hook(adapter.getInstance());
  addBodyHooks(adapter);
  leaveBodies(adapter, whole.streamedBodies);
  if (queued) metrics.add(waitingIn(queue(adapter, queued)));
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    rawBody: true,
    abortOnError: false,
    preview,
  });
  refuseUndeclared(app);
  deprecations.watch(app);
  serveDocs(adapter.getInstance(), documents);
  if (!preview) keyFirst.watch(app);
  if (!preview) sessions.watch(app);
  if (!preview) rateLimits.watch(app.get(ApiKeys, { strict: false }));
  app.useGlobalPipes(new BodyPipe(createValidationPipe()));
  app.useGlobalGuards(new CardDataGuard());
  app.useGlobalFilters(filter);
  return app;
}

type Edge = Required<Pick<HttpAppOptions, 'hstsSeconds' | 'logger'>> & Pick<HttpAppOptions, 'cors'>;

/** What holds for every request, before anything is known of who sends it. */
async function addEdgeHooks(
  adapter: FastifyAdapter,
  { cors, hstsSeconds, logger }: Edge,
): Promise<void> {
  const instance = adapter.getInstance();
  logAnswers(instance, logger);
  const safeHeaders = { ...SAFE_HEADERS, ...(hstsSeconds ? hsts(hstsSeconds) : {}) };
  instance.addHook('onRequest', (request, reply, done) => {
    reply.headers(safeHeaders).header(REQUEST_ID, request.id);
    done();
  });
  if (cors) await allowOrigins(instance, cors);
  instance.addHook('onRequest', (request, _reply, done) => {
    refuseRepeatedHeaders(request.raw.rawHeaders);
    done();
  });
  new KnownAddresses(PARAMETER_CHARS_MAX).hook(instance);
  tagReads(instance);
  await compressReads(instance);
}

type Bounds = Required<Pick<HttpAppOptions, 'bodyBytesMax' | 'bodyBytesMaxOf' | 'timeLimits'>> & {
  readonly refusals: Refusals;
};

function adapterOf(
  filter: ProblemFilter,
  { bodyBytesMax, bodyBytesMaxOf, timeLimits, refusals }: Bounds,
): FastifyAdapter {
  const adapter = new JsonAdapter({
    frameworkErrors: (error: unknown, _request: unknown, reply: Answerable) => {
      filter.answer(error, reply.headers(SAFE_HEADERS) as Reply);
    },
    genReqId: requestIdOf,
    bodyLimit: bodyBytesMax,
    http: {
      headersTimeout: timeLimits.headMs,
      // Knows one time for all bodies, so that ours stands in its place.
      requestTimeout: 0,
      connectionsCheckingInterval: Math.min(1_000, timeLimits.headMs),
    },
    trustProxy: false,
    routerOptions: { maxParamLength: PARAMETER_CHARS_MAX },
    clientErrorHandler: brokenRequests(refusals),
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    const bytesMax = bodyBytesMaxOf[route.url];
    if (bytesMax !== undefined) route.bodyLimit = bytesMax;
  });
  limitArrivals(adapter.getInstance(), timeLimits);
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
    assertBodyShape(request.body);
    done();
  });
  adapter.getInstance().addHook('onSend', (_request, reply, payload, done) => {
    // Read to its end and forgotten; a client that still sends would else lose the answer.
    if (reply.statusCode === PAYLOAD_TOO_LARGE) reply.removeHeader('connection');
    done(null, payload);
  });
}

/** Nothing is read or checked before the handler does, which has the request itself. */
function leaveBodies(adapter: FastifyAdapter, paths: readonly string[] = []): void {
  if (paths.length === 0) return;
  const type = 'application/octet-stream';
  adapter.getInstance().addContentTypeParser(type, (request, _payload, done) => {
    if (paths.includes(request.routeOptions.url ?? '')) {
      markFile(request.raw);
      done(null, undefined);
    } else done(new Problem('media-type-unsupported'), undefined);
  });
}

function queue(
  adapter: FastifyAdapter,
  { perTurn, isOne }: NonNullable<HttpAppOptions['queued']>,
): AdmissionQueue {
  const turnstile = new AdmissionQueue(perTurn);
  adapter.getInstance().addHook('onRequest', (request, _reply, enter) => {
    const hasLeft = (): boolean => request.raw.socket.destroyed;
    if (isOne(request.method, request.url)) turnstile.admit({ enter, hasLeft });
    else enter();
  });
  return turnstile;
}

function waitingIn(turnstile: AdmissionQueue): ReadMetric {
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
