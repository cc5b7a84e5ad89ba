import { Injectable } from '@nestjs/common';
import {
  escalateOutcome,
  isHoldOverdue,
  missingFees,
  openContradictions,
  openPromises,
  type OpenPromise,
  type MissingFee,
  type Payment,
} from '#payments';
import { Clock, Logger } from '#platform';
import { Config } from '../config.js';
import { LookUps } from '../facts/look-ups.js';
import { contextOf, type CommandContext } from '../payment/command-context.js';
import { Journeys } from '../journey/journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Assessor } from '../scoring/assessor.js';

/** A hold that its provider still keeps after its time is looked up this often. */
const OVERDUE_AGAIN_MS = 60 * 60_000;
const AGAIN_MS_MAX = 10 * 60_000;
const DAY_MS = 86_400_000;
/** A fee that its provider did not tell in this time, it will not tell: the books show it. */
const FEE_LOOKED_UP_MS_MAX = 180 * DAY_MS;

/** What is done for one unfinished payment, and when it is looked at again. */
@Injectable()
export class ResumedPayments {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly assessor: Assessor,
    private readonly lookUps: LookUps,
    private readonly locks: Locks,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @returns when to look again, in milliseconds; null: nothing is left to do. */
  resume(paymentId: string): Promise<number | null> {
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      const last = loaded.history.at(-1);
      if (!last) return null;
      const resumed = await this.#resume(loaded, contextOf(last.metadata, 'resumer'));
      const news = resumed.history.length - loaded.history.length;
      if (news > 0) this.logger.info({ paymentId, events: news }, 'payment resumed');
      return this.#againMs(resumed, news);
    });
  }

  async #resume(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    const proceeded = await this.journeys.proceed(loaded, context);
    const { payment } = proceeded;
    const untold =
      isHoldOverdue(payment, this.clock.nowIso) ||
      this.#missingFee(payment) !== null ||
      openContradictions(payment).length > 0;
    const seen = untold ? await this.lookUps.refresh(proceeded, context) : proceeded;
    const scored = isUnscored(seen.payment) ? await this.assessor.assessLate(seen, context) : seen;
    return this.#escalate(scored, context);
  }

  /**
   * In how many milliseconds to look again; null when nothing is left to do. What stays unknown, or
   * contradicts, is asked for less and less often.
   */
  #againMs({ payment }: LoadedPayment, news: number): number | null {
    const again = this.config.RESUME_AFTER_MS;
    const oldest = oldestUnknown(payment) ?? oldestContradiction(payment);
    if (oldest) return Math.min(AGAIN_MS_MAX, Math.max(again, this.#ageMsOf(oldest) / 10));
    if (news > 0 || isUnscored(payment)) return again;
    const fee = this.#missingFee(payment);
    if (fee) return Math.min(DAY_MS, Math.max(again, this.#ageMsOf(fee) / 10));
    return isHoldOverdue(payment, this.clock.nowIso) ? OVERDUE_AGAIN_MS : null;
  }

  async #escalate(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    const oldest = oldestUnknown(loaded.payment);
    if (!oldest?.since) return loaded;
    if (this.#ageMsOf(oldest) < this.config.ESCALATE_AFTER_MINUTES * 60_000) return loaded;
    const { since } = oldest;
    const now = this.clock.nowIso;
    const changed = await this.streams.change(loaded, context, (payment) =>
      escalateOutcome(oldest, { since, now }, payment),
    );
    if (changed !== loaded) {
      this.logger.error({ paymentId: loaded.paymentId, ...oldest }, 'outcome unknown for too long');
    }
    return changed;
  }

  /** The oldest that the provider may still tell. */
  #missingFee(payment: Payment): MissingFee | null {
    const fees = missingFees(payment);
    return fees.find((fee) => this.#ageMsOf(fee) < FEE_LOOKED_UP_MS_MAX) ?? null;
  }

  #ageMsOf({ since }: Pick<OpenPromise, 'since'>): number {
    return since === null ? 0 : this.clock.nowMs - Date.parse(since);
  }
}

function oldestUnknown(payment: Payment): OpenPromise | undefined {
  return openPromises(payment).find(({ operationId }) => payment.unknown.has(operationId));
}

function oldestContradiction(payment: Payment): { readonly since: string } | undefined {
  const [first] = openContradictions(payment);
  return first && { since: first[1].foundAt };
}

function isUnscored({ risk }: Payment): boolean {
  const { degraded = null } = risk ?? {};
  return degraded !== null && degraded !== 'switched-off';
}
