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
    /** From when on a repeat is looked at, in seconds from now; null: not said. */
    readonly retryAfterS: number | null = null,
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.code = body.code ?? `http-${status}`;
  }
}

/** No answer came: whether a command was recorded is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    message: string,
    /** Of an answer that leaves it open; null: none came. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

const BUSY = [429, 502, 503, 504];
/** Said before a command is looked at, so that they tell nothing of an earlier try of it. */
const AT_THE_DOOR = [401, 403, 429];
const NOT_CONFIGURED = 501;
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
  let isLost = false;
  for (let attempt = 1; ; attempt += 1) {
    const last = !repeatable || attempt === ATTEMPTS_MAX;
    const answer = await exchange(call).catch((error: unknown) => {
      if (call.signal?.aborted) throw error;
      if (last) throw new NoAnswer(String(error));
      return null;
    });
    if (answer && (last || !BUSY.includes(answer.status))) {
      const { status } = answer;
      if (leavesOpen(call, status, isLost)) throw new NoAnswer(`HTTP ${status}`, status);
      return await bodyOf(answer);
    }
    isLost ||= answer?.status !== 429;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt));
  }
}

/** Whether a command may have been recorded all the same: a service may fail behind its append. */
function leavesOpen({ method }: Call, status: number, isLost: boolean): boolean {
  if (method === 'GET') return false;
  return (status >= 500 && status !== NOT_CONFIGURED) || (isLost && AT_THE_DOOR.includes(status));
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
  const { headers, status } = response;
  const retryAfterS = Number.parseInt(headers.get('retry-after') ?? '', 10);
  const after = Number.isNaN(retryAfterS) ? null : retryAfterS;
  throw new Refused(status, problem, headers.get('request-id'), after);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not ours: a proxy's page, or nothing at all.
  }
}
