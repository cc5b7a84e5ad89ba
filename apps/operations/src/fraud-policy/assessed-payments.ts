import type { RecordedEvent } from '#event-store';
import { countedAt, FEATURES, secondsOf } from '#fraud';
import type { JudgedPayment } from '#fraud-policy';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf } from '#payments';
import type { PaymentsRead } from './opened-payments.js';

/** Of the past; from its start up to, and without, its end. ISO 8601 UTC; null: all there is. */
export type Span = { readonly from: string | null; readonly to: string | null };

export type HistoryRead = Span & {
  readonly store: PaymentsRead;
  /** From 0 to 1, now and then. */
  readonly onProgress: (share: number) => void;
  readonly stopping: AbortSignal;
};

export type Initiated = EventOf<'PaymentInitiated'>['data'];
export type Assessed = EventOf<'RiskAssessed'>['data'];
export type AssessedPayment = {
  readonly payment: Initiated;
  readonly assessed: Assessed;
  readonly client: string | null;
};

const PAYMENTS = { streamPrefixes: [PAYMENT_STREAM_PREFIX] };
const FIRST = '1970-01-01T00:00:00.000Z';
const LAST = '9999-12-31T00:00:00.000Z';
const PROGRESS_EVENTS = 5_000;

/** Payments made and not yet assessed, at most; an event or two lie in between. */
const WAITING_MAX = 50_000;

/**
 * Payments of a time with what decided about them, in store order; each once.
 *
 * @throws Error when it is to stop.
 */
export async function* assessedPayments(
  { store, from, to, onProgress, stopping }: HistoryRead,
  onOther: (type: string, data: unknown) => void = () => undefined,
): AsyncGenerator<AssessedPayment> {
  const waiting = new WaitingPayments(secondsOf(from ?? FIRST), secondsOf(to ?? LAST));
  const end = await endOf(store);
  let events = 0;
  for await (const { type, data, position, metadata } of store.readAll(PAYMENTS)) {
    stopping.throwIfAborted();
    events += 1;
    if (events % PROGRESS_EVENTS === 0) onProgress(Math.min(1, Number(position.commit) / end));
    if (type === 'PaymentInitiated') {
      waiting.add((upcast(type, data) as EventOf<'PaymentInitiated'>).data);
    } else if (type === 'RiskAssessed') {
      const assessed = waiting.assessedBy((upcast(type, data) as EventOf<'RiskAssessed'>).data);
      if (assessed) yield { ...assessed, client: clientOf(metadata) };
    } else {
      onOther(type, data);
    }
  }
}

/** As it was judged then; features of another list are left out, so that no rule sees them. */
export function judgedOf({ payment, assessed, client }: AssessedPayment): JudgedPayment {
  const { score, verdict, features, judgement, merchantPast } = assessed;
  const by = client === null ? {} : { client };
  if (score === null) return { payment, scored: null, ...by };
  const known = features?.length === FEATURES.length ? features : null;
  const scored = { score, verdict: judgement?.modelVerdict ?? verdict, features: known };
  return { payment, scored: { ...scored, ...(merchantPast && { merchantPast }) }, ...by };
}

/** Whose payment it is; null in events of before that was recorded. */
export function clientOf({ client }: RecordedEvent['metadata']): string | null {
  return typeof client === 'string' ? client : null;
}

async function endOf(store: PaymentsRead): Promise<number> {
  for await (const { position } of store.readAll({ direction: 'backwards', maxCount: 1 })) {
    return Math.max(1, Number(position.commit));
  }
  return 1;
}

/** Payments between their first event and their assessment. */
class WaitingPayments {
  readonly #payments = new Map<string, Initiated>();

  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}

  add(payment: Initiated): void {
    const at = countedAt(payment);
    if (at < this.from || at >= this.to) return;
    this.#payments.set(payment.paymentId, payment);
    if (this.#payments.size <= WAITING_MAX) return;
    for (const oldest of this.#payments.keys()) return void this.#payments.delete(oldest);
  }

  /** Null for a second assessment, and for payments of another time. */
  assessedBy(assessed: Assessed): Omit<AssessedPayment, 'client'> | null {
    const payment = this.#payments.get(assessed.paymentId);
    this.#payments.delete(assessed.paymentId);
    return payment ? { payment, assessed } : null;
  }
}
