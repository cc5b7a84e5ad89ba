import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, ServiceAway } from './problems.js';

export type ApiClientOptions = {
  /** Where the service is, as in `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Sent as `Authorization: Bearer`; left out, none is sent. */
  readonly key?: string;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** How often a request is sent while the service is away or busy. */
  readonly attemptsMax?: number;
  /** Most connections at once. */
  readonly connectionsMax?: number;
};

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in `/v1/payments`. */
  readonly path: string;
  readonly body?: unknown;
  /** Makes a POST repeatable: the service acts on a key once. */
  readonly idempotencyKey?: string;
  /** Whether the answer is JSON, or a text to be given as it came. */
  readonly answer?: 'json' | 'text';
};

type Answer = { readonly status: number; readonly text: string; readonly retryAfterMs: number };

const WAIT_MS = 100;
const WAIT_MS_MAX = 3_000;
const BUSY = [429, 502, 503, 504];
const REPEATABLE: readonly Call['method'][] = ['GET', 'PUT', 'DELETE'];

/** Calls one HTTP service of the ledger; repeats what may be repeated. */
export class ApiClient {
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agent: HttpAgent;
  readonly #timeoutMs: number;
  readonly #attemptsMax: number;

  constructor({ url, key, timeoutMs = 30_000, attemptsMax = 5, connectionsMax }: ApiClientOptions) {
    this.#url = new URL(url);
    this.#headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const options = { keepAlive: true, ...(connectionsMax && { maxSockets: connectionsMax }) };
    this.#agent = this.#secure ? new HttpsAgent(options) : new HttpAgent(options);
    this.#timeoutMs = timeoutMs;
    this.#attemptsMax = attemptsMax;
  }

  /**
   * The JSON of a 2xx answer; null when it has none. What changes nothing, what may be done twice
   * and what has an idempotency key is sent again while the service is away or busy.
   *
   * @throws ApiProblem when the service refuses.
   * @throws ServiceAway when it gave no answer; a POST may still have been done.
   */
  async send(call: Call): Promise<unknown> {
    const repeatable = REPEATABLE.includes(call.method) || call.idempotencyKey !== undefined;
    const attempts = repeatable ? this.#attemptsMax : 1;
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === attempts;
      const answer = await this.#exchange(call).catch((error: unknown) => {
        if (last) throw new ServiceAway(this.#url.origin, error as NodeJS.ErrnoException);
        return null;
      });
      if (answer && (last || !BUSY.includes(answer.status))) return bodyOf(answer, call.answer);
      await sleep(Math.max(answer?.retryAfterMs ?? 0, waitMs(attempt)));
    }
  }

  /** Lets go of idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  get #secure(): boolean {
    return this.#url.protocol === 'https:';
  }

  #exchange({ method, path, body, idempotencyKey, answer }: Call): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      accept: answer === 'text' ? '*/*' : 'application/json',
      ...this.#headers,
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    };
    const send = this.#secure ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = send(
        new URL(path, this.#url),
        { method, headers, agent: this.#agent, timeout: this.#timeoutMs },
        (response) => {
          let received = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (received += chunk));
          response.on('error', reject);
          response.on('end', () => {
            const retryAfterMs = Number(response.headers['retry-after'] ?? 0) * 1000 || 0;
            resolve({ status: response.statusCode ?? 0, text: received, retryAfterMs });
          });
        },
      );
      request.on('timeout', () => request.destroy(timedOut(this.#timeoutMs)));
      request.on('error', reject);
      request.end(text);
    });
  }
}

function bodyOf({ status, text }: Answer, form: Call['answer']): unknown {
  const isDone = status >= 200 && status < 300;
  if (isDone && form === 'text') return text;
  const body = parsed(text);
  if (isDone) return body;
  throw new ApiProblem(status, body ?? {});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not ours: a proxy's page, or nothing at all.
  }
}

/** Doubles from one attempt to the next; half of it is chance, so that clients do not march. */
function waitMs(attempt: number): number {
  const full = Math.min(WAIT_MS * 2 ** (attempt - 1), WAIT_MS_MAX);
  return full / 2 + (Math.random() * full) / 2;
}

function timedOut(timeoutMs: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`no answer within ${timeoutMs} ms`), { code: 'ETIMEDOUT' });
}
