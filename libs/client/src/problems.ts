/** What an RFC 9457 problem document says. */
export type ProblemBody = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
};

/** The service refused; nothing was done. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  /** The stable code of the refusal, as in `refund-exceeds-captured`. */
  readonly code: string;

  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(describe(status, body));
    this.code = body.code ?? `http-${status}`;
  }
}

/** No answer came: the service is down, or the network between. */
export class ServiceAway extends Error {
  override readonly name = 'ServiceAway';

  constructor(
    readonly url: string,
    cause: NodeJS.ErrnoException,
  ) {
    super(`no service answers at ${url} (${cause.code ?? cause.message})`, { cause });
  }
}

function describe(status: number, { code, title, detail, errors }: ProblemBody): string {
  const fields = errors?.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return [code ?? `HTTP ${status}`, fields ?? detail ?? title].filter(Boolean).join(': ');
}
