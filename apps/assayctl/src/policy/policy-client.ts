import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, type ApiClientOptions } from '#client';
import { Failure } from '../failure.js';

export type PolicySummary = {
  readonly policyHash: string;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
};

export type Standing = {
  readonly inForce: {
    readonly policyHash: string;
    readonly policy: object & { readonly rules: readonly object[] };
    readonly activatedBy: string | null;
    readonly activatedAt: string | null;
  };
  readonly trial: { readonly policyHash: string; readonly startedBy: string } | null;
  readonly waiting: readonly PolicySummary[];
  readonly earlier: readonly PolicySummary[];
};

export type PaymentTotals = {
  readonly payments: number;
  readonly eur: number;
  readonly money: Readonly<Record<string, string>>;
};

export type Outcomes = Readonly<Record<'honest' | 'fraud' | 'unknown' | 'blocked', PaymentTotals>>;

export type Side = {
  readonly policyHash: string;
  readonly reviewPriceEur: number;
  readonly payments: number;
  readonly byVerdict: Readonly<Record<'approve' | 'review' | 'decline', Outcomes>>;
  readonly changed: Readonly<Record<string, PaymentTotals>>;
  readonly byRule: Readonly<Record<string, Outcomes>>;
  readonly blockedThen: PaymentTotals;
  readonly fraudCaughtShare: number | null;
  readonly insultRate: number | null;
  readonly perDay: Readonly<Record<string, number>>;
};

export type SimulationReport = {
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly days: number;
  readonly candidate: Side;
  readonly inForce: Side;
  readonly thresholdsByAmount:
    | readonly {
        readonly amountEur: number;
        readonly reviewMin: number | null;
        readonly declineMin: number | null;
      }[]
    | null;
};

type Run = {
  readonly id: string;
  readonly status: string;
  readonly result: SimulationReport | null;
  readonly reason: string | null;
};

const POLL_MS = 200;

/** Speaks with operations about the fraud policy; throws as ApiClient does. */
export class PolicyClient {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  async standing(): Promise<Standing> {
    return (await this.#get('')) as Standing;
  }

  /** @param hash of one that was proposed, or `in-force`. */
  async policy(hash: string): Promise<object> {
    if (hash === 'in-force') return (await this.standing()).inForce.policy;
    return ((await this.#get(`/versions/${hash}`)) as { policy: object }).policy;
  }

  async decide(path: string, body: object): Promise<Standing> {
    return (await this.#post(path, body, randomUUID())) as Standing;
  }

  /** Waits for what was found. @throws Failure when it failed. */
  async simulate(path: string, body: object): Promise<SimulationReport> {
    const { id } = (await this.#post(path, body)) as Run;
    for (;;) {
      const { status, result, reason } = (await this.#get(`/simulations/${id}`)) as Run;
      if (result) return result;
      if (status === 'failed') throw new Failure(`the simulation failed: ${String(reason)}`);
      await sleep(POLL_MS);
    }
  }

  close(): void {
    this.#api.close();
  }

  #get(path: string): Promise<unknown> {
    return this.#api.send({ method: 'GET', path: `/v1/fraud-policy${path}` });
  }

  /** @param idempotencyKey names a change, so that it can be sent again without an answer. */
  #post(path: string, body: object, idempotencyKey?: string): Promise<unknown> {
    return this.#api.send({
      method: 'POST',
      path: `/v1/fraud-policy/${path}`,
      body,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
  }
}
