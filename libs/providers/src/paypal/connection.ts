import {
  Client,
  Environment,
  OrdersController,
  PaymentsController,
  TransactionSearchController,
  type ApiResponse,
} from '@paypal/paypal-server-sdk';
import { isUnauthorised } from './errors.js';
import { PayPalRest } from './rest.js';

export type PayPalOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Which PayPal: `live` moves real money. */
  readonly environment: 'sandbox' | 'live';
  /** The SDK's own default is to wait for ever. */
  readonly timeoutMs: number;
  /** Default: the environment's own address. */
  readonly apiUrl?: string | undefined;
  readonly now?: () => Date;
};

export type PayPalCalls = {
  readonly orders: OrdersController;
  readonly payments: PaymentsController;
  readonly transactions: TransactionSearchController;
  /** What PayPal offers and its SDK does not. */
  readonly rest: PayPalRest;
};

/** Renewed this long before PayPal would refuse it. */
const TOKEN_MARGIN_MS = 60_000;

/**
 * The SDK with one access token that all calls share.
 *
 * Left to itself, the SDK fetches one token per parallel first call, keeps a failed fetch for ever
 * and does not renew a token that PayPal revoked. So each token gets its own client here.
 */
export class PayPalConnection {
  #current: Promise<PayPalCalls> | null = null;
  #renewAtMs = Infinity;

  constructor(private readonly options: PayPalOptions) {}

  /** Runs one call of the SDK; when PayPal refuses the token, once more with a new one. */
  async call<Result>(run: (calls: PayPalCalls) => Promise<ApiResponse<Result>>): Promise<Result> {
    return (await this.#authorised(run)).result;
  }

  /**
   * Reads an object as PayPal writes it, as its webhooks do; the SDK drops what it does not know.
   *
   * @returns null when PayPal has no such object.
   */
  get(path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    return this.#authorised(({ rest }) => rest.get(path, query));
  }

  /** @param body JSON as it is to be sent, byte by byte. */
  post(path: string, body: string): Promise<unknown> {
    return this.#authorised(({ rest }) => rest.post(path, body));
  }

  async #authorised<Answer>(run: (calls: PayPalCalls) => Promise<Answer>): Promise<Answer> {
    const connected = this.#connected();
    const calls = await connected;
    try {
      return await run(calls);
    } catch (error) {
      if (!isUnauthorised(error)) throw error;
      if (this.#current === connected) this.#current = null;
      return run(await this.#connected());
    }
  }

  #connected(): Promise<PayPalCalls> {
    if (this.#current && this.#nowMs() < this.#renewAtMs) return this.#current;
    const connecting = this.#connect();
    this.#current = connecting;
    this.#renewAtMs = Infinity;
    connecting.catch(() => {
      if (this.#current === connecting) this.#current = null;
    });
    return connecting;
  }

  async #connect(): Promise<PayPalCalls> {
    const { clientId, clientSecret } = this.options;
    const credentials = { oAuthClientId: clientId, oAuthClientSecret: clientSecret };
    const oAuthToken = await this.#client(credentials).clientCredentialsAuthManager.fetchToken();
    const lifeMs = Number(oAuthToken.expiresIn ?? 0n) * 1000;
    this.#renewAtMs = this.#nowMs() + Math.max(lifeMs - TOKEN_MARGIN_MS, lifeMs / 2);
    const client = this.#client({ ...credentials, oAuthToken });
    return {
      orders: new OrdersController(client),
      payments: new PaymentsController(client),
      transactions: new TransactionSearchController(client),
      rest: new PayPalRest({
        apiUrl: this.#apiUrl,
        accessToken: oAuthToken.accessToken,
        timeoutMs: this.options.timeoutMs,
      }),
    };
  }

  #client(clientCredentialsAuthCredentials: Credentials): Client {
    const { environment, timeoutMs } = this.options;
    return new RoutedClient(this.#apiUrl, {
      environment: environment === 'live' ? Environment.Production : Environment.Sandbox,
      timeout: timeoutMs,
      clientCredentialsAuthCredentials,
    });
  }

  get #apiUrl(): string {
    const { apiUrl, environment } = this.options;
    return apiUrl?.replace(/\/+$/, '') ?? ADDRESSES[environment];
  }

  #nowMs(): number {
    return (this.options.now?.() ?? new Date()).getTime();
  }
}

type Configuration = NonNullable<ConstructorParameters<typeof Client>[0]>;
type Credentials = NonNullable<Configuration['clientCredentialsAuthCredentials']>;

const ADDRESSES = {
  live: 'https://api-m.paypal.com',
  sandbox: 'https://api-m.sandbox.paypal.com',
} as const;

const PAYPAL_HOST = /^https:\/\/api-m(\.sandbox)?\.paypal\.com/;

/** The SDK knows PayPal's two addresses only; this client goes to the one of the options. */
class RoutedClient extends Client {
  readonly #apiUrl: string;

  constructor(apiUrl: string, configuration: Configuration) {
    super(configuration);
    this.#apiUrl = apiUrl;
  }

  override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
    const factory = super.getRequestBuilderFactory();
    return (...request) => {
      const builder = factory(...request);
      builder.interceptRequest((sent) => ({
        ...sent,
        url: sent.url.replace(PAYPAL_HOST, this.#apiUrl),
      }));
      return builder;
    };
  }
}
