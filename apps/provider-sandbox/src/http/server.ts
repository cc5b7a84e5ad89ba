import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '#platform';
import type { Fault, Faults } from '../faults/faults.js';
import { randomText } from '../ledger/ids.js';
import type { Shelf } from '../ledger/shelf.js';
import type { Door } from './door.js';
import type { Answer, Call, Operation } from './operation.js';
import type { RequestLog } from './request-log.js';
import { Router } from './router.js';

/** No request of a known operation comes near it. */
const BODY_BYTES_MAX = 1024 * 1024;

type Route =
  | { readonly door: Door; readonly operation: Operation }
  | { readonly door: null; readonly operation: Operation };

export type ServerParts = {
  readonly shelf: Shelf;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly logger: Logger;
  readonly nowIso: () => string;
};

/** Serves both providers and the sandbox's own paths on one port. */
export class SandboxServer {
  readonly #parts: ServerParts;
  readonly #router = new Router<Route>();
  readonly #server: Server;
  #doors: readonly Door[] = [];

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch((error: unknown) => {
        parts.logger.error({ err: error, path: request.url }, 'a request met a bug');
        if (!response.headersSent) send(response, { status: 500, body: { error: 'bug' } });
      });
    });
    // Callers keep connections open; ours must not close first, or they see resets.
    this.#server.keepAliveTimeout = 65_000;
  }

  open(doors: readonly Door[], ownOperations: readonly Operation[]): void {
    this.#doors = doors;
    for (const door of doors) {
      for (const operation of door.operations) this.#add({ door, operation });
    }
    for (const operation of ownOperations) this.#add({ door: null, operation });
  }

  /** @returns the port. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      // Answers that a fault holds back would keep us waiting for ever.
      this.#server.closeAllConnections();
    });
  }

  #add(route: Route): void {
    this.#router.add(route.operation.method, route.operation.path, route);
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === null) {
      send(response, { status: 413, body: { error: `bodies end at ${BODY_BYTES_MAX} bytes` } });
      return;
    }
    const [path, query] = splitOnce(request.url ?? '/', '?');
    const found = this.#router.find(request.method ?? 'GET', path);
    const call: Call = {
      path,
      params: found.kind === 'route' ? found.params : {},
      query,
      headers: request.headers,
      body,
      requestId: `req_${randomText(14)}`,
      draft: this.#parts.shelf.draft(),
    };
    if (found.kind !== 'route') {
      this.#lost(call, found.kind === 'nothing' ? 404 : 405, response);
    } else if (found.route.door === null) {
      const answer = found.route.operation.handle(call);
      await call.draft.commit();
      send(response, answer);
    } else {
      await this.#serve(found.route, call, { request, response });
    }
  }

  async #serve(
    { door, operation }: Route & { readonly door: Door },
    call: Call,
    { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  ): Promise<void> {
    const fault = this.#parts.faults.strikeRequest(door.provider, operation.name);
    const effect = fault?.effect ?? null;
    const seen = this.#parts.requests.add({
      at: this.#parts.nowIso(),
      provider: door.provider,
      operation: operation.name,
      method: operation.method,
      path: call.path,
      idempotencyKey: door.sentKey(call),
      fault: effect,
    });
    if (effect === 'drop-before') {
      request.socket.destroy();
      return;
    }
    const answer = failureBefore(door, call, fault) ?? (await door.answer(operation, call, fault));
    if (effect === 'drop-after') request.socket.destroy();
    if (effect === 'drop-after' || effect === 'hold-answer') return;
    seen.status = answer.status;
    seen.replayed = answer.replayed ?? false;
    send(response, answer, door.headers(call));
  }

  /** An unknown path is answered in the manner of the provider it looks like. */
  #lost(call: Call, status: 404 | 405, response: ServerResponse): void {
    const provider = /^\/v2\/|^\/v1\/(oauth2|reporting|notifications|customer)\//.test(call.path)
      ? 'paypal'
      : 'stripe';
    const door = this.#doors.find((each) => each.provider === provider);
    if (door === undefined || !/^\/v\d\//.test(call.path)) {
      const error = `no ${call.path} here; GET /sandbox lists what there is`;
      send(response, { status, body: { error } });
      return;
    }
    send(response, door.failure(status, call), door.headers(call));
  }
}

function failureBefore(door: Door, call: Call, fault: Fault | null): Answer | null {
  if (fault?.effect === '500-before') return door.failure(500, call);
  if (fault?.effect !== '429') return null;
  const answer = door.failure(429, call);
  if (fault.retryAfterSeconds === 0) return answer;
  return { ...answer, headers: { 'Retry-After': String(fault.retryAfterSeconds) } };
}

/** @returns null when there is too much of it. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= BODY_BYTES_MAX) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    // Nobody is left to answer.
    request.on('error', () => resolve(null));
  });
}

function send(
  response: ServerResponse,
  { status, body, headers }: Answer,
  always: Readonly<Record<string, string>> = {},
): void {
  const isText = typeof body === 'string';
  const text = body === null ? '' : isText ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
    'Content-Length': Buffer.byteLength(text),
    ...always,
    ...headers,
  });
  response.end(text);
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
