import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

export type ArrivalLimits = {
  /** How long a request may take to arrive whole; of a file, how long each part of it. */
  readonly wholeMs: number;
  /** Bytes of a file that come within that time, unless it ends. */
  readonly fileBytesMin?: number;
};

/** 35 kilobytes a second: a poor mobile line brings more. */
const FILE_BYTES_MIN = 1024 * 1024;

const CHECKS_MS_MAX = 1_000;

type Arrival = {
  sinceMs: number;
  /** Bytes of its connection at that time; null where the whole has one limit. */
  bytes: number | null;
};

const FILES = new WeakSet<IncomingMessage>();

/**
 * Marks a request whose body is a file: however large, it may take its time as long as it comes.
 * To be called before its handler is.
 */
export function markFile(request: IncomingMessage): void {
  FILES.add(request);
}

/**
 * Refuses bodies that take too long to arrive, as Node's own limit does, which knows one time for
 * all that is sent: a file of a gigabyte would have to come within the seconds that a command has.
 */
export function limitArrivals(
  instance: FastifyInstance,
  { wholeMs, fileBytesMin = FILE_BYTES_MIN }: ArrivalLimits,
): void {
  const arriving = new Map<IncomingMessage, Arrival>();
  instance.addHook('onRequest', ({ raw }, _reply, done) => {
    if (hasBody(raw)) arriving.set(raw, { sinceMs: performance.now(), bytes: null });
    done();
  });
  // By now a body is read whole, or left to the handler that reads the file.
  instance.addHook('preValidation', ({ raw }, _reply, done) => {
    const arrival = arriving.get(raw);
    if (arrival && FILES.has(raw) && !raw.complete) {
      arrival.sinceMs = performance.now();
      arrival.bytes = raw.socket.bytesRead;
    } else arriving.delete(raw);
    done();
  });
  const checking = setInterval(
    () => {
      const nowMs = performance.now();
      for (const [request, arrival] of arriving) {
        const isDone = request.complete || request.destroyed;
        if (isDone) arriving.delete(request);
        else if (nowMs - arrival.sinceMs > wholeMs && !advanced(request, arrival, fileBytesMin)) {
          arriving.delete(request);
          instance.server.emit('clientError', new RequestTimeout(), request.socket);
        }
      }
    },
    Math.min(CHECKS_MS_MAX, wholeMs / 2),
  );
  checking.unref();
  instance.addHook('onClose', (_instance, done) => {
    clearInterval(checking);
    done();
  });
}

/** Gives a file that came far enough the same time again. */
function advanced(request: IncomingMessage, arrival: Arrival, bytesMin: number): boolean {
  if (arrival.bytes === null) return false;
  const { bytesRead } = request.socket;
  if (bytesRead - arrival.bytes < bytesMin) return false;
  arrival.sinceMs = performance.now();
  arrival.bytes = bytesRead;
  return true;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** As Node names it. */
class RequestTimeout extends Error {
  override readonly name = 'RequestTimeout';
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';

  constructor() {
    super('the request took too long to arrive');
  }
}
