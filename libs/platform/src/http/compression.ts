import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Shorter answers fit in one packet anyway. */
const BYTES_MIN = 2_048;

/**
 * Compresses the answers to reads, for clients that accept it.
 *
 * BREACH finds out a secret by the length of compressed answers: the attacker's text is in the same
 * answer, and the victim's browser sends the requests with the victim's rights. No browser adds an
 * API key by itself, and the cookie of a session counts with requests of our own page only (see
 * session-cookie.ts), so no page makes another's client ask. Answers of commands are left alone
 * all the same: they are short, and one of them holds a new webhook secret.
 */
export async function compressReads(instance: FastifyInstance): Promise<void> {
  // Before the plugin's own hook, which reads it.
  instance.addHook('onRoute', (route) => {
    const isRead = [route.method].flat().every((method) => method === 'GET' || method === 'HEAD');
    if (!isRead) Object.assign(route, { compress: false, decompress: false });
  });
  await instance.register(compress, {
    threshold: BYTES_MIN,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
}
