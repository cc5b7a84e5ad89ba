import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, type PaymentsClient } from '#client';
import { paymentOfRow, type DriveIdentity, type PaymentOfRow } from './payment-of-row.js';
import { Tally, type Summary } from './tally.js';
import type { Row } from './transactions.js';

/** Cards are not charged less than half a euro. */
const AMOUNT_MIN = 50;

export type DriveOptions = DriveIdentity & {
  /** Most rows to send. */
  readonly limit: number;
  /** Payments offered per second; null: as fast as answers come. */
  readonly rate: number | null;
  /** Most payments waiting for their answer. */
  readonly concurrency: number;
  readonly onProgress: (done: number) => void;
};

export type Driven = {
  readonly summary: Summary;
  /** Why it stopped before the end: the service went away, or the key does not open it. */
  readonly stopped: Error | null;
};

/** Sends rows as payments, in order of the file, several at a time. */
export async function drive(
  rows: AsyncIterable<Row>,
  client: Pick<PaymentsClient, 'initiate'>,
  options: DriveOptions,
): Promise<Driven> {
  const tally = new Tally();
  const startedAt = performance.now();
  const due = payments(rows, options, tally);
  const pace = paceOf(options.rate);
  let stopped: Error | null = null;

  async function lane(): Promise<void> {
    for (;;) {
      if (stopped) return;
      const next = await due.next();
      if (next.done) return;
      await pace();
      stopped ??= await send(client, next.value, tally);
      options.onProgress(tally.done);
    }
  }

  const lanes = Array.from({ length: options.concurrency }, async () =>
    lane().catch((error: unknown) => (stopped ??= error as Error)),
  );
  await Promise.all(lanes);
  await due.return(undefined);
  const seconds = (performance.now() - startedAt) / 1000;
  return { summary: tally.summary(options.run, seconds), stopped };
}

/** @returns why nothing more should be sent, or null. */
async function send(
  client: Pick<PaymentsClient, 'initiate'>,
  { command, idempotencyKey }: PaymentOfRow,
  tally: Tally,
): Promise<Error | null> {
  const sentAt = performance.now();
  try {
    tally.accept(await client.initiate(command, idempotencyKey), performance.now() - sentAt);
    return null;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 401 || error.status === 403) {
      return error as Error;
    }
    tally.refuse(error, performance.now() - sentAt);
    return null;
  }
}

async function* payments(
  rows: AsyncIterable<Row>,
  options: DriveOptions,
  tally: Tally,
): AsyncGenerator<PaymentOfRow> {
  let left = options.limit;
  if (left === 0) return;
  for await (const row of rows) {
    const payment = paymentOfRow(row, options);
    if (Number(payment.command.amount.amount) < AMOUNT_MIN) {
      tally.skip();
      continue;
    }
    yield payment;
    left -= 1;
    if (left === 0) return;
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
