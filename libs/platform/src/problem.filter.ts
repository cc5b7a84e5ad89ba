import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from 'pino';
import { Problem, type HttpProblemCode, type ProblemDocument } from './problem.js';

/** Turns an app's own errors into problem documents; null for errors it does not know. */
export type ProblemMapping = (error: unknown) => ProblemDocument | null;

type Reply = {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
};

/** The only place that writes refusals: problem+json with a stable code (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly mapping: ProblemMapping,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const document = this.mapping(error) ?? this.#documentOf(error);
    const reply = host.switchToHttp().getResponse<Reply>();
    if (document.status === 401) reply.header('www-authenticate', 'Bearer');
    reply
      .status(document.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(document));
  }

  #documentOf(error: unknown): ProblemDocument {
    if (error instanceof Problem) return error.toDocument();
    const status = statusOf(error);
    const code = CODES[status];
    if (code !== undefined) {
      return new Problem(code, status === 404 ? undefined : (error as Error).message).toDocument();
    }
    this.logger.error({ err: error }, 'request failed');
    return new Problem('internal-error').toDocument();
  }
}

const CODES: Readonly<Record<number, HttpProblemCode>> = {
  400: 'request-invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'media-type-unsupported',
};

/** Nest's exceptions have a status, Fastify's errors a statusCode. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
