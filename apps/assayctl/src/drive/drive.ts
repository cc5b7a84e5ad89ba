import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, OutcomeUnknown, type PaymentsClient } from '#client';
import { paymentOfLine, type DriveIdentity, type PaymentOfRow } from './payment-of-row.js';
import { Tally, type Summary } from './tally.js';
import type { Fault, Line } from './transactions.js';

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
  const due = payments(lines, options, tally);
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

/** A payment, and whether its file tells that it turned out to be fraud; null: it does not. */
type KnownPayment = PaymentOfRow & { readonly fraud: boolean | null };

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

async function* payments(
  lines: AsyncIterable<Line>,
  options: DriveOptions,
  tally: Tally,
): AsyncGenerator<KnownPayment> {
  let left = options.limit;
  if (left === 0) return;
  for await (const line of lines) {
    const payment = paymentOfLine(line, options);
    if ('fault' in payment) {
      options.onFault(payment);
      continue;
    }
    if (Number(payment.command.amount.amount) < AMOUNT_MIN) {
      tally.skip();
      continue;
    }
    yield { ...payment, fraud: fraudOf(line) };
    left -= 1;
    if (left === 0) return;
  }
}

function fraudOf(line: Line): boolean | null {
  const told = 'fraud' in line ? line.fraud : undefined;
  return told === '1' || told === '0' ? told === '1' : null;
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
