import type { EventStore } from '#event-store';
import { FEATURES, instantOf, LABEL_EVENTS, OutcomeBook, secondsOf } from '#fraud';
import { DeskLoad, type FraudPolicy, type Judged } from '#fraud-policy';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf } from '#payments';

/** Of the past; from its start up to, and without, its end. ISO 8601 UTC; null: all there is. */
export type Span = { readonly from: string | null; readonly to: string | null };

export type HistoryRead = Span & {
  readonly store: EventStore;
  /** Called at every event with its position. */
  readonly onEvent?: (commit: bigint) => void;
  readonly stopping?: AbortSignal;
};

type Initiated = EventOf<'PaymentInitiated'>['data'];
type Assessed = EventOf<'RiskAssessed'>['data'];

/** Payments made and not yet assessed, at most; an event or two lie in between. */
const WAITING_MAX = 50_000;

const LABELS: ReadonlySet<string> = new Set(LABEL_EVENTS);
const PAYMENTS = { streamPrefixes: [PAYMENT_STREAM_PREFIX] };
const DAY = 86_400;

/** The time that payments take. */
export class Extent {
  #first = Infinity;
  #last = -Infinity;
  readonly #days = new Set<number>();

  reach(at: number): void {
    this.#days.add(Math.floor(at / DAY));
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
  }

  /** Of the first and the last payment; null when there is none. */
  get ends(): { readonly from: string; readonly to: string } | null {
    if (this.#last < this.#first) return null;
    return { from: instantOf(this.#first), to: instantOf(this.#last) };
  }

  /** Days in UTC on which there were payments: a gap in between is no day of work. */
  get days(): number {
    return this.#days.size;
  }
}

/** What is known of past payments before they are judged one by one; memory stays bounded. */
export class HistorySurvey {
  readonly outcomes = new OutcomeBook();
  readonly #extent = new Extent();
  readonly #desk: DeskLoad;

  private constructor(policy: FraudPolicy) {
    this.#desk = new DeskLoad(policy);
  }

  /**
   * Reads the ledger once.
   *
   * @param policy whose reviews may need a price.
   * @throws Error when it is to stop.
   */
  static async of(read: HistoryRead, policy: FraudPolicy): Promise<HistorySurvey> {
    const survey = new HistorySurvey(policy);
    const onOther = (type: string, data: unknown): void => {
      if (LABELS.has(type)) survey.outcomes.observe(upcast(type, data));
    };
    for await (const { payment, assessed } of assessedPayments(read, onOther)) {
      survey.#extent.reach(secondsOf(payment.occurredAt));
      survey.#desk.add(judgedOf(payment, assessed));
    }
    return survey;
  }

  /** Of the policy; see `reviewPriceOf`. */
  get reviewPrice(): number {
    return this.#desk.reviewPrice(this.#extent.days);
  }
}

/** As it was judged then; features of another list are left out, so that no rule sees them. */
export function judgedOf(payment: Initiated, assessed: Assessed): Judged {
  const { score, verdict, features, judgement } = assessed;
  if (score === null) return { payment, scored: null };
  const known = features?.length === FEATURES.length ? features : null;
  return {
    payment,
    scored: { score, verdict: judgement?.modelVerdict ?? verdict, features: known },
  };
}

/** Payments of a time with what decided about them, in store order; each once. */
export async function* assessedPayments(
  { store, from, to, onEvent, stopping }: HistoryRead,
  onOther: (type: string, data: unknown) => void = () => undefined,
): AsyncGenerator<AssessedPayment> {
  const waiting = new WaitingPayments(secondsOf(from ?? FIRST), secondsOf(to ?? LAST));
  for await (const { type, data, position } of store.readAll(PAYMENTS)) {
    stopping?.throwIfAborted();
    onEvent?.(position.commit);
    if (type === 'PaymentInitiated') {
      waiting.add((upcast(type, data) as EventOf<'PaymentInitiated'>).data);
    } else if (type === 'RiskAssessed') {
      const assessed = waiting.assessedBy((upcast(type, data) as EventOf<'RiskAssessed'>).data);
      if (assessed) yield assessed;
    } else {
      onOther(type, data);
    }
  }
}

type AssessedPayment = { readonly payment: Initiated; readonly assessed: Assessed };

const FIRST = '1970-01-01T00:00:00.000Z';
const LAST = '9999-12-31T00:00:00.000Z';

/** Payments between their first event and their assessment. */
class WaitingPayments {
  readonly #payments = new Map<string, Initiated>();

  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {}

  add(payment: Initiated): void {
    const at = secondsOf(payment.occurredAt);
    if (at < this.from || at >= this.to) return;
    this.#payments.set(payment.paymentId, payment);
    if (this.#payments.size <= WAITING_MAX) return;
    for (const oldest of this.#payments.keys()) return void this.#payments.delete(oldest);
  }

  /** Null for a second assessment, and for payments of another time. */
  assessedBy(assessed: Assessed): AssessedPayment | null {
    const payment = this.#payments.get(assessed.paymentId);
    this.#payments.delete(assessed.paymentId);
    return payment ? { payment, assessed } : null;
  }
}
