import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import type { Fault, Faults } from '../faults/faults.js';
import { randomText } from '../ledger/ids.js';
import type { Shelf } from '../ledger/shelf.js';
import type { Door } from './door.js';
import type { Answer, Call, Operation } from './operation.js';
import type { RequestLog } from './request-log.js';

/** No request of a known operation comes near it. */
const BODY_BYTES_MAX = 1024 * 1024;
/** Callers' own ids of payments stand in paths too. */
const PARAMETER_LENGTH_MAX = 2_000;

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'] as const;
const NO_BODY = Buffer.alloc(0);

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
  readonly #app: FastifyInstance;
  #doors: readonly Door[] = [];

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#app = fastify({
      bodyLimit: BODY_BYTES_MAX,
      // Callers keep connections open; ours must not close first, or they see resets.
      keepAliveTimeout: 65_000,
      // Answers that a fault holds back would delay the end for ever.
      forceCloseConnections: true,
      exposeHeadRoutes: false,
      routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    });
    // Each provider reads and refuses bodies in its own way.
    this.#app.removeAllContentTypeParsers();
    this.#app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    this.#app.setNotFoundHandler((request, reply) => this.#lost(404, request, reply));
    this.#app.setErrorHandler((error, request, reply) => this.#failed(error, request, reply));
  }

  open(doors: readonly Door[], ownOperations: readonly Operation[]): void {
    this.#doors = doors;
    const methods = new Map<string, string[]>();
    const add = ({ method, path }: Operation, handler: Handler): void => {
      methods.set(path, [...(methods.get(path) ?? []), method]);
      this.#app.route({
        method,
        url: path,
        // Fastify takes nothing for a parameter too.
        handler: (request, reply) =>
          Object.values(request.params as Call['params']).includes('')
            ? this.#lost(404, request, reply)
            : handler(request, reply),
      });
    };
    for (const door of doors) {
      for (const operation of door.operations) {
        add(operation, (request, reply) => this.#serve(door, operation, request, reply));
      }
    }
    for (const operation of ownOperations) {
      add(operation, async (request, reply) => {
        const call = this.#callOf(request);
        const answer = operation.handle(call);
        await call.draft.commit();
        return send(reply, answer);
      });
    }
    for (const [url, allowed] of methods) {
      const method = METHODS.filter((each) => !allowed.includes(each));
      this.#app.route({
        method,
        url,
        handler: (request, reply) => this.#lost(405, request, reply),
      });
    }
  }

  /** @returns the port. */
  async listen(port: number, host: string): Promise<number> {
    await this.#app.listen({ port, host });
    return (this.#app.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  #callOf(request: FastifyRequest): Call {
    const [path, query] = splitOnce(request.url, '?');
    return {
      path,
      params: request.params as Call['params'],
      query,
      headers: request.headers,
      body: (request.body as Buffer | undefined) ?? NO_BODY,
      requestId: `req_${randomText(14)}`,
      draft: this.#parts.shelf.draft(),
    };
  }

  async #serve(
    door: Door,
    operation: Operation,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const call = this.#callOf(request);
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
    if (effect === 'drop-before') return drop(request, reply);
    const answer = failureBefore(door, call, fault) ?? (await door.answer(operation, call, fault));
    if (effect === 'drop-after') return drop(request, reply);
    if (effect === 'hold-answer') return reply.hijack();
    seen.status = answer.status;
    seen.replayed = answer.replayed ?? false;
    return send(reply, answer, door.headers(call));
  }

  /** An unknown path is answered in the manner of the provider it looks like. */
  #lost(status: 404 | 405, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const call = this.#callOf(request);
    const door = this.#doors.find(({ paths }) => paths.test(call.path));
    if (door === undefined) {
      const error = `no ${call.path} here; GET /sandbox lists what there is`;
      return send(reply, { status, body: { error } });
    }
    return send(reply, door.failure(status, call), door.headers(call));
  }

  #failed(error: unknown, { url }: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { statusCode: status = 500, message } = error as { statusCode?: number; message: string };
    if (status === 413) {
      return send(reply, { status, body: { error: `bodies end at ${BODY_BYTES_MAX} bytes` } });
    }
    if (status < 500) return send(reply, { status, body: { error: message } });
    this.#parts.logger.error({ err: error, path: url }, 'a request met a bug');
    return send(reply, { status: 500, body: { error: 'bug' } });
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Closes the connection without an answer. */
function drop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.socket.destroy();
  return reply;
}

function failureBefore(door: Door, call: Call, fault: Fault | null): Answer | null {
  if (fault?.effect === '500-before') return door.failure(500, call);
  if (fault?.effect !== '429') return null;
  const answer = door.failure(429, call);
  if (fault.retryAfterSeconds === 0) return answer;
  return { ...answer, headers: { 'Retry-After': String(fault.retryAfterSeconds) } };
}

/** Sends bytes, because Fastify adds a character set to text, which the providers do not send. */
function send(
  reply: FastifyReply,
  { status, body, headers }: Answer,
  always: Readonly<Record<string, string>> = {},
): FastifyReply {
  void reply.code(status);
  if (body !== null) void reply.header('Content-Type', 'application/json');
  void reply.headers(always);
  if (headers !== undefined) void reply.headers(headers);
  if (body === null) return reply.send();
  return reply.send(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
