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

  @ApiProperty({ required: false })
  atLeast?: number;

  @ApiProperty({ required: false })
  atMost?: number;
}

export class RuleAmount {
  @ApiProperty({ example: '100000', description: 'Minor units, as digits.' })
  amount!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;
}

/** Payments in other currencies do not meet it. */
export class AmountCondition {
  @ApiProperty({ type: RuleAmount })
  amountAtLeast!: RuleAmount;
}

@ApiExtraModels(FieldCondition, FeatureCondition, AmountCondition)
export class RuleDocument {
  @ApiProperty({ example: 'block-stolen-device', maxLength: 64 })
  id!: string;

  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 10,
    description: 'All of them must hold.',
    items: {
      oneOf: [FieldCondition, FeatureCondition, AmountCondition].map((each) => ({
        $ref: getSchemaPath(each),
      })),
    },
  })
  when!: object[];

  @ApiProperty({ enum: VERDICTS, description: 'The strictest rule met decides.' })
  verdict!: string;

  @ApiProperty({ maxLength: 300, description: 'For the analyst who sees what it stopped.' })
  reason!: string;
}

/** What mistakes cost, in euros at the reference rates. */
export class CostsDocument {
  @ApiProperty({ minimum: 0, maximum: 1, description: 'Of a defrauded amount that comes back.' })
  recoveryShare!: number;

  @ApiProperty({ minimum: 0, description: 'Of an honest payer declined, beside the margin.' })
  insultEur!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  marginShare!: number;

  @ApiProperty({ minimum: 0 })
  reviewMinutes!: number;

  @ApiProperty({ minimum: 0 })
  reviewMinuteEur!: number;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'Of frauds that a review lets through.' })
  reviewMissShare!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: people have all the time.' })
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
  @ApiProperty({ type: Number, nullable: true, description: 'Null: every amount; the last one.' })
  upToEur!: number | null;

  @ApiProperty({
    type: UnscoredBoundDocument,
    required: false,
    description: 'Left out: no bound; the last one has none.',
  })
  within?: UnscoredBoundDocument;

  @ApiProperty({ enum: VERDICTS })
  verdict!: string;
}

export class RandomApprovalsDocument {
  @ApiProperty({ minimum: 0, maximum: 0.01, description: 'Of what would be declined.' })
  share!: number;

  @ApiProperty({ minimum: 0 })
  paymentEurMax!: number;

  @ApiProperty({ minimum: 0, description: 'What all of a day may come to.' })
  dayEurMax!: number;
}

/** Everything that turns a score into a verdict. */
export class PolicyDocument {
  @ApiProperty({ type: [RuleDocument], maxItems: 200 })
  rules!: RuleDocument[];

  @ApiProperty({
    type: CostsDocument,
    nullable: true,
    description: 'Null: the model’s own thresholds decide.',
  })
  costs!: CostsDocument | null;

  @ApiProperty({
    type: [DegradedRuleDocument],
    example: [{ upToEur: null, verdict: 'review' }],
    description: 'For payments that nobody scored in time; the first that fits.',
  })
  degraded!: DegradedRuleDocument[];

  @ApiProperty({ type: RandomApprovalsDocument })
  randomApprovals!: RandomApprovalsDocument;
}
