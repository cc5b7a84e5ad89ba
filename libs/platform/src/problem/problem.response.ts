import { ApiProperty } from '@nestjs/swagger';

export class FieldProblemResponse {
  field!: string;

  message!: string;
}

/** An RFC 9457 problem document; `code` is stable, see docs/errors.md. */
export class ProblemResponse {
  @ApiProperty({ example: 'urn:assay:problem:payment-held' })
  type!: string;

  title!: string;

  status!: number;

  @ApiProperty({ example: 'payment-held' })
  code!: string;

  /** Whether the same request may succeed later. */
  retryable!: boolean;

  detail?: string;

  errors?: FieldProblemResponse[];
}
