import type { IncomingMessage } from 'node:http';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Metrics } from '../metrics/metrics.js';

/** How long a body that was refused unread may go on arriving. */
const UNREAD_MS = 1_000;

export function measureRequests(adapter: FastifyAdapter, metrics: Metrics): void {
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
