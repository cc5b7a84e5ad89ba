import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { variedBy } from '../http/vary.js';

/** An answer that is the same for everybody, as long as the process lives. */
export type KeptAnswer = {
  readonly type: string;
  readonly cacheControl: string;
  /** Default: that of every answer, by which a browser loads nothing. */
  readonly policy?: string;
  /** Asked once, when the answer is first wanted. */
  readonly read: () => Buffer | Promise<Buffer>;
};

/** Another tenth less would take fifty times as long. */
const BROTLI_QUALITY = 5;

const ENCODERS = {
  br: (plain: Buffer) =>
    promisify(brotliCompress)(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (plain: Buffer) => promisify(gzip)(plain),
  identity: (plain: Buffer) => Promise.resolve(plain),
} as const;

type Encoding = keyof typeof ENCODERS;

const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity'];

/**
 * Answers what needs no key. Each form is compressed once and kept: who asks without a key, however
 * often, costs the process no compression.
 */
export function serveKept(instance: FastifyInstance, path: string, answer: KeptAnswer): void {
  const { type, cacheControl, policy, read } = answer;
  const kept = new Map<Encoding, Promise<Buffer>>();
  const encoded = (encoding: Encoding): Promise<Buffer> => {
    const known = kept.get(encoding);
    if (known) return known;
    const made = Promise.resolve(read()).then((plain) => ENCODERS[encoding](plain));
    kept.set(encoding, made);
    return made;
  };
  instance.get(path, async (request, reply) => {
    const encoding = encodingFor(request);
    reply.headers({ 'content-type': type, 'cache-control': cacheControl, vary: varyOf(reply) });
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    if (policy !== undefined) reply.header('content-security-policy', policy);
    return reply.send(await encoded(encoding));
  });
}

/** The shortest that the caller takes. */
function encodingFor({ headers }: FastifyRequest): Encoding {
  const accepted = new Negotiator({ headers }).encodings(ENCODINGS);
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

const OF_CALLER = ['authorization', 'cookie'];

/** It is the same for each caller; what else it depends on (the origin) stays. */
function varyOf(reply: FastifyReply): string {
  const others = variedBy(reply).filter((field) => !OF_CALLER.includes(field));
  return [...others, 'accept-encoding'].join(', ');
}
