import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';

export const BATCH_COMMANDS_MAX = 1_000;

export const BATCH_OPERATIONS = [
  'initiate',
  'capture',
  'void',
  'release',
  'refund',
  'cancel',
] as const;

export type BatchOperation = (typeof BATCH_OPERATIONS)[number];

/** One command of a batch; checked by itself, so that a bad one stops no other. */
export class BatchCommandRequest {
  @ApiProperty({ enum: BATCH_OPERATIONS })
  operation!: BatchOperation;

  /** As the Idempotency-Key header of the same command sent alone. */
  @ApiProperty({ minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]*$' })
  idempotencyKey!: string;

  /** For every operation but initiate. */
  @ApiPropertyOptional({ format: 'uuid' })
  paymentId?: string;

  /** The body of the same command sent alone. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  body?: object;
}

export class BatchRequest {
  @ApiProperty({ type: [BatchCommandRequest], minItems: 1, maxItems: BATCH_COMMANDS_MAX })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_COMMANDS_MAX)
  commands!: unknown[];
}
