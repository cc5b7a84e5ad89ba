import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsNumber,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsText, IsTime } from '#platform';
import { CostsDocument, PolicyDocument } from './policy.document.js';

const HASH = /^[0-9a-f]{64}$/;
const HASH_MESSAGE = { message: 'must be a SHA-256 as 64 hexadecimal digits' };

export class PolicyRequest {
  /** Names the request, from callers that send no `Idempotency-Key`; repeating it is safe. */
  @ApiPropertyOptional({ format: 'uuid', deprecated: true })
  @IsOptional()
  @IsUUID()
  requestId?: string;
}

export class ProposalRequest extends PolicyRequest {
  @ApiProperty({ type: PolicyDocument })
  @IsObject()
  policy!: object;

  /** Why, for the second person. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}

export class RollBackRequest extends PolicyRequest {
  /** One that decided before; left out: the last. */
  @IsOptional()
  @Matches(HASH, HASH_MESSAGE)
  policyHash?: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}

export class WithdrawalRequest extends PolicyRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}

export class TrialRequest extends PolicyRequest {
  /** Of a policy that was proposed. */
  @Matches(HASH, HASH_MESSAGE)
  policyHash!: string;
}

/** The time whose payments are simulated. */
export class SpanRequest {
  /** Left out: the first. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  from?: string;

  /** Not included itself. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  to?: string;
}

export class SimulationRequest extends SpanRequest {
  /** A draft. Without it and without `policyHash`: the policy in force. */
  @ApiPropertyOptional({ type: PolicyDocument })
  @IsOptional()
  @IsObject()
  policy?: object;

  /** Of a policy that was proposed. */
  @IsOptional()
  @Matches(HASH, HASH_MESSAGE)
  policyHash?: string;

  /** In place of the costs of the policy that is simulated. */
  @ApiPropertyOptional({ type: CostsDocument })
  @IsOptional()
  @IsObject()
  costs?: object;

  /** With `declineMin`: in place of the model’s thresholds, where no costs decide. */
  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  @ValidateIf(hasThresholds)
  @IsNumber()
  @Min(0)
  @Max(1)
  reviewMin?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  @ValidateIf(hasThresholds)
  @IsNumber()
  @Min(0)
  @Max(1)
  declineMin?: number;
}

function hasThresholds({ reviewMin, declineMin }: SimulationRequest): boolean {
  return reviewMin !== undefined || declineMin !== undefined;
}
