import { ApiProperty } from '@nestjs/swagger';
import type { Band, Costs, DayExpectation, Pile, Simulation, VerdictSums } from '#fraud-policy';
import { CostsDocument } from './policy.document.js';
import type { AmountThresholds, PolicySimulation } from './policy-simulation.js';
import type { SimulationRun } from './policy-simulations.js';

const PER_CURRENCY = { type: 'object', additionalProperties: { type: 'string' } } as const;

/** Payments and what they are worth. */
export class PileResponse implements Pile {
  @ApiProperty()
  payments!: number;

  @ApiProperty({ description: 'Roughly, by the reference rates.' })
  eur!: number;

  @ApiProperty({ ...PER_CURRENCY, description: 'Exactly, in minor units per currency.' })
  money!: Record<string, string>;
}

/** By what became of them. */
export class OutcomesResponse implements VerdictSums {
  @ApiProperty({ type: PileResponse, description: 'Said to be, or silent for 30 days.' })
  honest!: PileResponse;

  @ApiProperty({ type: PileResponse })
  fraud!: PileResponse;

  @ApiProperty({ type: PileResponse, description: 'Nobody said yet.' })
  unknown!: PileResponse;

  @ApiProperty({ type: PileResponse, description: 'Declined then: nobody will ever know.' })
  blocked!: PileResponse;
}

export class PilesByVerdictResponse {
  @ApiProperty({ type: PileResponse })
  approve!: PileResponse;

  @ApiProperty({ type: PileResponse })
  review!: PileResponse;

  @ApiProperty({ type: PileResponse })
  decline!: PileResponse;
}

export class OutcomesByVerdictResponse {
  @ApiProperty({ type: OutcomesResponse })
  approve!: OutcomesResponse;

  @ApiProperty({ type: OutcomesResponse })
  review!: OutcomesResponse;

  @ApiProperty({ type: OutcomesResponse })
  decline!: OutcomesResponse;
}

/** Payments whose score was at least `from`, and below the next band's. */
export class BandResponse implements Band {
  @ApiProperty()
  from!: number;

  @ApiProperty({ type: PilesByVerdictResponse })
  byVerdict!: PilesByVerdictResponse;

  @ApiProperty({ type: OutcomesResponse })
  byOutcome!: OutcomesResponse;
}

/** Averages over the days simulated, by scores and costs. */
export class DayExpectationResponse implements DayExpectation {
  @ApiProperty()
  payments!: number;

  @ApiProperty()
  reviews!: number;

  @ApiProperty()
  reviewMinutes!: number;

  @ApiProperty()
  declines!: number;

  @ApiProperty({ description: 'Honest payers declined.' })
  insults!: number;

  @ApiProperty()
  fraudLossEur!: number;

  @ApiProperty()
  reviewEur!: number;

  @ApiProperty()
  insultEur!: number;

  @ApiProperty({ description: 'The three together.' })
  lossEur!: number;

  @ApiProperty()
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
  @ApiProperty()
  policyHash!: string;

  @ApiProperty()
  reviewPriceEur!: number;

  @ApiProperty()
  payments!: number;

  @ApiProperty({ type: OutcomesByVerdictResponse })
  byVerdict!: OutcomesByVerdictResponse;

  @ApiProperty({ type: [BandResponse], description: 'Unscored payments are in none.' })
  bands!: BandResponse[];

  @ApiProperty({ ...PILES, description: 'By what was decided then and now: `approve>decline`.' })
  changed!: Record<string, PileResponse>;

  @ApiProperty({ ...OUTCOMES, description: 'By rule, also where a stricter one decided.' })
  byRule!: Record<string, OutcomesResponse>;

  @ApiProperty({ type: PileResponse, description: 'No outcome known because we blocked.' })
  blockedThen!: PileResponse;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: no fraud is known.' })
  fraudCaughtShare!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: no honest one is known.' })
  insultRate!: number | null;

  @ApiProperty({ type: DayExpectationResponse })
  perDay!: DayExpectationResponse;
}

export class AmountThresholdsResponse implements AmountThresholds {
  @ApiProperty()
  amountEur!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: no score is high enough.' })
  reviewMin!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: no score is high enough.' })
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
  @ApiProperty({ format: 'date-time', description: 'When the ledger was read.' })
  asOf!: string;

  @ApiProperty({ type: SimulatedSpanResponse, nullable: true })
  span!: SimulatedSpanResponse | null;

  @ApiProperty({ description: 'On which there were payments.' })
  days!: number;

  @ApiProperty({ type: CostsDocument, description: 'What both losses are counted with.' })
  costs!: Costs;

  @ApiProperty({ type: SimulationSideResponse })
  candidate!: SimulationSideResponse;

  @ApiProperty({ type: SimulationSideResponse })
  inForce!: SimulationSideResponse;

  @ApiProperty({
    type: [AmountThresholdsResponse],
    nullable: true,
    description: 'Of the candidate; null where no costs decide.',
  })
  thresholdsByAmount!: AmountThresholdsResponse[] | null;

  @ApiProperty({ description: 'Scored on other features than rules know today.' })
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

  @ApiProperty({ type: PolicySimulationResponse, nullable: true })
  result!: PolicySimulationResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it failed.' })
  reason!: string | null;
}
