import type { FastifyInstance } from 'fastify';
import type { Caller } from '../keys/guard.js';
import type { Logger } from '../process/logger.js';

/** Asked every few seconds by machines. */
const POLLED = /^\/(health\/|metrics$)/;

/**
 * Writes one line for each answer: the route by its pattern, and neither keys, values of the query
 * nor bodies, which may hold what must not be kept.
 */
export function logAnswers(instance: FastifyInstance, logger: Logger): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    const client = (request as { readonly caller?: Caller }).caller?.client ?? null;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const fields = { requestId, method, route, status: reply.statusCode, client, ms };
    if (POLLED.test(route)) logger.debug(fields, 'request answered');
    else logger.info(fields, 'request answered');
    done();
  });
}
