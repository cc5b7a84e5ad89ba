import type { FastifyInstance, HTTPMethods } from 'fastify';
import Router, { type HTTPMethod } from 'find-my-way';
import { Problem } from '../problem/problem.js';

/** Which methods an address takes, for requests that come with another one. */
export class KnownAddresses {
  readonly #methods = new Set<HTTPMethod>();
  readonly #router;

  constructor(private readonly parameterCharsMax: number) {
    this.#router = Router({ maxParamLength: this.parameterCharsMax });
  }

  /** Sees every route that is added to the instance from now on. */
  hook(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) this.#add(each, url);
    });
    instance.addHook('onRequest', (request, reply, done) => {
      const methods = request.is404 ? this.#methodsOf(request.url) : [];
      if (methods.length === 0) {
        done();
        return;
      }
      reply.header('allow', methods.join(', '));
      done(new Problem('method-not-allowed'));
    });
  }

  /** What answers the preflight of browsers takes any address. */
  #add(method: HTTPMethods, url: string): void {
    if (method === 'OPTIONS' || this.#router.hasRoute(method as HTTPMethod, url)) return;
    this.#methods.add(method as HTTPMethod);
    this.#router.on(method as HTTPMethod, url, () => undefined);
  }

  #methodsOf(url: string): string[] {
    const [path = ''] = url.split('?');
    return [...this.#methods].filter((method) => this.#router.find(method, path) !== null).sort();
  }
}
