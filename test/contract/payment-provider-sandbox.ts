import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { AppProcess } from '../support/processes.js';
import type { LifecycleOperation } from './payment-provider-lifecycle.contract.js';
import type { ProviderOperation } from './payment-provider.contract.js';

type Effect = '429' | '500-before' | '500-after' | 'drop-before' | 'drop-after' | 'hold-answer';

type Fault = {
  readonly provider: 'stripe' | 'paypal';
  readonly operation: string;
  readonly effect: Effect;
  readonly times?: number;
};

/** The provider sandbox as a process of its own, with a folder that goes away. */
export class SandboxProcess {
  private constructor(
    readonly url: string,
    private readonly app: AppProcess,
    private readonly dataDir: string,
  ) {}

  /** Needs `npm run build` to have run. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<SandboxProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'assay-provider-contract-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const app = AppProcess.start('provider-sandbox', {
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...env,
    });
    await app.untilReady(url);
    return new SandboxProcess(url, app, dataDir);
  }

  async fail(fault: Fault): Promise<void> {
    await this.#post('/sandbox/faults', JSON.stringify(fault), 'application/json');
  }

  /** What the payer answers on a page of the sandbox. */
  async submit(path: string, form: Readonly<Record<string, string>>): Promise<void> {
    const type = 'application/x-www-form-urlencoded';
    await this.#post(path, new URLSearchParams(form).toString(), type);
  }

  /** Days go by in the sandbox. */
  async pass(days: number): Promise<void> {
    await this.control('/clock', { advanceMs: days * 86_400_000 });
  }

  /** Lets something happen that no caller asked for. @returns the object it happened to. */
  async control(path: string, body: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.#post(`/sandbox${path}`, JSON.stringify(body), 'application/json');
    return JSON.parse(answer) as Readonly<Record<string, unknown>>;
  }

  async paypalRoot(): Promise<string> {
    return (await fetch(`${this.url}/sandbox/paypal-ca.pem`)).text();
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #post(path: string, body: string, contentType: string): Promise<string> {
    const headers = { 'content-type': contentType };
    const url = new URL(path, this.url);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status >= 400) {
      throw new Error(`${url.pathname} answers ${answer.status}: ${text}`);
    }
    return text;
  }
}

export type Losses = Readonly<Record<'request' | 'answer', Effect>>;

/** How a lost request and a lost answer look from outside. */
export const FAILURES: Losses = { request: '500-before', answer: '500-after' };
export const DROPS: Losses = { request: 'drop-before', answer: 'drop-after' };
export const SILENCES: Losses = { request: '429', answer: 'hold-answer' };

/** The time for an answer where every call gets one or fails: it bounds a hang only. */
export const PATIENCE_MS = 60_000;
/** The time for an answer that never comes: long enough for an honest one on a busy machine. */
export const SILENCE_MS = 3_000;

type Operations = Readonly<Record<ProviderOperation | LifecycleOperation, string>>;

export const STRIPE_OPERATIONS: Operations = {
  authorise: 'payment_intents.create',
  capture: 'payment_intents.capture',
  void: 'payment_intents.cancel',
  refund: 'refunds.create',
  increment: 'payment_intents.increment_authorization',
  // Never called: Stripe makes no second hold.
  reauthorise: 'payment_intents.confirm',
  cancel: 'payment_intents.cancel',
};

export const PAYPAL_OPERATIONS: Operations = {
  authorise: 'orders.create',
  capture: 'authorizations.capture',
  void: 'authorizations.void',
  refund: 'captures.refund',
  // Never called: PayPal does not raise a hold.
  increment: 'orders.capture',
  reauthorise: 'authorizations.reauthorize',
  cancel: 'orders.get',
};
