import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PaymentsClient } from '#client';
import { hashKey } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { AppProcess } from './processes.js';

const API_KEY = 'system-key';
const STRIPE_WEBHOOK_SECRET = 'whsec_system_test';
const PAYPAL_WEBHOOK_ID = 'WH-SYSTEM-TEST';

/** What the sandbox's own books say of one payment: how often each thing happened. */
export type SandboxCounts = {
  readonly authorisation: number;
  readonly void: number;
  readonly capture: number;
  readonly refund: number;
};

/** One line of the sandbox's books; amounts in minor units. */
export type SandboxLine = {
  readonly kind: string;
  readonly reference: string;
  readonly amount: string;
  readonly fee: string;
};

/**
 * The provider sandbox and command-service as processes of their own, on free ports and a folder
 * that goes away: for tests that kill and restart.
 */
export class PaymentSystem {
  #commandService: AppProcess | null = null;
  #env: Readonly<Record<string, string>> = {};

  private constructor(
    readonly url: string,
    readonly sandboxUrl: string,
    /** For the official client. */
    readonly eventStoreUrl: string,
    private readonly rest: { readonly dataDir: string; readonly sandbox: AppProcess },
  ) {}

  /** Where the keys of personal texts are. */
  get privacyFolder(): string {
    return join(this.rest.dataDir, 'privacy');
  }

