import type { DataSource } from 'typeorm';
import { RemoteEventStore, type EventStore } from '#event-store';
import type { PaymentProvider } from '#provider-port';
import { createPayPalProvider, createStripeProvider } from '#providers';
import { Clock } from '#platform';
import type { JobResult } from '../../apps/operations/src/jobs/job.js';
import { settlementImport } from '../../apps/operations/src/settlement/settlement-import.js';
import { JournalAccount } from '../../apps/projection-service/src/journal/journal.entity.js';
import { ReconciliationMatch } from '../../apps/projection-service/src/reconciliation/reconciliation.entity.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { eventually } from './eventually.js';
import { PaymentSystem } from './payment-system.js';
import { startPostgres, type TestPostgres } from './postgres.js';
import { emptyViews, runViews } from './postgres-views.js';

export type ProviderName = PaymentProvider['name'];

const NEVER = new AbortController().signal;

/** The payment system with the imports of both providers and the two views of the books. */
export class SettledSystem {
  readonly #imports: Readonly<Record<ProviderName, ReturnType<typeof settlementImport>>>;
  readonly #results = new Map<ProviderName, JobResult>();
  #keys = 0;
  /** What the imports take for the time; default: the real one. */
  now = (): Date => new Date();

  private constructor(
    readonly payments: PaymentSystem,
    private readonly parts: {
      readonly store: EventStore;
      readonly postgres: TestPostgres;
      readonly dataSource: DataSource;
      readonly views: ReturnType<typeof runViews>;
    },
  ) {
    const stripe = createStripeProvider({
      secretKey: 'sk_test_sandbox',
      timeoutMs: 10_000,
      apiUrl: payments.sandboxUrl,
    });
    const paypal = createPayPalProvider({
      clientId: 'sandbox-client',
      clientSecret: 'sandbox-secret',
      environment: 'sandbox',
      timeoutMs: 10_000,
      apiUrl: payments.sandboxUrl,
    });
    const job = (provider: PaymentProvider) =>
      settlementImport(provider, parts.store, 1_000, new Clock(() => this.now()));
    this.#imports = { stripe: job(stripe), paypal: job(paypal) };
  }

  static async start(): Promise<SettledSystem> {
    const payments = await PaymentSystem.start();
    await payments.startCommandService();
    const store = RemoteEventStore.connect(payments.eventStoreUrl);
    const postgres = await startPostgres();
    const dataSource = await emptyViews(await postgres.createDatabase());
    const views = runViews(dataSource, store, [PROJECTIONS.journal, PROJECTIONS.reconciliation]);
    return new SettledSystem(payments, { store, postgres, dataSource, views });
  }

  async stop(): Promise<void> {
    const { store, postgres, dataSource, views } = this.parts;
    await views.stop();
    await dataSource.destroy();
    await postgres.stop();
    await store.close();
    await this.payments.stop();
  }

  /** A captured payment of 20.00. @returns its id and the provider's reference of the capture. */
  async pay(
    provider: ProviderName,
    currency = 'EUR',
    token = 'pm_card_visa',
  ): Promise<{ readonly paymentId: string; readonly capture: string }> {
    const method = provider === 'stripe' ? ({ kind: 'card', token } as const) : PAYPAL;
    const command = {
      orderId: this.#key(),
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: { amount: '2000', currency },
      provider,
      method,
      intent: 'capture',
    } as const;
    const { client } = this.payments;
    const { paymentId, action } = await client.initiate(command, this.#key());
    // The webhook of the payer's approval lets it go on.
    if (action) await this.payments.actAsPayer(action.url, 'approve');
    const captured = await eventually(async () => {
      const lines = await this.payments.linesOf(paymentId);
      return lines.find(({ kind }) => kind === 'capture');
    });
    return { paymentId, capture: captured.reference };
  }

  /** Gives money back. @returns the provider's reference of the refund. */
  async refund(paymentId: string, amount: string, currency = 'EUR'): Promise<string> {
    const body = { amount: { amount, currency } };
    await this.payments.client.refund(paymentId, body, this.#key());
    const lines = await this.payments.linesOf(paymentId);
    const refund = lines.filter(({ kind }) => kind === 'refund').at(-1)?.reference;
    if (refund === undefined) throw new Error(`${paymentId} was not refunded`);
    return refund;
  }

  /** Does something at the provider's desk. @throws Error unless the sandbox does it. */
  async act(path: string, body: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const url = `${this.payments.sandboxUrl}/sandbox${path}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  }

  /** The provider books something that belongs to no payment. */
  bookByItself(provider: ProviderName, booking: object): ReturnType<SettledSystem['act']> {
    const path = { stripe: '/stripe/balance-transactions', paypal: '/paypal/transactions' };
    return this.act(path[provider], booking);
  }

  /** Runs the import as its job would, after the run before. */
  async import(provider: ProviderName): Promise<JobResult> {
    const previous = this.#results.get(provider) ?? null;
    const result = await this.#imports[provider].run(previous, NEVER);
    this.#results.set(provider, result);
    return result;
  }

  /** What both books say of a payment, as `capture matched`, in order. */
  async statusesOf(paymentId: string): Promise<string[]> {
    const rows = await this.parts.dataSource.manager.findBy(ReconciliationMatch, { paymentId });
    return rows.map(({ kind, overdue }) => `${kind} ${overdue}`).sort();
  }

  async rowOf(reference: string): Promise<ReconciliationMatch | null> {
    return this.parts.dataSource.manager.findOneBy(ReconciliationMatch, { reference });
  }

  /** An account's balance in minor units. */
  async balanceOf(account: string, currency: string): Promise<bigint> {
    const row = await this.parts.dataSource.manager.findOneBy(JournalAccount, {
      account,
      currency,
    });
    return BigInt(row?.debits ?? 0) - BigInt(row?.credits ?? 0);
  }

  /** Where the journal is not what the sandbox says the provider owes; none when they agree. */
  async differences(): Promise<string[]> {
    const found: string[] = [];
    for (const [provider, totals] of Object.entries(await this.payments.books())) {
      for (const [currency, { balance, fees }] of Object.entries(totals)) {
        const pending = await this.balanceOf(`provider:${provider}:pending`, currency);
        const kept = await this.balanceOf(`fees:${provider}`, currency);
        if (pending !== BigInt(balance))
          found.push(`${provider} ${currency} ${pending} ${balance}`);
        if (kept !== BigInt(fees)) found.push(`${provider} fees ${currency} ${kept} ${fees}`);
      }
    }
    return found;
  }

  #key(): string {
    this.#keys += 1;
    return `settled-${this.#keys}`;
  }
}

const PAYPAL = { kind: 'paypal' } as const;
