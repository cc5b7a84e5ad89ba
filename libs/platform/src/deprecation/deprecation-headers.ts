import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../keys/guard.js';
import { addressesOf, routesOf } from '../keys/routes.js';
import type { Metrics } from '../metrics/metrics.js';
import { deprecationOf, instantOf, type Deprecation } from './deprecated.js';

/** Where every service answers docs/api-policy.md. */
export const POLICY_PATH = '/docs/api-policy.md';

type Headers = Readonly<Record<string, string>>;

/** Tells callers of deprecated operations so in each answer, and operators who calls them still. */
export class DeprecationHeaders {
  readonly #headers = new Map<string, Headers>();
  /** By route and client, of which there are as many as operations and keys. */
  readonly #counts = new Map<string, { readonly labels: Labels; value: number }>();

  /** Adds the hooks, before those that refuse; no route is known before `watch`. */
  hook(instance: FastifyInstance, metrics: Metrics): void {
    instance.addHook('onRequest', (request, reply, done) => {
      const headers = this.#headers.get(`${request.method} ${request.routeOptions.url ?? ''}`);
      if (headers) reply.headers(headers);
      done();
    });
    instance.addHook('onResponse', (request, _reply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? '';
      if (this.#headers.has(`${method} ${route}`)) {
        const { caller } = request as { readonly caller?: Caller };
        this.#count({ method, route, client: caller?.client ?? 'none' });
      }
      done();
    });
    metrics.add({
      name: 'assay_deprecated_requests_total',
      help: 'Requests to operations that are deprecated, by who sends them.',
      type: 'counter',
      read: () => [...this.#counts.values()],
    });
  }

  watch(app: INestApplication): void {
    for (const route of routesOf(app)) {
      const handler = (route.controller.prototype as Readonly<Record<string, object>>)[
        route.method
      ];
      const deprecation = handler && deprecationOf(handler);
      if (!deprecation) continue;
      for (const address of addressesOf(route)) this.#headers.set(address, headersOf(deprecation));
    }
  }

  #count(labels: Labels): void {
    const key = JSON.stringify(labels);
    const known = this.#counts.get(key);
    if (known) known.value += 1;
    else this.#counts.set(key, { labels, value: 1 });
  }
}

type Labels = { readonly method: string; readonly route: string; readonly client: string };

/** RFC 9745 takes seconds as a date of structured fields, RFC 8594 a date of HTTP. */
function headersOf({ since, sunset }: Deprecation): Headers {
  const type = 'type="text/markdown"';
  return {
    deprecation: `@${instantOf(since) / 1_000}`,
    sunset: new Date(instantOf(sunset)).toUTCString(),
    link: `<${POLICY_PATH}>; rel="deprecation"; ${type}, <${POLICY_PATH}>; rel="sunset"; ${type}`,
  };
}
