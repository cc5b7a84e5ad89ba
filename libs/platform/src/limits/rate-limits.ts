import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiKeys } from '../keys/api-keys.js';
import { BoundedLog } from '../process/bounded-log.js';
import type { Logger } from '../process/logger.js';
import { Problem } from '../problem/problem.js';
import { rateFor, ratesOf, type Rate, type Rates } from './rate.js';
import type { RateLimited } from './rate-limited.js';
import { rateClassOf, type RateClass } from './route-class.js';
import { TokenBuckets, type Taken } from './token-buckets.js';

export type RateLimitsOptions = {
  /** As in the variable RATE_LIMITS. */
  readonly rates: string;
  readonly limited: RateLimited;
  readonly logger: Logger;
  /** By route: what a body costs, where that is not one. */
  readonly costs?: Readonly<Record<string, (body: unknown) => number>>;
};

/** Who is limited for what. */
type Counted = { readonly who: string; readonly rateClass: RateClass; readonly rate: Rate };

const COUNTED = Symbol('counted');

type Request = FastifyRequest & { [COUNTED]?: Counted | null };

/**
 * Bounds what each client asks for, by class; who needs no key is bounded by its address. Answers
 * say by `RateLimit` and `RateLimit-Policy` what is left.
 */
export class RateLimits {
  readonly #rates: Rates;
  readonly #buckets = new Map<RateClass, TokenBuckets>();
  readonly #log: BoundedLog;
  #keys: ApiKeys | null = null;

  constructor(private readonly options: RateLimitsOptions) {
    this.#rates = ratesOf(options.rates);
    this.#log = new BoundedLog(options.logger);
  }

  /** Adds the hooks, behind those that refuse wrong keys. */
  hook(instance: FastifyInstance): void {
    instance.addHook('onRequest', (request: Request, reply, done) => {
      request[COUNTED] = this.#countedOf(request);
      done(this.#refusal(request, reply, 1));
    });
    instance.addHook('preHandler', (request: Request, reply, done) => {
      const cost = this.options.costs?.[request.routeOptions.url ?? '']?.(request.body) ?? 1;
      done(cost > 1 ? this.#refusal(request, reply, cost - 1) : undefined);
    });
  }

  /** From now on clients are told apart by their keys. */
  watch(keys: ApiKeys): void {
    this.#keys = keys;
  }

  #countedOf({ method, routeOptions, query, headers, ip }: Request): Counted | null {
    const rateClass = rateClassOf({ method, route: routeOptions.url ?? '', query, headers });
    if (rateClass === null) return null;
    const client = this.#keys?.find(headers.authorization)?.client;
    const rate = rateFor(this.#rates, client ?? '', rateClass);
    // A client's name has no blank, so that no address is one.
    return rate && { who: client ?? `address ${ip}`, rateClass, rate };
  }

  #refusal(request: Request, reply: FastifyReply, cost: number): Problem | undefined {
    const counted = request[COUNTED];
    if (!counted) return undefined;
    const { who, rateClass, rate } = counted;
    const taken = this.#bucketsOf(rateClass).take(who, rate, cost);
    reply.header('ratelimit-policy', `"${rateClass}";q=${rate.count};w=${rate.seconds}`);
    reply.header('ratelimit', `"${rateClass}";r=${taken.left};t=${taken.fullSeconds}`);
    return taken.isTaken ? undefined : this.#refused(request, reply, { ...counted, taken });
  }

  #refused(
    { id: requestId }: Request,
    reply: FastifyReply,
    { who, rateClass, rate, taken }: Counted & { readonly taken: Taken },
  ): Problem {
    this.options.limited.note(rateClass);
    this.#log.warn({ requestId, who, class: rateClass }, 'request above the rate limit');
    reply.header('retry-after', String(taken.waitSeconds));
    const detail = `${rateClass}: ${rate.count} in ${rate.seconds} s`;
    return new Problem('rate-limited', detail);
  }

  #bucketsOf(rateClass: RateClass): TokenBuckets {
    const known = this.#buckets.get(rateClass);
    if (known) return known;
    const fresh = new TokenBuckets();
    this.#buckets.set(rateClass, fresh);
    return fresh;
  }
}
