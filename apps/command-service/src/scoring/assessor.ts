import { Injectable } from '@nestjs/common';
import { idOf } from '#event-store';
import {
  FraudScorer,
  scopedToClient,
  ScoringTimedOut,
  ScoringUnavailable,
  type ScoreReply,
} from '#fraud';
import { MessagingUnavailable } from '#messaging';
import {
  type Assessment,
  type Degraded,
  type Extend,
  initiatedOf,
  recordAssessment,
} from '#payments';
import { Clock, Logger } from '#platform';
import { Config } from '../config.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Sealing } from '../sealing/sealing.js';
import { PolicyJudge } from './policy-judge.js';
import { Rescoring } from './rescoring.js';
import { clientOf } from './review-desk.js';

const MINUTE_MS = 60_000;

/** Scores payments and records what came of it, degraded or not. */
@Injectable()
export class Assessor {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly scorer: FraudScorer,
    private readonly rescoring: Rescoring,
    private readonly judge: PolicyJudge,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly sealing: Sealing,
  ) {}

  /**
   * Before authorisation: always ends with a verdict, whatever became of the scorer.
   *
   * @param extend adds to the decision what is to be recorded together with it.
   */
  async assess(
    loaded: LoadedPayment,
    context: CommandContext,
    extend: Extend = alone,
  ): Promise<LoadedPayment> {
    return this.#record(loaded, context, await this.#score(loaded), { stage: 'inline', extend });
  }

  /** Scores what was degraded: at once, or by a queue whose answer comes later. */
  async assessLate(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    const payment = initiatedOf(loaded.payment);
    if (this.rescoring.isQueued) {
      await this.#queue(payment.paymentId);
      return loaded;
    }
    const scoring = await this.#score(loaded);
    if (scoring.degraded !== null) return loaded;
    return this.#record(loaded, context, scoring, LATE);
  }

  recordLate(
    loaded: LoadedPayment,
    context: CommandContext,
    reply: ScoreReply,
  ): Promise<LoadedPayment> {
    const { assessmentId } = reply;
    const scoring = { assessmentId, reply, latencyMs: 0, degraded: null };
    return this.#record(loaded, context, scoring, LATE);
  }

  /** What cannot be asked for now is asked for again; nothing else of the payment waits for it. */
  async #queue(paymentId: string): Promise<void> {
    try {
      await this.rescoring.request({ assessmentId: lateIdOf(paymentId), paymentId });
    } catch (error) {
      if (!(error instanceof MessagingUnavailable)) throw error;
      this.logger.warn(
        { paymentId, reason: error.message },
        'a late score is asked for again later',
      );
    }
  }

  async #record(
    loaded: LoadedPayment,
    context: CommandContext,
    scoring: Scoring,
    { stage, extend }: AssessmentMode,
  ): Promise<LoadedPayment> {
    const { reply, ...rest } = scoring;
    const payment = initiatedOf(loaded.payment);
    const switchedOff = scoring.degraded === 'switched-off';
    const chance = stage === 'inline' ? context : null;
    const client = clientOf(loaded.history[0]?.metadata['client']);
    const scored = { payment, reply, client, switchedOff };
    const judged = await this.judge.verdictOn(scored, chance);
    const { verdict, policy, judgement } = judged;
    const assessment: Assessment = { ...(reply ?? UNSCORED), ...rest, verdict };
    const now = this.clock.nowIso;
    const reviewMs = this.config.CASE_DUE_MINUTES * MINUTE_MS;
    const record = { assessment, stage, policy, judgement, reviewMs, now };
    const decide = extend((payment) => recordAssessment(record, payment), now);
    return this.streams.change(loaded, context, decide);
  }

  async #score({ payment, history }: LoadedPayment): Promise<Scoring> {
    const initiated = scopedToClient(
      this.sealing.linked(initiatedOf(payment)),
      history[0]?.metadata['client'],
    );
    const assessmentId = idOf('assessment', initiated.paymentId);
    const startedMs = performance.now();
    const latencyMs = (): number => Math.round((performance.now() - startedMs) * 1000) / 1000;
    try {
      const reply = await this.scorer.score({ assessmentId, payment: initiated });
      return { assessmentId, reply, latencyMs: latencyMs(), degraded: null };
    } catch (error) {
      const degraded = degradationOf(error);
      if (degraded === 'error') this.logger.error({ err: error }, 'scoring failed');
      return { assessmentId, reply: null, latencyMs: latencyMs(), degraded };
    }
  }
}

/** What became of one scoring. */
type Scoring = Pick<Assessment, 'assessmentId' | 'latencyMs' | 'degraded'> & {
  /** Null when nobody scored it. */
  readonly reply: ScoreReply | null;
};

type AssessmentMode = { readonly stage: 'inline' | 'late'; readonly extend: Extend };

const alone: Extend = (decide) => decide;

const LATE: AssessmentMode = { stage: 'late', extend: alone };

function lateIdOf(paymentId: string): string {
  return idOf('late-assessment', paymentId);
}

const UNSCORED = {
  score: null,
  reasons: [],
  modelVersion: null,
  modelHash: null,
  features: null,
  featuresHash: null,
  featuresPosition: null,
};

function degradationOf(error: unknown): NonNullable<Degraded> {
  if (error instanceof ScoringTimedOut) return 'timeout';
  if (error instanceof ScoringSwitchedOff) return 'switched-off';
  return error instanceof ScoringUnavailable ? 'unavailable' : 'error';
}

class ScoringSwitchedOff extends Error {
  override readonly name = 'ScoringSwitchedOff';
}

/** Stands in for a scorer where the operator switched scoring off. */
export class SwitchedOffScorer extends FraudScorer {
  override score(): Promise<never> {
    return Promise.reject(new ScoringSwitchedOff('FRAUD_SCORING is off'));
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
