import type { FastifyInstance } from 'fastify';

const REFUSED_FROM = 400;

/**
 * Has the sealed texts of answers opened before anything else is made of them, as tags. A refusal
 * repeats what the caller sent, and no sealed text is of a caller.
 */
export function openAnswers(instance: FastifyInstance, open?: (json: string) => string): void {
  if (!open) return;
  instance.addHook('onSend', (_request, reply, payload, done) => {
    const isJson = typeof payload === 'string' && reply.statusCode < REFUSED_FROM;
    done(null, isJson ? open(payload) : payload);
  });
}
