import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, Matches } from 'class-validator';
import { IsText } from '#platform';

const HASH = /^[0-9a-f]{64}$/;
const HASH_MESSAGE = { message: 'must be a SHA-256 as 64 hexadecimal digits' };

const EXAMPLE = {
  rules: [{ id: 'yen-by-paypal', when: { currencies: ['JPY'] }, prefer: ['paypal', 'stripe'] }],
  failover: true,
};

export class RoutingProposalRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: EXAMPLE,
    description:
      '`rules`: the first one that a payment meets orders the ways that the command offers. ' +
      '`when` may name `currencies`, `methods`, `amountAtLeast` and `amountAtMost`. ' +
      '`failover`: whether a payment may go another way than its first.',
  })
  @IsObject()
  policy!: object;

  /** Why, for the second person. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}

export class RoutingWithdrawalRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}

export class RoutingRollBackRequest {
  /** One that decided before; left out: the last. */
  @IsOptional()
  @Matches(HASH, HASH_MESSAGE)
  policyHash?: string;

  /** Why, for the second person. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}

export class RoutingPolicyParams {
  /** Of a policy that was proposed. */
  @Matches(HASH, HASH_MESSAGE)
  policyHash!: string;
}
