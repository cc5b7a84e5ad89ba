import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, type ApiClientOptions } from './api-client.js';

/** How far a view is. */
export type ViewState = {
  readonly name: string;
  readonly status: string;
  readonly trouble: string | null;
  readonly position: string;
  readonly caughtUp: boolean;
  readonly lagMs: number | null;
};

export type ViewRebuild = {
  readonly name: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly trouble: string | null;
  readonly before: Digest | null;
  readonly after: Digest | null;
  readonly equal: boolean | null;
  readonly events: number | null;
  readonly ms: number | null;
};

export type Digest = { readonly sha256: string; readonly rows: number };

/** What one account stands at, in minor units as digits; debits less credits. */
export type AccountState = {
  readonly account: string;
  readonly currency: string;
  readonly balance: string;
};

export type TrialBalance = {
  readonly balanced: boolean;
  readonly items: readonly {
    readonly currency: string;
    readonly book: 'money' | 'memorandum';
    readonly debits: string;
    readonly credits: string;
    readonly difference: string;
  }[];
};

/** Our books against a provider's, in minor units as digits. */
export type ReconciliationSummary = {
  readonly provider: string;
  readonly currency: string;
  readonly ours: string;
  readonly theirs: string;
  readonly difference: string;
  readonly ourFees: string;
  readonly theirFees: string;
  readonly counts: Readonly<Record<string, number>>;
};

export type PaymentRow = {
  readonly paymentId: string;
  readonly status: string;
  readonly verdict: string | null;
  readonly score: number | null;
};

export type CaseState = {
  readonly paymentId: string;
  readonly status: 'open' | 'closed';
  readonly decision: { readonly outcome: string; readonly analyst: string } | null;
};

const PAGE_ROWS = 200;
const POLL_MS = 200;

/**
 * Asks the views.
 *
 * @throws ApiProblem from every method when the service refuses.
 * @throws ServiceAway from every method when no answer came.
 */
export class ViewsClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  async views(): Promise<readonly ViewState[]> {
    const { items } = (await this.#get('/v1/views')) as { items: ViewState[] };
    return items;
  }

  /** The views once each has applied all there is, or as they are when `waitMs` is over. */
  async caughtUp(waitMs: number): Promise<readonly ViewState[]> {
    for (let waitedMs = 0; ; waitedMs += POLL_MS) {
      const views = await this.views();
      if (views.every(({ caughtUp }) => caughtUp) || waitedMs >= waitMs) return views;
      await sleep(POLL_MS);
    }
  }

  /** Builds a view again and waits for the end. Needs a key with the role operator. */
  async rebuild(name: string, waitMs: number): Promise<ViewRebuild> {
    const path = `/v1/views/${encodeURIComponent(name)}/rebuild?waitMs=${waitMs}`;
    return (await this.#api.send({ method: 'POST', path })) as ViewRebuild;
  }

  async trialBalance(): Promise<TrialBalance> {
    return (await this.#get('/v1/journal/trial-balance')) as TrialBalance;
  }

  async accounts(): Promise<readonly AccountState[]> {
    const { items } = (await this.#get('/v1/journal/accounts')) as { items: AccountState[] };
    return items;
  }

  async reconciliation(): Promise<readonly ReconciliationSummary[]> {
    const { items } = (await this.#get('/v1/reconciliation')) as {
      items: ReconciliationSummary[];
    };
    return items;
  }

  /** A payment's case, no older than `minPosition`. */
  async caseOf(paymentId: string, minPosition: string, waitMs: number): Promise<CaseState> {
    const query = new URLSearchParams({ minPosition, waitMs: String(waitMs) });
    return (await this.#get(`/v1/cases/${paymentId}?${query.toString()}`)) as CaseState;
  }

  /** Every payment the key may see, newest first, read page by page. */
  async *payments(): AsyncGenerator<PaymentRow> {
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: String(PAGE_ROWS), ...(cursor && { cursor }) });
      const page = (await this.#get(`/v1/payments?${query.toString()}`)) as {
        items: PaymentRow[];
        nextCursor: string | null;
      };
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  close(): void {
    this.#api.close();
  }

  #get(path: string): Promise<unknown> {
    return this.#api.send({ method: 'GET', path });
  }
}
