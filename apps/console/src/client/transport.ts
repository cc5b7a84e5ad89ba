/** One request to the one address. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Makes a POST repeatable: the service acts on a key once. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export type ProblemBody = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
};

/** The service refused; nothing was done. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    /** Finds the request in the logs. */
    readonly requestId: string | null,
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.code = body.code ?? `http-${status}`;
  }
}

/** No answer came: whether a command was recorded is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const BUSY = [429, 502, 503, 504];
const ATTEMPTS_MAX = 3;
const WAIT_MS = 300;
const TIMEOUT_MS = 30_000;

/**
 * The JSON of a 2xx answer; null when it has none. Reads, and commands with an idempotency key, are
 * sent again while the service is away or busy.
 *
 * @throws Refused when the service refuses.
 * @throws NoAnswer when it gave no answer.
 */
export async function send(call: Call): Promise<unknown> {
  const repeatable = call.method === 'GET' || call.idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    const last = !repeatable || attempt === ATTEMPTS_MAX;
    const answer = await exchange(call).catch((error: unknown) => {
      if (call.signal?.aborted) throw error;
      if (last) throw new NoAnswer(String(error));
      return null;
    });
    if (answer && (last || !BUSY.includes(answer.status))) return await bodyOf(answer);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt));
  }
}

function exchange(call: Call): Promise<Response> {
  const { method, path, body, idempotencyKey, headers, signal } = call;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  return fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new NoAnswer(String(error));
  });
  const body = parsed(text);
  if (response.ok) return body;
  const problem = (body ?? {}) as ProblemBody;
  throw new Refused(response.status, problem, response.headers.get('request-id'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not ours: a proxy's page, or nothing at all.
  }
}
