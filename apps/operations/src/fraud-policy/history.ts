import { setImmediate as turn } from 'node:timers/promises';
import { countedAt, euroOf, LABEL_EVENTS, OutcomeBook, secondsOf } from '#fraud';
import type { PastPayment } from '#fraud-policy';
import { upcast, type RiskJudgement } from '#payments';
import { MATURITY } from '../fraud-watch/windows.js';
import {
  assessedPayments,
  judgedOf,
  type AssessedPayment,
  type HistoryRead,
} from './assessed-payments.js';

/** A past payment, and what else a simulation asks about it. */
export type HistoricPayment = {
  readonly past: PastPayment;
  /** What a policy on trial said of it. */
  readonly trial: RiskJudgement['trial'];
  /** The operator had switched scoring off. */
  readonly isOff: boolean;
};

/** Beyond this the payments are read again instead of being kept: some 80 MB. */
const KEPT_MAX = 50_000;
/** Payments that are looked at before others get their turn. */
const TURN_PAYMENTS = 2_000;

const LABELS: ReadonlySet<string> = new Set(LABEL_EVENTS);

/** Past payments of a time with what became of them, read once where memory allows it. */
export class History {
  /** @param kept null: too many to be kept. */
  private constructor(
    private readonly read: HistoryRead,
    private readonly outcomes: OutcomeBook,
    private readonly kept: readonly HistoricPayment[] | null,
    readonly asOf: string,
  ) {}

  /** @throws Error when it is to stop. */
  static async of(read: HistoryRead, asOf: string, keptMax = KEPT_MAX): Promise<History> {
    const outcomes = new OutcomeBook();
    const found: AssessedPayment[] = [];
    const onLabel = (type: string, data: unknown): void => {
      if (LABELS.has(type)) outcomes.observe(upcast(type, data));
    };
    for await (const each of assessedPayments(read, onLabel)) {
      if (found.length <= keptMax) found.push(each);
    }
    const isWhole = found.length <= keptMax;
    const kept = isWhole ? found.map((each) => remembered(each, outcomes, asOf)) : null;
    return new History(read, outcomes, kept, asOf);
  }

  get isKept(): boolean {
    return this.kept !== null;
  }

  /** @param read takes the progress, and says when to stop. */
  async *payments(
    read: Pick<HistoryRead, 'onProgress' | 'stopping'>,
  ): AsyncGenerator<HistoricPayment> {
    if (!this.kept) {
      for await (const each of assessedPayments({ ...this.read, ...read })) {
        yield remembered(each, this.outcomes, this.asOf);
      }
      return;
    }
    for (const [index, each] of this.kept.entries()) {
      if (index % TURN_PAYMENTS === 0) await turn();
      read.stopping.throwIfAborted();
      yield each;
    }
  }
}

/** Without reasons and hashes, which take most of the room. */
function remembered(each: AssessedPayment, outcomes: OutcomeBook, asOf: string): HistoricPayment {
  const { payment, assessed } = each;
  const { verdict, degraded, judgement } = assessed;
  const isOld = countedAt(payment) < secondsOf(asOf) - MATURITY;
  // No complaint came of a payment that went on: by now one would have.
  const silence = verdict === 'approve' && isOld ? false : null;
  const past = {
    ...judgedOf(each),
    verdict,
    amountEur: euroOf(payment.amount),
    fraud: outcomes.isFraud(payment.paymentId) ?? silence,
  };
  return { past, trial: judgement?.trial ?? null, isOff: degraded === 'switched-off' };
}
