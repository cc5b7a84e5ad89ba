/** Codes of Node and undici for a connection that never came to be. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** The exchange of a request ended before its answer did. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  /** @param code as in `ECONNRESET`; a browser does not say why, there it is the error's name. */
  constructor(
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /** What `fetch` or `node:http` threw. */
  static of(thrown: unknown): NoAnswer {
    const error: CodedError = isError(thrown) ? thrown : new Error(String(thrown));
    const { code, name, message } = isError(error.cause) ? error.cause : error;
    return new NoAnswer(typeof code === 'string' ? code : name, message, thrown);
  }

  /** Whether the service may have read the request. */
  get wasPerhapsSent(): boolean {
    return !NOT_CONNECTED.includes(this.code);
  }
}

type CodedError = Error & { readonly code?: unknown };

/** By its form: errors of another realm, as of a frame or a test runner, are no instances. */
function isError(value: unknown): value is CodedError {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}
