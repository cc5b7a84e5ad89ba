import { ApiProperty } from '@nestjs/swagger';
import { ProblemResponse, type ProblemDocument } from '#platform';

/** What became of one command, in the order in which they were sent. */
export class BatchResult {
  outcome!: 'accepted' | 'refused';

  @ApiProperty({ type: String, format: 'uuid' })
  paymentId!: string | null;

  /** Why it was refused. */
  @ApiProperty({ type: ProblemResponse })
  problem!: ProblemDocument | null;
}

/** Accepted commands are on disk. What they lead to follows after this answer. */
export class BatchResponse {
  results!: BatchResult[];

  /** Store position that holds them all. */
  @ApiProperty({ example: '42/42' })
  position!: string;
}
