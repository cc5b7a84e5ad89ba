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

/** Few reviews at merchants without a past, for the payments that are worth them most. */
export class ReviewCapacityDocument {
  /** Of the payments of new merchants, how many may be held. */
  @ApiProperty({ minimum: 0, maximum: 1, example: 0.009 })
  share!: number;

  /** What may be saved up while less is held. */
  @ApiProperty({ minimum: 1, maximum: 10_000, example: 8 })
  savedMax!: number;

  /** Of what is saved up, kept for payments of `sureScore` or `sureLossEur`. */
  @ApiProperty({ minimum: 0, maximum: 10_000, example: 5 })
  reserved!: number;

  @ApiProperty({ minimum: 0, maximum: 1, example: 0.3 })
  sureScore!: number;

  @ApiProperty({ minimum: 1, maximum: 1e9, example: 250 })
  sureLossEur!: number;

  /** Of a fraud, beside its amount. */
  @ApiProperty({ minimum: 0, maximum: 10_000, example: 20 })
  fraudEur!: number;

  /** What a review has to be worth at first; not above `sureLossEur`. */
  @ApiProperty({ minimum: 0, maximum: 1e9, example: 20 })
  priceEur!: number;

  /** Days since a merchant’s first payment before the bound begins to give way. */
  @ApiProperty({ minimum: 0, maximum: 60, example: 7 })
  newDays!: number;

  /** Days and payments from which on there is no bound. */
  @ApiProperty({ minimum: 0, maximum: 60, example: 28 })
  knownDays!: number;

  @ApiProperty({ minimum: 0, maximum: 1e6, example: 20 })
  knownPayments!: number;
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

  /** Left out: a new merchant’s payments are held like any other’s. */
  reviewCapacity?: ReviewCapacityDocument;
}
