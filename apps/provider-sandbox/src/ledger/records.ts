/* eslint-disable @typescript-eslint/consistent-type-definitions -- only interfaces merge */
import type { DueTask } from './due-task.js';
import type { Line, Totals } from './line.js';
import type { Settings } from './settings.js';

/** An answer kept under its idempotency key. */
export type KeptAnswer = {
  /** Of the parameters, to tell a repeat from a reuse. */
  readonly fingerprint: string;
  readonly status: number;
  /** Stripe: the body as sent. PayPal: the object's id, which a repeat shows as it stands. */
  readonly body: string;
  readonly requestId: string;
  readonly atMs: number;
};

/**
 * Every kind of record and its type. Each provider and the outbox declare theirs beside their types
 * (`stripe/shelf-records.ts`), so that the ledger knows none of them.
 */
export interface Records {
  clock: number;
  secret: string;
  settings: Settings;
  'line-of': Line;
  total: Totals;
  due: DueTask;
}
