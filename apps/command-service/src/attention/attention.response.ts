import { ApiProperty } from '@nestjs/swagger';

export class UnfinishedResponse {
  @ApiProperty({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  stream!: string;

  /** Operations without an outcome, contradictions, steps to come. */
  @ApiProperty({ type: [String] })
  open!: readonly string[];

  /** Nothing happened on it since. */
  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  deadline!: string | null;

  /** Operations and contradictions that a person has to look at. */
  @ApiProperty({ type: [String] })
  escalated!: readonly string[];
}

export class AttentionResponse {
  items!: UnfinishedResponse[];

  /** Of all; null until history is read. */
  unfinished!: number | null;
}
