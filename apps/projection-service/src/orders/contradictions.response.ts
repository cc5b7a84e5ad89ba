import { ApiProperty } from '@nestjs/swagger';
import { CONTRADICTION_RULES } from '#payments';
import type { OrderContradiction } from './order-contradiction.entity.js';

export class ContradictionResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** As it was recorded; else the rule. */
  contradictionId!: string;

  @ApiProperty({ enum: CONTRADICTION_RULES })
  rule!: string;

  /** In one sentence. */
  explanation!: string;

  /** The provider's object, if named. */
  reference!: string | null;

  @ApiProperty({ format: 'date-time' })
  foundAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  settledAt!: string | null;

  @ApiProperty({ type: String, enum: ['fact', 'person'] })
  settledBy!: 'fact' | 'person' | null;
}

export class ContradictionsResponse {
  items!: ContradictionResponse[];

  nextCursor!: string | null;

  /** The view’s position that the answer shows. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export function contradictionResponse(row: OrderContradiction): ContradictionResponse {
  const { opened: _opened, foundAt, settledAt, ...rest } = row;
  return {
    ...rest,
    foundAt: foundAt.toISOString(),
    settledAt: settledAt && settledAt.toISOString(),
  };
}
