/** PayPal answered, and not with what was asked for. */
export class RestRefusal extends Error {
  override readonly name = 'RestRefusal';

  constructor(
    readonly statusCode: number,
    readonly body: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    super(`PayPal answers ${statusCode}`);
  }
}

/** No answer, or one that is no JSON. */
export class RestSilence extends Error {
  override readonly name = 'RestSilence';
}

export type RestOptions = {
  readonly apiUrl: string;
  readonly accessToken: string;
  readonly timeoutMs: number;
};

/** PayPal's JSON as it is, for what the SDK leaves out: webhook events and disputes. */
export class PayPalRest {
  constructor(private readonly options: RestOptions) {}

  /**
   * @returns null when PayPal has no such object.
   * @throws RestRefusal or RestSilence.
   */
  async get(path: string, query: Readonly<Record<string, string>>): Promise<unknown> {
    const search = new URLSearchParams(query).toString();
    try {
      return await this.#fetch(search === '' ? path : `${path}?${search}`, { method: 'GET' });
    } catch (error) {
      if (error instanceof RestRefusal && error.statusCode === 404) return null;
      throw error;
    }
  }

  /** @throws RestRefusal or RestSilence. */
  post(path: string, body: string): Promise<unknown> {
    return this.#fetch(path, { method: 'POST', body });
  }

  async #fetch(path: string, request: { method: string; body?: string }): Promise<unknown> {
    const { apiUrl, accessToken, timeoutMs } = this.options;
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        ...request,
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
        // A token goes to PayPal only.
        redirect: 'error',
      });
      const body = await response.text();
      if (!response.ok) {
        throw new RestRefusal(response.status, body, Object.fromEntries(response.headers));
      }
      return JSON.parse(body);
    } catch (cause) {
      if (cause instanceof RestRefusal) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new RestSilence(`PayPal does not answer ${path}: ${why}`, { cause });
    }
  }
}