  /** @param folder what an earlier system left; without it, a new one. */
  static async start(
    env: Readonly<Record<string, string>> = {},
    folder?: string,
  ): Promise<PaymentSystem> {
    const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'assay-system-')));
    const [port, sandboxPort, doorPort] = [await freePort(), await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
    const eventStoreUrl = `esdb://127.0.0.1:${doorPort}?tls=false`;
    const sandbox = AppProcess.start('provider-sandbox', {
      PORT: String(sandboxPort),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      STRIPE_WEBHOOK_SECRET,
      PAYPAL_WEBHOOK_ID,
      SANDBOX_WEBHOOK_URL_STRIPE: `${url}/v1/webhooks/stripe`,
      SANDBOX_WEBHOOK_URL_PAYPAL: `${url}/v1/webhooks/paypal`,
    });
    await sandbox.untilReady(sandboxUrl);
    const system = new PaymentSystem(url, sandboxUrl, eventStoreUrl, { dataDir, sandbox });
    system.#env = {
      PORT: String(port),
      EVENTSTORE_PORT: String(doorPort),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      FRAUD_SCORING: 'off',
      CHECKOUTS_PER_CUSTOMER: 'off',
      RESUME_AFTER_MS: '200',
      PROVIDER_TIMEOUT_MS: '30000',
      API_KEYS: `system:service:${hashKey(API_KEY)}`,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET,
      STRIPE_API_URL: sandboxUrl,
      PAYPAL_CLIENT_ID: 'sandbox-client',
      PAYPAL_CLIENT_SECRET: 'sandbox-secret',
      PAYPAL_WEBHOOK_ID,
      PAYER_RETURN_URL: `${sandboxUrl}/`,
      PAYPAL_API_URL: sandboxUrl,
      PAYPAL_WEBHOOK_CA_FILE: join(dataDir, 'provider-sandbox', 'paypal-ca.pem'),
      PAYPAL_WEBHOOK_CERT_HOSTS: `127.0.0.1:${sandboxPort}`,
      ...env,
    };
    return system;
  }

  get dataDir(): string {
    return this.rest.dataDir;
  }

  get client(): PaymentsClient {
    return new PaymentsClient({ url: this.url, key: API_KEY, attemptsMax: 1 });
  }

  /** Asks again, under the same key, while no answer comes. */
  get patientClient(): PaymentsClient {
    return new PaymentsClient({ url: this.url, key: API_KEY, attemptsMax: 10 });
  }

  /** Starts command-service on what an earlier one left. */
  async startCommandService(env: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    this.#commandService = AppProcess.start('command-service', { ...this.#env, ...env });
    await this.#commandService.untilReady(this.url);
    return this.#commandService;
  }

  async stopCommandService(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.#commandService?.stop(signal);
  }

  /** What the payer does on the page that the provider sends the payer to. */
  async actAsPayer(pageUrl: string, action: string): Promise<void> {
    const page = new URL(pageUrl);
    const token = page.searchParams.get('token');
    const form = new URLSearchParams({ ...(token === null ? {} : { token }), action });
    await fetch(page, { method: 'POST', body: form, redirect: 'manual' });
  }

  /** @returns null without an answer, or not now: ask again. */
  async cancelOrder(orderId: string): Promise<object | null> {
    try {
      const answer = await fetch(`${this.url}/v1/orders/${orderId}/cancel`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${API_KEY}`,
          'content-type': 'application/json',
          'idempotency-key': `cancel-${orderId}`,
        },
        body: '{}',
      });
      return answer.ok ? ((await answer.json()) as object) : null;
    } catch {
      return null;
    }
  }

  /** Does something at the provider without a command; what it refuses is not done. */
  async desk(path: string, body: object = {}): Promise<void> {
    await fetch(`${this.sandboxUrl}${path}`, { method: 'POST', body: JSON.stringify(body) });
  }

  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    const body = JSON.stringify(fault);
    const answer = await fetch(`${this.sandboxUrl}/sandbox/faults`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`the sandbox refused the fault: ${await answer.text()}`);
  }

  /** Lets time pass at the provider. */
  async advanceClock(ms: number): Promise<void> {
    const body = JSON.stringify({ advanceMs: ms });
    const answer = await fetch(`${this.sandboxUrl}/sandbox/clock`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`the sandbox's clock stays: ${await answer.text()}`);
  }

  async forgetFaults(): Promise<void> {
    await fetch(`${this.sandboxUrl}/sandbox/faults`, { method: 'DELETE' });
  }

  /** The provider's own sums, by provider and currency. */
  async books(): Promise<Record<string, Record<string, { balance: string; fees: string }>>> {
    const response = await fetch(`${this.sandboxUrl}/sandbox/books`);
    return (await response.json()) as Record<
      string,
      Record<string, { balance: string; fees: string }>
    >;
  }

  /** The lines of one payment in the provider's books. */
  async linesOf(paymentId: string): Promise<SandboxLine[]> {
    const response = await fetch(`${this.sandboxUrl}/sandbox/books/payments/${paymentId}`);
    const { lines } = (await response.json()) as { lines: SandboxLine[] };
    return lines;
  }

  /** Approves a PayPal order as the payer would, on the page PayPal sends the payer to. */
  async approveAsPayer(approveUrl: string): Promise<void> {
    const form = new URLSearchParams({
      token: new URL(approveUrl).searchParams.get('token') ?? '',
      action: 'approve',
    });
    const page = new URL('/checkoutnow', this.sandboxUrl);
    const answer = await fetch(page, { method: 'POST', body: form, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`the payer could not approve: ${answer.status}`);
  }

  /** Makes the sandbox misbehave once, at the next call of an operation. */
  async arm(provider: string, operation: string, effect: string): Promise<void> {
    const answer = await fetch(`${this.sandboxUrl}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ provider, operation, effect, times: 1 }),
    });
    if (!answer.ok) throw new Error(`the sandbox refused the fault: ${await answer.text()}`);
  }

  async counts(paymentId: string, currency: string): Promise<SandboxCounts> {
    const response = await fetch(`${this.sandboxUrl}/sandbox/books/payments/${paymentId}`);
    const { totals } = (await response.json()) as {
      totals: Record<string, { counts: SandboxCounts }>;
    };
    return totals[currency]?.counts ?? { authorisation: 0, void: 0, capture: 0, refund: 0 };
  }

  async stop(): Promise<void> {
    await this.stopCommandService();
    await this.rest.sandbox.stop();
    await rm(this.rest.dataDir, { recursive: true, force: true });
  }
}
