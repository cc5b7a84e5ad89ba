import { ApiProperty } from '@nestjs/swagger';

export class UnfinishedResponse {
  @ApiProperty({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  stream!: string;

  @ApiProperty({
    type: [String],
    description: 'Operations without an outcome, contradictions, steps to come.',
  })
  open!: readonly string[];

  @ApiProperty({ format: 'date-time', description: 'Nothing happened on it since.' })
  since!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  deadline!: string | null;

  @ApiProperty({
    type: [String],
    description: 'Operations and contradictions that a person has to look at.',
  })
  escalated!: readonly string[];
}

export class AttentionResponse {
  @ApiProperty({ type: [UnfinishedResponse] })
  items!: UnfinishedResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of all; null until history is read.' })
  unfinished!: number | null;
}
