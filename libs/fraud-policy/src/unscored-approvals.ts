import { isLost } from '#event-shapes';
import { countedAt, euroOf } from '#fraud';
import type { EventOf, Verdict } from '#payments';
import type { JudgedPayment } from './decide.js';
import { UNSCORED_MINUTES_MAX, UNSCORED_PAYMENTS_MAX } from './policy.js';
import type { UnscoredBefore, UnscoredLoad } from './unscored-load.js';

type Initiated = EventOf<'PaymentInitiated'>['data'];

type Approval = { readonly at: number; readonly eur: number };

const KEPT_SECONDS = UNSCORED_MINUTES_MAX * 60;
const APPROVALS_MAX = 1_000_000;
const PRUNE_EVERY = 10_000;

/**
 * Payments approved without a score, by card, customer and device, for a day. Memory is bounded:
 * once it is full nothing more is known, so that no bounded rule approves anything.
 */
export class UnscoredApprovals {
  readonly #byKey = new Map<string, Approval[]>();
  #kept = 0;
  #added = 0;

  constructor(private readonly approvalsMax = APPROVALS_MAX) {}

  /** Counts a payment if it was approved without a score. */
  note({ payment, scored }: JudgedPayment, verdict: Verdict): void {
    if (scored === null && verdict === 'approve') this.add(payment);
  }

  add(payment: Initiated): void {
    const approval = { at: countedAt(payment), eur: euroOf(payment.amount) };
    this.#added += 1;
    if (this.#added % PRUNE_EVERY === 0 || this.#isFull) this.#prune(approval.at);
    for (const key of keysOf(payment)) {
      const known = this.#byKey.get(key) ?? [];
      this.#byKey.set(key, known);
      // More than any bound; the sum need not be exact any more.
      if (known.length > UNSCORED_PAYMENTS_MAX) known.shift();
      else this.#kept += 1;
      known.push(approval);
    }
  }

  before(payment: Initiated): UnscoredBefore {
    const at = countedAt(payment);
    const isFull = this.#isFull;
    const known = keysOf(payment).map((key) => this.#byKey.get(key) ?? []);
    return (minutes) => {
      if (isFull) return null;
      const loads = known.map((approvals) => loadOf(approvals, at, minutes * 60));
      return {
        payments: Math.max(0, ...loads.map(({ payments }) => payments)),
        eur: Math.max(0, ...loads.map(({ eur }) => eur)),
      };
    };
  }

  get #isFull(): boolean {
    return this.#kept >= this.approvalsMax;
  }

  #prune(at: number): void {
    for (const [key, approvals] of this.#byKey) {
      const recent = approvals.filter((approval) => isWithin(approval, at, KEPT_SECONDS));
      this.#kept -= approvals.length - recent.length;
      if (recent.length === 0) this.#byKey.delete(key);
      else this.#byKey.set(key, recent);
    }
  }
}

function loadOf(approvals: readonly Approval[], at: number, seconds: number): UnscoredLoad {
  const recent = approvals.filter((approval) => isWithin(approval, at, seconds));
  return { payments: recent.length, eur: recent.reduce((sum, { eur }) => sum + eur, 0) };
}

/** On both sides: payments are judged in another order than they are recorded. */
function isWithin(approval: Approval, at: number, seconds: number): boolean {
  return Math.abs(approval.at - at) < seconds;
}

function keysOf({ card, customerId, deviceId }: Initiated): string[] {
  const keys = [`customer:${customerId}`];
  const fingerprint = card?.fingerprint ?? null;
  // What is lost of several people is not the same card or device.
  if (fingerprint !== null && !isLost(fingerprint)) keys.push(`card:${fingerprint}`);
  if (deviceId !== null && !isLost(deviceId)) keys.push(`device:${deviceId}`);
  return keys;
}
