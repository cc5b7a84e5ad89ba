import type { Socket } from 'node:net';
import { SAFE_HEADERS } from '../http/safe-headers.js';
import { Problem, type HttpProblemCode } from './problem.js';
import type { Refusals } from './refusals.js';

const CODES: Readonly<Record<string, HttpProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'head-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

type ClientError = Error & { code?: string };

/** What is not even HTTP: answered and counted like everything else, the connection closed. */
export function brokenRequests(refusals: Refusals): (error: ClientError, socket: Socket) => void {
  return (error: ClientError, socket: Socket): void => {
    const code = refuse(error, socket);
    if (code !== null) refusals.note(code);
  };
}

function refuse(error: ClientError, socket: Socket): HttpProblemCode | null {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return null;
  }
  const code = CODES[error.code ?? ''] ?? 'request-invalid';
  const errors = [{ field: 'request', message: 'must be well-formed HTTP/1.1' }];
  const problem = new Problem(code, undefined, code === 'request-invalid' ? errors : undefined);
  const document = problem.toDocument();
  const body = JSON.stringify(document);
  socket.end(
    `HTTP/1.1 ${document.status} ${REASONS[document.status] ?? ''}\r\n` +
      `${SAFE_LINES}content-type: application/problem+json\r\nconnection: close\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return code;
}

const SAFE_LINES = Object.entries(SAFE_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};
