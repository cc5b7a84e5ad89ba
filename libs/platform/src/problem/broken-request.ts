import type { Socket } from 'node:net';
import { Problem, type HttpProblemCode } from './problem.js';

const CODES: Readonly<Record<string, HttpProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'head-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** What is not even HTTP: answered like everything else, and the connection closed. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = CODES[error.code ?? ''] ?? 'request-invalid';
  const errors = [{ field: 'request', message: 'must be well-formed HTTP/1.1' }];
  const problem = new Problem(code, undefined, code === 'request-invalid' ? errors : undefined);
  const document = problem.toDocument();
  const body = JSON.stringify(document);
  socket.end(
    `HTTP/1.1 ${document.status} ${REASONS[document.status] ?? ''}\r\n` +
      'content-type: application/problem+json\r\nconnection: close\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};
