import type { ApiClientOptions } from './api-client.js';
import {
  ProjectionServiceClient,
  type AccountResponse,
  type CaseResponse,
  type DigestResponse,
  type PaymentResourceResponse,
  type RebuildResponse,
  type SummaryResponse,
  type TrialBalanceResponse,
  type ViewResponse,
} from './generated/projection-service-client.js';

/** How far a view is. */
export type ViewState = ViewResponse;

export type ViewRebuild = RebuildResponse;

export type Digest = DigestResponse;

/** What one account stands at, in minor units as digits; debits less credits. */
export type AccountState = Pick<AccountResponse, 'account' | 'currency' | 'balance'>;

export type TrialBalance = TrialBalanceResponse;

/** Our books against a provider's, in minor units as digits. */
export type ReconciliationSummary = Pick<
  SummaryResponse,
  'provider' | 'currency' | 'ours' | 'theirs' | 'difference' | 'ourFees' | 'theirFees'
> & { readonly counts: Readonly<Record<string, number>> };

export type PaymentRow = PaymentResourceResponse;

export type CaseState = CaseResponse;

const PAGE_ROWS = 200;
const POLL_MS = 200;

/**
 * Asks the views: ProjectionServiceClient in fewer words, with waiting and paging.
 *
 * @throws ApiProblem from every method when the service refuses.
 * @throws ServiceAway from every method when no answer came.
 */
export class ViewsClient {
  readonly #service: ProjectionServiceClient;

  constructor(options: ApiClientOptions) {
    this.#service = new ProjectionServiceClient(options);
  }

  async views(): Promise<readonly ViewState[]> {
    return (await this.#service.views.all()).items;
  }

  /** The views once each has applied all there is, or as they are when `waitMs` is over. */
  async caughtUp(waitMs: number): Promise<readonly ViewState[]> {
    for (let waitedMs = 0; ; waitedMs += POLL_MS) {
      const views = await this.views();
      if (views.every(({ caughtUp }) => caughtUp) || waitedMs >= waitMs) return views;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Builds a view again and waits for the end. Needs a key with the role operator. */
  rebuild(name: string, waitMs: number): Promise<ViewRebuild> {
    return this.#service.views.rebuild({ name, query: { waitMs } });
  }

  trialBalance(): Promise<TrialBalance> {
    return this.#service.journal.trialBalance();
  }

  async accounts(): Promise<readonly AccountState[]> {
    return (await this.#service.journal.accounts()).items;
  }

  async reconciliation(): Promise<readonly ReconciliationSummary[]> {
    return (await this.#service.reconciliation.summary()).items;
  }

  /** A payment's case, no older than `minPosition`. */
  caseOf(paymentId: string, minPosition: string, waitMs: number): Promise<CaseState> {
    return this.#service.cases.one({ paymentId, query: { minPosition, waitMs } });
  }

  /** Every payment the key may see, newest first, read page by page. */
  payments(): AsyncGenerator<PaymentRow> {
    return this.#service.payments.paymentsEach({ query: { limit: PAGE_ROWS } });
  }

  close(): void {
    this.#service.close();
  }
}
