import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const OK = 200;
const NOT_MODIFIED = 304;
const TAGS = /(?:W\/)?("[^"]*")/g;

/**
 * Gives each answer to a read an ETag, and answers 304 without a body to who has it already.
 *
 * The tag is a hash of the answer as this caller gets it, so it is made only after the key was
 * checked, and says nothing to another caller. It is weak because the same answer goes out in
 * several encodings. @fastify/etag would also hash the answers of commands, reads no list of tags,
 * and answers 304 in place of a refusal.
 */
export function tagReads(instance: FastifyInstance): void {
  instance.addHook('onSend', (request, reply, payload, done) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!isRead || !isText || reply.statusCode !== OK) {
      done(null, payload);
      return;
    }
    const tag = `"${hash('sha256', payload, 'base64url')}"`;
    reply.header('etag', `W/${tag}`);
    if (!isAmong(tag, request.headers['if-none-match'])) {
      done(null, payload);
      return;
    }
    reply.status(NOT_MODIFIED);
    reply.removeHeader('content-type');
    // What answers HEAD measures what it drops, and knows no null.
    done(null, request.method === 'HEAD' ? '' : null);
  });
  instance.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') return;
    route.onSend = [
      ...[route.onSend ?? []].flat(),
      (_request, reply, payload, done) => {
        if (reply.statusCode === NOT_MODIFIED) reply.removeHeader('content-length');
        done(null, payload);
      },
    ];
  });
}

/** @param sent one tag, several separated by commas, or `*` for any. */
function isAmong(tag: string, sent: string | undefined): boolean {
  if (sent === undefined) return false;
  return sent.trim() === '*' || [...sent.matchAll(TAGS)].some(([, each]) => each === tag);
}
