import { ApiProperty } from '@nestjs/swagger';
import { ProblemResponse, type ProblemDocument } from '#platform';

/** What became of one command, in the order in which they were sent. */
export class BatchResult {
  @ApiProperty({ enum: ['accepted', 'refused'] })
  outcome!: 'accepted' | 'refused';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  paymentId!: string | null;

  @ApiProperty({ type: ProblemResponse, nullable: true, description: 'Why it was refused.' })
  problem!: ProblemDocument | null;
}

/** Accepted commands are on disk. What they lead to follows after this answer. */
export class BatchResponse {
  @ApiProperty({ type: [BatchResult] })
  results!: BatchResult[];

  @ApiProperty({ description: 'Store position that holds them all.', example: '42/42' })
  position!: string;
}
