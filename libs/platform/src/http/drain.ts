import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type DrainOptions = {
  /** What is still being answered after this is cut off. */
  readonly cutOffAfterMs?: number;
  /** What has not arrived whole after this is not waited for. */
  readonly arriveWithinMs?: number;
};

/**
 * Lets a server that closes end its connections as soon as they have nothing left to answer.
 *
 * Node closes those that are idle at that moment only: one whose answer is under way would stay for
 * as long as it may be kept alive, and one that never asked anything (browsers open them ahead) for
 * ever.
 *
 * @returns what to call when the server begins to close.
 */
export function drainOnClose(
  server: Server,
  { cutOffAfterMs = CUT_OFF_AFTER_MS, arriveWithinMs = ARRIVE_WITHIN_MS }: DrainOptions = {},
): () => void {
  const sockets = new Set<Socket>();
  const answering = new Map<Socket, IncomingMessage>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answering.set(request.socket, request);
    response.once('close', () => answering.delete(request.socket));
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () => {
    const closingMs = performance.now();
    const sweeping = setInterval(() => {
      server.closeIdleConnections();
      const isLate = performance.now() - closingMs > arriveWithinMs;
      for (const socket of sockets) {
        const hasAsked = answering.get(socket)?.complete === true;
        if (socket.bytesRead === 0 || (isLate && !hasAsked)) socket.destroy();
      }
    }, SWEEP_EVERY_MS);
    const cuttingOff = setTimeout(() => server.closeAllConnections(), cutOffAfterMs);
    server.once('close', () => {
      clearInterval(sweeping);
      clearTimeout(cuttingOff);
    });
  };
}

const SWEEP_EVERY_MS = 50;

const ARRIVE_WITHIN_MS = 1_000;

/** Longer than a provider's answer may take, shorter than most supervisors wait before a kill. */
const CUT_OFF_AFTER_MS = 20_000;
