import {
  Client,
  Environment,
  OrdersController,
  PaymentsController,
  TransactionSearchController,
  type ApiResponse,
} from '@paypal/paypal-server-sdk';
import { isUnauthorised } from './errors.js';

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

  /** Runs one call; when PayPal no longer accepts the token, once more with a new one. */
  async call<Result>(run: (calls: PayPalCalls) => Promise<ApiResponse<Result>>): Promise<Result> {
    const connected = this.#connected();
    const calls = await connected;
    try {
      return (await run(calls)).result;
    } catch (error) {
      if (!isUnauthorised(error)) throw error;
      if (this.#current === connected) this.#current = null;
      return (await run(await this.#connected())).result;
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
    };
  }

  #client(clientCredentialsAuthCredentials: Credentials): Client {
    const { environment, timeoutMs, apiUrl } = this.options;
    return new RoutedClient(apiUrl?.replace(/\/+$/, ''), {
      environment: environment === 'live' ? Environment.Production : Environment.Sandbox,
      timeout: timeoutMs,
      clientCredentialsAuthCredentials,
    });
  }

  #nowMs(): number {
    return (this.options.now?.() ?? new Date()).getTime();
  }
}

type Configuration = NonNullable<ConstructorParameters<typeof Client>[0]>;
type Credentials = NonNullable<Configuration['clientCredentialsAuthCredentials']>;

const PAYPAL_HOST = /^https:\/\/api-m(\.sandbox)?\.paypal\.com/;

/** The SDK knows PayPal's two addresses only; this one goes where it is told, token included. */
class RoutedClient extends Client {
  readonly #apiUrl: string | undefined;

  constructor(apiUrl: string | undefined, configuration: Configuration) {
    super(configuration);
    this.#apiUrl = apiUrl;
  }

  override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
    const factory = super.getRequestBuilderFactory();
    return (...request) => {
      const builder = factory(...request);
      builder.interceptRequest((sent) => ({
        ...sent,
        url: this.#apiUrl === undefined ? sent.url : sent.url.replace(PAYPAL_HOST, this.#apiUrl),
      }));
      return builder;
    };
  }
}
