import { ApiProperty } from '@nestjs/swagger';
import type { OrderContradiction } from './order-contradiction.entity.js';

export class ContradictionResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ description: 'As it was recorded; else the rule.' })
  contradictionId!: string;

  @ApiProperty({
    enum: [
      'currency-differs',
      'amount-not-positive',
      'amount-differs',
      'given-back-exceeds-captured',
    ],
  })
  rule!: string;

  @ApiProperty({ description: 'In one sentence.' })
  explanation!: string;

  @ApiProperty({ type: String, nullable: true, description: "The provider's object, if named." })
  reference!: string | null;

  @ApiProperty({ format: 'date-time' })
  foundAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt!: string | null;

  @ApiProperty({ type: String, enum: ['fact', 'person'], nullable: true })
  settledBy!: 'fact' | 'person' | null;
}

export class ContradictionsResponse {
  @ApiProperty({ type: [ContradictionResponse] })
  items!: ContradictionResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;

  @ApiProperty({ description: 'The view’s position that the answer shows.', example: '1042/1042' })
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
