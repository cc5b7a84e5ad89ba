import { ApiProperty } from '@nestjs/swagger';
import type {
  Band,
  Costs,
  DayExpectation,
  PaymentTotals,
  Simulation,
  VerdictSums,
} from '#fraud-policy';
import { CostsDocument } from './policy.document.js';
import type { AmountThresholds, PolicySimulation } from './policy-simulation.js';
import type { SimulationRun } from './policy-simulations.js';

const PER_CURRENCY = { type: 'object', additionalProperties: { type: 'string' } } as const;

/** Payments and what they are worth. */
export class PileResponse implements PaymentTotals {
  payments!: number;

  /** Roughly, by the reference rates. */
  eur!: number;

  /** Exactly, in minor units per currency. */
  @ApiProperty(PER_CURRENCY)
  money!: Record<string, string>;
}

/** By what became of them. */
export class OutcomesResponse implements VerdictSums {
  /** Said to be, or silent for 30 days. */
  honest!: PileResponse;

  fraud!: PileResponse;

  /** Not known yet. */
  unknown!: PileResponse;

  /** Declined then: never to be known. */
  blocked!: PileResponse;
}

export class PilesByVerdictResponse {
  approve!: PileResponse;

  review!: PileResponse;

  decline!: PileResponse;
}

export class OutcomesByVerdictResponse {
  approve!: OutcomesResponse;

  review!: OutcomesResponse;

  decline!: OutcomesResponse;
}

/** Payments whose score was at least `from`, and below the next band's. */
export class BandResponse implements Band {
  from!: number;

  byVerdict!: PilesByVerdictResponse;

  byOutcome!: OutcomesResponse;
}

/** Averages over the days simulated, by scores and costs. */
export class DayExpectationResponse implements DayExpectation {
  payments!: number;

  reviews!: number;

  reviewMinutes!: number;

  declines!: number;

  /** Honest payers declined. */
  insults!: number;

  fraudLossEur!: number;

  reviewEur!: number;

  insultEur!: number;

  /** The three together. */
  lossEur!: number;

  fraudStoppedEur!: number;
}

const PILES = {
  type: 'object',
  additionalProperties: { $ref: '#/components/schemas/PileResponse' },
} as const;
const OUTCOMES = {
  type: 'object',
  additionalProperties: { $ref: '#/components/schemas/OutcomesResponse' },
} as const;

/** What one policy says of the payments simulated. */
export class SimulationSideResponse implements Simulation {
  policyHash!: string;

  reviewPriceEur!: number;

  payments!: number;

  byVerdict!: OutcomesByVerdictResponse;

  /** Unscored payments are in none. */
  bands!: BandResponse[];

  /** By what was decided then and now: `approve>decline`. */
  @ApiProperty(PILES)
  changed!: Record<string, PileResponse>;

  /** By rule, also where a stricter one decided. */
  @ApiProperty(OUTCOMES)
  byRule!: Record<string, OutcomesResponse>;

  /** No outcome known because we blocked. */
  blockedThen!: PileResponse;

  /** Null: no fraud is known. */
  fraudCaughtShare!: number | null;

  /** Null: no honest one is known. */
  insultRate!: number | null;

  perDay!: DayExpectationResponse;
}

export class AmountThresholdsResponse implements AmountThresholds {
  amountEur!: number;

  /** Null: no score is high enough. */
  reviewMin!: number | null;

  /** Null: no score is high enough. */
  declineMin!: number | null;
}

export class SimulatedSpanResponse {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  to!: string;
}

/** A candidate beside the policy in force, over the same past payments. */
export class PolicySimulationResponse implements PolicySimulation {
  /** When the ledger was read. */
  @ApiProperty({ format: 'date-time' })
  asOf!: string;

  span!: SimulatedSpanResponse | null;

  /** On which there were payments. */
  days!: number;

  /** What both losses are counted with. */
  @ApiProperty({ type: CostsDocument })
  costs!: Costs;

  candidate!: SimulationSideResponse;

  inForce!: SimulationSideResponse;

  /** Of the candidate; null where no costs decide. */
  thresholdsByAmount!: AmountThresholdsResponse[] | null;

  /** Scored on other features than rules know today. */
  incomparable!: number;
}

/** How far a simulation is. */
export class SimulationRunResponse implements SimulationRun {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['running', 'finished', 'failed'] })
  status!: SimulationRun['status'];

  @ApiProperty({ minimum: 0, maximum: 1 })
  progress!: number;

  result!: PolicySimulationResponse | null;

  /** Why it failed. */
  reason!: string | null;
}
