import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { FEATURES } from '#fraud';
import { RULE_FIELDS, UNSCORED_MINUTES_MAX, UNSCORED_PAYMENTS_MAX } from '#fraud-policy';

const VERDICTS = ['approve', 'review', 'decline'];

/** A list: the payment's field is one of these. */
export class FieldCondition {
  @ApiProperty({ enum: RULE_FIELDS })
  field!: string;

  @ApiProperty({ type: [String], example: ['c-17', 'c-18'] })
  in!: string[];
}

/** A velocity or anything else that the model sees; one of both bounds. */
export class FeatureCondition {
  @ApiProperty({ enum: FEATURES, example: 'card1hCount' })
  feature!: string;

  atLeast?: number;

  atMost?: number;
}

export class RuleAmount {
  /** Minor units, as digits. */
  @ApiProperty({ example: '100000' })
  amount!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;
}

/** Payments in other currencies do not meet it. */
export class AmountCondition {
  amountAtLeast!: RuleAmount;
}

@ApiExtraModels(FieldCondition, FeatureCondition, AmountCondition)
export class RuleDocument {
  @ApiProperty({ example: 'block-stolen-device', maxLength: 64 })
  id!: string;

  /** All of them must hold. */
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 10,
    items: {
      oneOf: [FieldCondition, FeatureCondition, AmountCondition].map((each) => ({
        $ref: getSchemaPath(each),
      })),
    },
  })
  when!: object[];

  /** The strictest rule met decides. */
  @ApiProperty({ enum: VERDICTS })
  verdict!: string;

  /** For the analyst who sees what it stopped. */
  @ApiProperty({ maxLength: 300 })
  reason!: string;
}

/** What mistakes cost, in euros at the reference rates. */
export class CostsDocument {
  /** Of a defrauded amount that comes back. */
  @ApiProperty({ minimum: 0, maximum: 1 })
  recoveryShare!: number;

  /** Of an honest payer declined, beside the margin. */
  @ApiProperty({ minimum: 0 })
  insultEur!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  marginShare!: number;

  @ApiProperty({ minimum: 0 })
  reviewMinutes!: number;

  @ApiProperty({ minimum: 0 })
  reviewMinuteEur!: number;

  /** Of frauds that a review lets through. */
  @ApiProperty({ minimum: 0, maximum: 1 })
  reviewMissShare!: number;

  /** Null: people have all the time. */
  reviewsPerDayMax!: number | null;
}

/** What a card, customer or device may come to without a score, the payment itself included. */
export class UnscoredBoundDocument {
  @ApiProperty({ minimum: 1, maximum: UNSCORED_MINUTES_MAX })
  minutes!: number;

  @ApiProperty({ minimum: 0, maximum: UNSCORED_PAYMENTS_MAX })
  paymentsMax!: number;

  @ApiProperty({ minimum: 0 })
  eurMax!: number;
}

export class DegradedRuleDocument {
  /** Null: every amount; the last one. */
  upToEur!: number | null;

  /** Left out: no bound; the last one has none. */
  within?: UnscoredBoundDocument;

  @ApiProperty({ enum: VERDICTS })
  verdict!: string;
}

export class RandomApprovalsDocument {
  /** Of what would be declined. */
  @ApiProperty({ minimum: 0, maximum: 0.01 })
  share!: number;

  @ApiProperty({ minimum: 0 })
  paymentEurMax!: number;

  /** What all of a day may come to. */
  @ApiProperty({ minimum: 0 })
  dayEurMax!: number;
}

/** Everything that turns a score into a verdict. */
export class PolicyDocument {
  @ApiProperty({ type: [RuleDocument], maxItems: 200 })
  rules!: RuleDocument[];

  /** Null: the model’s own thresholds decide. */
  costs!: CostsDocument | null;

  /** For payments without a score in time; the first that fits. */
  @ApiProperty({ type: [DegradedRuleDocument], example: [{ upToEur: null, verdict: 'review' }] })
  degraded!: DegradedRuleDocument[];

  randomApprovals!: RandomApprovalsDocument;
}
