import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Client,
  Environment,
  OrdersController,
  PaymentsController,
  TransactionSearchController,
} from '@paypal/paypal-server-sdk';
import Stripe from 'stripe';
import { silentLogger } from '#platform';
import { Config } from '../../apps/provider-sandbox/src/config.js';
import { startSandbox, type RunningSandbox } from '../../apps/provider-sandbox/src/sandbox.js';
import { WireTap } from '../support/specifications-tap.js';

/** Totals and lines of the books, amounts as digits. */
export type PaymentBooks = {
  readonly lines: readonly {
    readonly kind: string;
    readonly amount: string;
    readonly fee: string;
  }[];
  readonly totals: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** A sandbox of its own with a tap before it; it can be stopped and started again. */
export class SandboxUnderTest {
  #sandbox: RunningSandbox;

  private constructor(
    sandbox: RunningSandbox,
    readonly tap: WireTap,
    private readonly config: Config,
  ) {
    this.#sandbox = sandbox;
  }

  static async start(given: Partial<Config> = {}): Promise<SandboxUnderTest> {
    const dataDir = await mkdtemp(join(tmpdir(), 'assay-sandbox-'));
    const config = Object.assign(new Config(), { PORT: 0, DATA_DIR: dataDir }, given);
    const sandbox = await startSandbox(config, silentLogger());
    return new SandboxUnderTest(sandbox, await WireTap.before(sandbox.url), config);
  }

  /** Straight to the sandbox, past the tap. */
  get url(): string {
    return this.#sandbox.url;
  }

  async restart(): Promise<void> {
    const port = Number(new URL(this.url).port);
    await this.#sandbox.stop();
    const config = Object.assign(Object.create(this.config) as Config, { PORT: port });
    this.#sandbox = await startSandbox(config, silentLogger());
  }

  async stop(): Promise<void> {
    await this.tap.close();
    await this.#sandbox.stop();
    await rm(this.config.DATA_DIR, { recursive: true, force: true });
  }

  stripe(options: Stripe.StripeConfig = {}): Stripe {
    return new Stripe('sk_test_sandbox', {
      host: '127.0.0.1',
      port: this.tap.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
      ...options,
    });
  }

  paypal(): PayPal {
    const client = new LocalClient(`http://127.0.0.1:${this.tap.port}`);
    return {
      orders: new OrdersController(client),
      payments: new PaymentsController(client),
      transactions: new TransactionSearchController(client),
    };
  }

  async control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/sandbox${path}`, {
      method,
      // A kept connection would not outlive a restart.
      headers: { connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  async books(paymentId: string): Promise<PaymentBooks> {
    return (await this.control('GET', `/books/payments/${paymentId}`)) as PaymentBooks;
  }

  /** What a payer says on one of the sandbox's pages. @returns where it leads to. */
  async decide(url: string, form: Readonly<Record<string, string>>): Promise<string | null> {
    const body = new URLSearchParams(form);
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return answer.headers.get('location');
  }
}

export type PayPal = {
  readonly orders: OrdersController;
  readonly payments: PaymentsController;
  readonly transactions: TransactionSearchController;
};

/** The official client, led to this machine: it has no option for that. */
class LocalClient extends Client {
  constructor(private readonly base: string) {
    super({
      environment: Environment.Sandbox,
      timeout: 5000,
      clientCredentialsAuthCredentials: { oAuthClientId: 'client', oAuthClientSecret: 'secret' },
    });
  }

  override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
    const create = super.getRequestBuilderFactory();
    return (...given) => {
      const builder = create(...given);
      builder.interceptRequest((request) => ({
        ...request,
        url: request.url.replace(/^https:\/\/api-m(\.sandbox)?\.paypal\.com/, this.base),
      }));
      return builder;
    };
  }
}

export type Delivery = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** As the event itself says. */
  readonly id: string;
  readonly type: string;
};

/** An endpoint for webhooks that keeps what it took, and refuses first when told to. */
export class WebhookEndpoint {
  readonly taken: Delivery[] = [];
  refusals = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (this.refusals > 0) {
          this.refusals -= 1;
          response.writeHead(503).end();
          return;
        }
        const body = Buffer.concat(chunks).toString();
        const event = JSON.parse(body) as { id: string; type?: string; event_type?: string };
        const type = event.type ?? event.event_type ?? '';
        this.taken.push({ headers: request.headers, body, id: event.id, type });
        response.writeHead(200).end();
      });
    });
  }

  static async start(): Promise<WebhookEndpoint> {
    const endpoint = new WebhookEndpoint();
    await new Promise<void>((resolve) => endpoint.#server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** @throws Error with what came instead, when this many do not come in time. */
  async until(count: number): Promise<readonly Delivery[]> {
    for (let attempt = 0; attempt < 4_000; attempt += 1) {
      if (this.taken.length >= count) return this.taken;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`only these came: ${this.taken.map(({ type }) => type).join(', ')}`);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}
