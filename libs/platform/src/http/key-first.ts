import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiKeys } from '../keys/api-keys.js';
import type { Logger } from '../process/logger.js';
import { BoundedLog } from '../process/bounded-log.js';
import type { Metrics } from '../metrics/metrics.js';
import { Problem } from '../problem/problem.js';
import { addressesOf, routesOf } from '../keys/routes.js';
import { WrongKeys } from '../keys/wrong-keys.js';

declare module 'fastify' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- it has to merge
  interface FastifyContextConfig {
    /** Of a route that is none of Nest's: whether it needs a key. */
    takesKey?: boolean;
  }
}

/** As a browser's session sends it through the process that keeps the cookie. */
const SESSION_TOKEN = /^Bearer [\w-]{43}$/;
const HEARD_MS_MAX = 1_000;
const HEARD_POLL_MS = 20;

/** What is needed of a request that has not been read yet. */
type Arrival = {
  readonly id: string;
  readonly method: string;
  readonly ip: string;
  readonly headers: { readonly authorization?: string | undefined };
  readonly routeOptions: {
    readonly url?: string | undefined;
    readonly config?: { readonly takesKey?: boolean };
  };
};

/**
 * Refuses requests without a valid key before their body is read. What is not read cannot take
 * memory, time, or the place of others.
 */
export class KeyFirst {
  readonly #wrong = new WrongKeys();
  readonly #log: BoundedLog;
  /** By route, of which there are as many as the software has. */
  readonly #counts = new Map<string, number>();
  #keys: ApiKeys | null = null;
  #protected: ReadonlySet<string> = new Set();

  constructor(logger: Logger) {
    this.#log = new BoundedLog(logger);
  }

  /** Adds the hook; nothing is asked for before `watch` knows the routes. */
  hook(adapter: FastifyAdapter, metrics: Metrics): void {
    adapter.getInstance().addHook('onRequest', (request, reply, done) => {
      const decide = (): void => {
        const retryAfterSeconds = this.#refusal(request);
        if (retryAfterSeconds === null) {
          done();
          return;
        }
        if (retryAfterSeconds > 0) reply.header('retry-after', String(retryAfterSeconds));
        done(new Problem(retryAfterSeconds > 0 ? 'too-many-wrong-keys' : 'unauthenticated'));
      };
      this.#whenHeardOf(request, decide);
    });
    metrics.add({
      name: 'http_unauthenticated_requests_total',
      help: 'Requests without a valid key.',
      type: 'counter',
      read: () => [...this.#counts].map(([route, value]) => ({ value, labels: { route } })),
    });
  }

  /** From now on all routes but the public ones need a key of the application. */
  watch(app: INestApplication): void {
    const routes = routesOf(app).filter(({ roles }) => roles !== 'public');
    if (routes.length === 0) return;
    this.#keys = app.get(ApiKeys, { strict: false });
    this.#protected = new Set(routes.flatMap(addressesOf));
  }

  /** A session that began at another process a moment ago may not have been heard of here. */
  #whenHeardOf(request: Arrival, decide: () => void, waitedMs = 0): void {
    const { method, headers, routeOptions } = request;
    const isSession = SESSION_TOKEN.test(headers.authorization ?? '');
    const mayCome = isSession && this.#takesKey(method, routeOptions) && waitedMs < HEARD_MS_MAX;
    if (!mayCome || this.#keys === null || this.#keys.find(headers.authorization)) {
      decide();
      return;
    }
    setTimeout(() => this.#whenHeardOf(request, decide, waitedMs + HEARD_POLL_MS), HEARD_POLL_MS);
  }

  /** Null when it may go on; else for how many seconds no more wrong keys are looked at. */
  #refusal({ id: requestId, method, ip, headers, routeOptions }: Arrival): number | null {
    if (!this.#keys || !this.#takesKey(method, routeOptions)) return null;
    const { authorization } = headers;
    if (this.#keys.find(authorization)) return null;
    const key = authorization?.replace(/^Bearer +/i, '').trim() ?? '';
    const fields = { requestId, address: ip, method, route: routeOptions.url, keySent: key !== '' };
    this.#log.warn(fields, 'request without a valid key');
    const route = routeOptions.url ?? 'none';
    this.#counts.set(route, (this.#counts.get(route) ?? 0) + 1);
    return this.#wrong.note(ip, key);
  }

  #takesKey(method: string, { url, config }: Arrival['routeOptions']): boolean {
    return this.#protected.has(`${method} ${url ?? ''}`) || config?.takesKey === true;
  }
}
