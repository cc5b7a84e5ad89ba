import type { EventOf } from '#payments';

/** Keeps one payment of a tiny share from deciding the whole training. */
const WEIGHT_MAX = 1_000;

/**
 * Which payments were let through, and by what chance. What was declined has no outcome: silence
 * about it is not honesty. The few of its kind that were approved at random stand for all of it,
 * each weighing one by its probability (Horvitz and Thompson, 1952).
 */
export class Selection {
  readonly #blocked = new Set<string>();
  readonly #weights = new Map<string, number>();

  observe({ paymentId, stage, verdict, judgement }: EventOf<'RiskAssessed'>['data']): void {
    // A late score holds a payment and never takes back that it went on.
    if (stage !== 'inline') return;
    if (verdict === 'decline') this.#blocked.add(paymentId);
    const probability = judgement?.randomApproval?.probability;
    if (probability === undefined || !(probability > 0)) return;
    this.#weights.set(paymentId, Math.min(WEIGHT_MAX, 1 / probability));
  }

  isBlocked(paymentId: string): boolean {
    return this.#blocked.has(paymentId);
  }

  weightOf(paymentId: string): number {
    return this.#weights.get(paymentId) ?? 1;
  }
}
