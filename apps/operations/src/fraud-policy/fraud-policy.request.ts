import { ApiProperty } from '@nestjs/swagger';
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
  @ApiProperty({ format: 'uuid', description: 'Chosen by the caller; repeating it is safe.' })
  @IsUUID()
  requestId!: string;
}

export class ProposalRequest extends PolicyRequest {
  @ApiProperty({ type: PolicyDocument })
  @IsObject()
  policy!: object;

  @ApiProperty({ minLength: 3, maxLength: 500, description: 'Why, for the second person.' })
  @IsText(3, 500)
  note!: string;
}

export class RollBackRequest extends PolicyRequest {
  @ApiProperty({ required: false, description: 'One that decided before; left out: the last.' })
  @IsOptional()
  @Matches(HASH, HASH_MESSAGE)
  policyHash?: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}

export class WithdrawalRequest extends PolicyRequest {
  @ApiProperty({ required: false, maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}

export class TrialRequest extends PolicyRequest {
  @ApiProperty({ description: 'Of a policy that was proposed.' })
  @Matches(HASH, HASH_MESSAGE)
  policyHash!: string;
}

/** The time whose payments are simulated. */
export class SpanRequest {
  @ApiProperty({ required: false, format: 'date-time', description: 'Left out: the first.' })
  @IsOptional()
  @IsTime()
  from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Not included itself.' })
  @IsOptional()
  @IsTime()
  to?: string;
}

export class SimulationRequest extends SpanRequest {
  @ApiProperty({
    type: PolicyDocument,
    required: false,
    description: 'A draft. Without it and without `policyHash`: the policy in force.',
  })
  @IsOptional()
  @IsObject()
  policy?: object;

  @ApiProperty({ required: false, description: 'Of a policy that was proposed.' })
  @IsOptional()
  @Matches(HASH, HASH_MESSAGE)
  policyHash?: string;

  @ApiProperty({
    type: CostsDocument,
    required: false,
    description: 'In place of the costs of the policy that is simulated.',
  })
  @IsOptional()
  @IsObject()
  costs?: object;

  @ApiProperty({
    required: false,
    minimum: 0,
    maximum: 1,
    description: 'With `declineMin`: in place of the model’s thresholds, where no costs decide.',
  })
  @ValidateIf(hasThresholds)
  @IsNumber()
  @Min(0)
  @Max(1)
  reviewMin?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 1 })
  @ValidateIf(hasThresholds)
  @IsNumber()
  @Min(0)
  @Max(1)
  declineMin?: number;
}

function hasThresholds({ reviewMin, declineMin }: SimulationRequest): boolean {
  return reviewMin !== undefined || declineMin !== undefined;
}
