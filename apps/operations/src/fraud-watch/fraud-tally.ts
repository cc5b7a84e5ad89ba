import { countedAt, instantOf, secondsOf, type OutcomeBook } from '#fraud';
import { endedAtBy, findingOf, type EventOf, type PaymentEvent } from '#payments';
import { Distributions } from './distributions.js';
import type { FraudDay, FraudMeasures } from './fraud-measures.js';
import { instantsOf, isIn, type Windows } from './windows.js';

/** Payments made and not yet assessed, at most; an event or two lie in between. */
const WAITING_MAX = 50_000;

type Assessed = EventOf<'RiskAssessed'>['data'];
type MutableDay = { -readonly [Key in keyof FraudDay]: FraudDay[Key] };

/** Counts what happened in a period, event by event in store order; memory stays bounded. */
export class FraudTally {
  readonly #madeAt = new Map<string, number>();
  readonly #held = new Set<string>();
  /** Held and then ended without a decision: what is decided later is none. */
  readonly #ended = new Set<string>();
  readonly #days = new Map<string, MutableDay>();
  readonly #models = new Map<string, number>();
  readonly #distributions = new Distributions();
  readonly #counts = { scoredLate: 0, declined: 0, approved: 0, rejected: 0 };
  readonly #labels = { review: 0, dispute: 0, report: 0 };
  readonly #matured = { frauds: 0, detected: 0, honest: 0, bothered: 0 };

  /** @param outcomes what is known today of every payment. */
  constructor(
    private readonly windows: Windows,
    private readonly outcomes: OutcomeBook,
  ) {}

  observe(event: PaymentEvent): void {
    switch (event.type) {
      case 'PaymentInitiated':
        this.#make(event.data.paymentId, countedAt(event.data));
        break;
      case 'RiskAssessed':
        this.#assess(event.data);
        break;
      case 'PaymentHeldForReview':
        this.#hold(event.data);
        break;
      case 'ReviewApproved':
      case 'ReviewRejected':
        this.#decide(event);
        break;
      case 'DisputeOpened':
        this.#hear('dispute', event.data.openedAt);
        break;
      case 'FraudReported':
        this.#hear('report', event.data.reportedAt);
        break;
      default:
        this.#end(event);
    }
  }

  get measures(): FraudMeasures {
    const days = [...this.#days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    const total = (of: (day: FraudDay) => number) => days.reduce((sum, day) => sum + of(day), 0);
    const payments = total((day) => day.payments);
    const unscored = total((day) => day.unscored);
    const { scoredLate, declined, approved, rejected } = this.#counts;
    const { frauds, detected, honest, bothered } = this.#matured;
    return {
      ...instantsOf(this.windows.period),
      payments,
      unscored,
      scoredLate,
      unscoredRate: share(unscored, payments),
      alerts: total((day) => day.alerts),
      declined,
      decisions: { approved, rejected },
      reviewPrecision: share(rejected, approved + rejected),
      queueLength: this.#held.size,
      labels: { ...this.#labels },
      matured: {
        ...instantsOf(this.windows.matured),
        frauds,
        honest,
        detectionRate: share(detected, frauds),
        falsePositiveRate: share(bothered, honest),
      },
      drift: {
        ...instantsOf(this.windows.reference),
        payments: this.#distributions.referencePayments,
        score: this.#distributions.score,
        features: this.#distributions.features,
      },
      models: [...this.#models].map(([version, count]) => ({ version, payments: count })),
      days,
    };
  }

  #make(paymentId: string, at: number): void {
    this.#madeAt.set(paymentId, at);
    if (this.#madeAt.size <= WAITING_MAX) return;
    for (const oldest of this.#madeAt.keys()) return void this.#madeAt.delete(oldest);
  }

  #assess(assessed: Assessed): void {
    if (assessed.stage === 'late') {
      const isNow = isIn(this.windows.period, secondsOf(assessed.assessedAt));
      if (isNow) this.#counts.scoredLate += 1;
      return;
    }
    const at = this.#madeAt.get(assessed.paymentId);
    if (at === undefined) return;
    this.#madeAt.delete(assessed.paymentId);
    this.#sample(assessed, at);
    if (isIn(this.windows.matured, at)) this.#judge(assessed);
    if (isIn(this.windows.period, at)) this.#count(assessed, at);
  }

  #sample({ score, features }: Assessed, at: number): void {
    if (score === null || features === null) return;
    const { reference, period } = this.windows;
    if (isIn(reference, at)) this.#distributions.add('reference', { score, features });
    if (isIn(period, at)) this.#distributions.add('current', { score, features });
  }

  /** What is not called fraud by now counts as honest. */
  #judge({ paymentId, verdict }: Assessed): void {
    const isFlagged = verdict !== 'approve';
    if (this.outcomes.isFraud(paymentId) === true) {
      this.#matured.frauds += 1;
      if (isFlagged) this.#matured.detected += 1;
    } else {
      this.#matured.honest += 1;
      if (isFlagged) this.#matured.bothered += 1;
    }
  }

  #count({ verdict, degraded, modelVersion }: Assessed, at: number): void {
    const day = this.#dayOf(at);
    day.payments += 1;
    if (verdict !== 'approve') day.alerts += 1;
    if (verdict === 'decline') this.#counts.declined += 1;
    if (degraded !== null) day.unscored += 1;
    const version = modelVersion ?? 'none';
    this.#models.set(version, (this.#models.get(version) ?? 0) + 1);
  }

  #hold({ paymentId, heldAt }: EventOf<'PaymentHeldForReview'>['data']): void {
    if (secondsOf(heldAt) < this.windows.period.to) this.#held.add(paymentId);
  }

  #end(event: PaymentEvent): void {
    const endedAt = endedAtBy(event);
    if (endedAt === null || secondsOf(endedAt) >= this.windows.period.to) return;
    const { paymentId } = event.data;
    if (this.#held.delete(paymentId)) this.#ended.add(paymentId);
  }

  #decide(event: Extract<PaymentEvent, { type: 'ReviewApproved' | 'ReviewRejected' }>): void {
    const { type, data } = event;
    if (this.#ended.has(data.paymentId)) return;
    const at = secondsOf(data.decidedAt);
    if (at < this.windows.period.to) this.#held.delete(data.paymentId);
    if (!isIn(this.windows.period, at)) return;
    this.#counts[type === 'ReviewRejected' ? 'rejected' : 'approved'] += 1;
    if (findingOf(event) !== null) this.#labels.review += 1;
  }

  #hear(source: 'dispute' | 'report', at: string): void {
    if (isIn(this.windows.period, secondsOf(at))) this.#labels[source] += 1;
  }

  #dayOf(at: number): MutableDay {
    const day = instantOf(at).slice(0, 10);
    const known = this.#days.get(day) ?? { day, payments: 0, alerts: 0, unscored: 0 };
    this.#days.set(day, known);
    return known;
  }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
