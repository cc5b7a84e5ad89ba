import { ApiProperty } from '@nestjs/swagger';
import { IsObject, Matches } from 'class-validator';
import { IsText } from '#platform';

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

export class RoutingPolicyParams {
  /** Of a policy that was proposed. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 as 64 hexadecimal digits' })
  policyHash!: string;
}
