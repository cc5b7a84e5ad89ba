import { readFile } from 'node:fs/promises';
import { CASE_STREAM_PREFIX, evolveCase, NO_CASE, upcastCase } from '#cases';
import {
  comparePositions,
  formatPosition,
  markOf,
  parsePosition,
  type Mark,
  type RecordedEvent,
} from '#event-store';
import { endedAtBy, isPaymentEventType, upcast, type PaymentEvent } from '#payments';
import { replaceFile } from '#platform';

type Snapshot = {
  readonly rules: number;
  readonly position: string;
  readonly eventId: string | null;
  readonly cases: readonly (readonly [paymentId: string, dueAt: string])[];
};

/** Raised when more is seen in an event, so that history is read again. */
const RULES = 1;

/** The cases that wait for a decision, and by when; of escalated ones their time has no effect. */
export class OpenCases {
  readonly #dueAt = new Map<string, string>();
  #mark: Mark | null = null;

  /** The last event that it knows of; null: none. */
  get mark(): Mark | null {
    return this.#mark;
  }

  get size(): number {
    return this.#dueAt.size;
  }

  observe(event: RecordedEvent): void {
    if (this.#mark && comparePositions(event.position, this.#mark.position) <= 0) return;
    this.#mark = markOf(event);
    const { stream, type, data } = event;
    if (stream.startsWith(CASE_STREAM_PREFIX)) this.#work(upcastCase(type, data));
    else if (isPaymentEventType(type)) this.#follow(upcast(type, data));
  }

  /** Cases whose time is over, the longest first. */
  overdue(now: string): string[] {
    return [...this.#dueAt]
      .filter(([, dueAt]) => dueAt <= now)
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([paymentId]) => paymentId);
  }

  /** Its time has been attended to. */
  forget(paymentId: string): void {
    this.#dueAt.delete(paymentId);
  }

  async save(file: string): Promise<void> {
    if (this.#mark === null) return;
    const { position, eventId } = this.#mark;
    const cases = [...this.#dueAt];
    const snapshot: Snapshot = { rules: RULES, position: formatPosition(position), eventId, cases };
    await replaceFile(file, JSON.stringify(snapshot));
  }

  /** A missing, torn or older snapshot costs a replay from the start, nothing else. */
  static async load(file: string): Promise<OpenCases> {
    const open = new OpenCases();
    try {
      const snapshot = JSON.parse(await readFile(file, 'utf8')) as Snapshot;
      if (snapshot.rules !== RULES) return open;
      const position = parsePosition(snapshot.position);
      for (const [paymentId, dueAt] of snapshot.cases) open.#dueAt.set(paymentId, dueAt);
      open.#mark = { position, eventId: snapshot.eventId };
      return open;
    } catch {
      return new OpenCases();
    }
  }

  #follow(event: PaymentEvent): void {
    const { paymentId } = event.data;
    if (event.type === 'PaymentHeldForReview') {
      const { dueAt } = evolveCase(NO_CASE, event);
      if (dueAt !== null) this.#dueAt.set(paymentId, dueAt);
    } else if (isDecision(event) || endedAtBy(event) !== null) this.#dueAt.delete(paymentId);
  }

  #work({ type, data }: ReturnType<typeof upcastCase>): void {
    if (type === 'CaseEscalated' && data.reason === 'overdue') this.#dueAt.delete(data.paymentId);
  }
}

function isDecision({ type }: PaymentEvent): boolean {
  return type === 'ReviewApproved' || type === 'ReviewRejected';
}
