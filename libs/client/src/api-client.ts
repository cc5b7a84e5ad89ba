import { fetchTransport } from './fetch-transport.js';
import { ApiProblem, type ProblemBody } from './problems.js';
import { withRetries, type RetryPlan } from './retries.js';
import { Patience, type Transport, type WireAnswer } from './transport.js';

export type ApiClientOptions = {
  /** Where the service is, as in `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Sent as `Authorization: Bearer`; left out, none is sent. */
  readonly key?: string;
  /** By `fetch` when left out. */
  readonly transport?: Transport;
  /** Longest silence of the service in one attempt, in milliseconds. */
  readonly timeoutMs?: number;
  /** How often a request is sent while the service is away or busy. */
  readonly attemptsMax?: number;
  /** Longest time for all attempts together, in milliseconds; thrice `timeoutMs` when left out. */
  readonly totalMs?: number;
};

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in `/v1/payments`. */
  readonly path: string;
  readonly body?: unknown;
  /** Makes a command repeatable: the service acts on a key once. */
  readonly idempotencyKey?: string;
  /** Whether the answer is JSON, or a text to be given as it came. */
  readonly answer?: 'json' | 'text';
  /** Ends the call with the signal's reason. A command may be done all the same. */
  readonly signal?: AbortSignal;
};

const REPEATABLE: readonly Call['method'][] = ['GET', 'PUT', 'DELETE'];

/** Calls one HTTP service of the ledger; repeats what may be repeated. */
export class ApiClient {
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #transport: Transport;
  readonly #timeoutMs: number;
  readonly #attemptsMax: number;
  readonly #totalMs: number;

  constructor(options: ApiClientOptions) {
    const { url, key, transport = fetchTransport(), timeoutMs = 30_000 } = options;
    const { attemptsMax = 5, totalMs = 3 * timeoutMs } = options;
    this.#url = new URL(url);
    this.#headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    this.#transport = transport;
    this.#timeoutMs = timeoutMs;
    this.#attemptsMax = attemptsMax;
    this.#totalMs = totalMs;
  }

  /**
   * The JSON of a 2xx answer; null when it has none. What changes nothing, what may be done twice
   * and what has an idempotency key is sent again while the service is away or busy.
   *
   * @throws ApiProblem when the service refuses.
   * @throws ServiceAway when it was not reached, or did not answer what changes nothing.
   * @throws OutcomeUnknown when a command may have been done.
   */
  async send(call: Call): Promise<unknown> {
    return this.#attempts(call, async (signal) => {
      const text = await joined((await this.#exchange(call, signal)).text);
      return call.answer === 'text' ? text : parsed(text);
    });
  }

  /**
   * A 2xx answer as it comes, however long. It is sent again only until it begins.
   *
   * @throws ApiProblem or ServiceAway as `send` does.
   * @throws NoAnswer from the iteration when the answer breaks off.
   */
  async stream(call: Call): Promise<WireAnswer> {
    // The time for all attempts ends none of a long answer.
    return this.#attempts(call, () =>
      this.#exchange({ ...call, answer: 'text' }, call.signal ?? NEVER),
    );
  }

  /** Lets go of idle connections. */
  close(): void {
    this.#transport.close();
  }

  async #attempts<T>(call: Call, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const total = new Patience(this.#totalMs, call.signal);
    try {
      return await withRetries(this.#planOf(call, total.signal), () => attempt(total.signal));
    } finally {
      total.end();
    }
  }

  #planOf({ method, idempotencyKey }: Call, signal: AbortSignal): RetryPlan {
    const isRepeatable = REPEATABLE.includes(method) || idempotencyKey !== undefined;
    return {
      attemptsMax: isRepeatable ? this.#attemptsMax : 1,
      totalMs: this.#totalMs,
      changes: method !== 'GET',
      idempotencyKey: idempotencyKey ?? null,
      origin: this.#url.origin,
      signal,
    };
  }

  /** @throws ApiProblem for every answer but 2xx. */
  async #exchange(call: Call, signal: AbortSignal): Promise<WireAnswer> {
    const { method, path, body, idempotencyKey, answer: form } = call;
    const answer = await this.#transport.send({
      method,
      url: new URL(path, this.#url).href,
      headers: {
        accept: form === 'text' ? '*/*' : 'application/json',
        ...this.#headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutMs: this.#timeoutMs,
      signal,
    });
    if (answer.status >= 200 && answer.status < 300) return answer;
    const problem = (parsed(await joined(answer.text)) ?? {}) as ProblemBody;
    throw new ApiProblem(answer.status, problem, {
      requestId: answer.header('request-id'),
      retryAfterMs: retryAfterMs(answer.header('retry-after')),
    });
  }
}

const NEVER = new AbortController().signal;

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not ours: a proxy's page, or nothing at all.
  }
}

/** RFC 9110 allows seconds and a date; null for what is neither. */
function retryAfterMs(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
