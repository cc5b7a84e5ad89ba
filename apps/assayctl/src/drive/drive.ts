import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, OutcomeUnknown, type PaymentsClient } from '#client';
import { duePayments, type KnownPayment } from './due-payments.js';
import type { DriveIdentity } from './payment-of-row.js';
import { Tally, type Summary } from './tally.js';
import type { Fault, Line } from './transactions.js';

export type DriveOptions = DriveIdentity & {
  /** Most rows to send. */
  readonly limit: number;
  /** Payments offered per second; null: as fast as answers come. */
  readonly rate: number | null;
  /** Most payments waiting for their answer. */
  readonly concurrency: number;
  readonly onProgress: (done: number) => void;
  /** Told of a line that is no payment; it may throw to stop. */
  readonly onFault: (fault: Fault) => void;
};

export type DriveResult = {
  readonly summary: Summary;
  /** Why it stopped before the end: the service went away, or the key does not open it. */
  readonly stopped: Error | null;
};

/** Sends lines as payments, in order of the file, several at a time. */
export async function drive(
  lines: AsyncIterable<Line>,
  client: Pick<PaymentsClient, 'initiate'>,
  options: DriveOptions,
): Promise<DriveResult> {
  const tally = new Tally();
  const startedAt = performance.now();
  const due = duePayments(lines, { ...options, onSkip: () => tally.skip() });
  const pace = paceOf(options.rate);
  const errors: Error[] = [];

  async function lane(): Promise<void> {
    for (;;) {
      if (errors.length > 0) return;
      const next = await due.next();
      if (next.done) return;
      await pace();
      const error = await send(client, next.value, tally);
      if (error) errors.push(error);
      options.onProgress(tally.done);
    }
  }

  const lanes = Array.from({ length: options.concurrency }, async () =>
    lane().catch((error: unknown) => void errors.push(error as Error)),
  );
  await Promise.all(lanes);
  await due.return(undefined);
  const seconds = (performance.now() - startedAt) / 1000;
  return { summary: tally.summary(options.run, seconds), stopped: errors[0] ?? null };
}

/** @returns why nothing more should be sent, or null. */
async function send(
  client: Pick<PaymentsClient, 'initiate'>,
  { command, idempotencyKey, fraud }: KnownPayment,
  tally: Tally,
): Promise<Error | null> {
  const sentAt = performance.now();
  try {
    const reply = await client.initiate(command, idempotencyKey);
    tally.accept(reply, performance.now() - sentAt, fraud);
    return null;
  } catch (error) {
    const problem = error instanceof OutcomeUnknown ? error.cause : error;
    if (!(problem instanceof ApiProblem) || problem.status === 401 || problem.status === 403) {
      return error as Error;
    }
    tally.refuse(problem, performance.now() - sentAt);
    return null;
  }
}

/** Waits for the next place in an even schedule, which a slow answer does not push back. */
function paceOf(rate: number | null): () => Promise<void> {
  if (rate === null) return () => Promise.resolve();
  let dueAt = performance.now();
  return async () => {
    const waitMs = dueAt - performance.now();
    dueAt += 1000 / rate;
    if (waitMs > 0) await sleep(waitMs);
  };
}
