import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '../process/logger.js';
import { Problem, type HttpProblemCode, type ProblemDocument } from './problem.js';
import { Refusals } from './refusals.js';

/** Turns an app's own errors into problem documents; null for errors it does not know. */
export type ProblemMapping = (error: unknown) => ProblemDocument | null;

/** What is needed of a Fastify reply. */
export type Reply = {
  readonly request?: { readonly id?: string };
  status(code: number): Reply;
  hasHeader(name: string): boolean;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
};

/** The only place that writes refusals: problem+json with a stable code (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly mapping: ProblemMapping,
    private readonly logger: Logger,
    private readonly refusals = new Refusals(),
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<Reply>());
  }

  /** For errors that never reach Nest. */
  answer(error: unknown, reply: Reply): void {
    const document = this.mapping(error) ?? this.#documentOf(error, reply.request?.id);
    this.refusals.note(document.code);
    if (document.status === 401) reply.header('www-authenticate', 'Bearer');
    const mayWait = document.retryable && !reply.hasHeader('retry-after');
    if (mayWait) reply.header('retry-after', RETRY_AFTER_SECONDS);
    reply
      .status(document.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(document));
  }

  #documentOf(error: unknown, requestId?: string): ProblemDocument {
    if (error instanceof Problem) return error.toDocument();
    const status = statusOf(error);
    const code = CODES[status];
    if (code !== undefined) {
      return new Problem(code, undefined, malformed(status, error)).toDocument();
    }
    this.logger.error({ err: error, requestId }, 'request failed');
    return new Problem('internal-error').toDocument();
  }
}

/** What is away is most often back at once, as after a restart. */
const RETRY_AFTER_SECONDS = '1';

const CODES: Readonly<Record<number, HttpProblemCode>> = {
  400: 'request-invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  414: 'address-too-long',
  415: 'media-type-unsupported',
};

/** What Fastify found wrong before any field could be looked at; its own words may quote it. */
const MALFORMED: Readonly<Record<string, { field: string; message: string }>> = {
  FST_ERR_BAD_URL: { field: 'address', message: 'must be percent-encoded UTF-8' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { field: 'body', message: 'must not be empty; send {} at least' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { field: 'Content-Length', message: 'must be the length' },
};

const NO_JSON = { field: 'body', message: 'must be JSON (RFC 8259), without a key __proto__' };

function malformed(status: number, error: unknown): Problem['errors'] {
  if (status !== 400) return undefined;
  const { code } = (error ?? {}) as { code?: unknown };
  return [(typeof code === 'string' && MALFORMED[code]) || NO_JSON];
}

/** Nest's exceptions have a status, Fastify's errors a statusCode. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
