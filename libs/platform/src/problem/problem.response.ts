import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class FieldProblemResponse {
  @ApiProperty()
  field!: string;

  @ApiProperty()
  message!: string;
}

/** An RFC 9457 problem document; `code` is stable, see docs/errors.md. */
export class ProblemResponse {
  @ApiProperty({ example: 'urn:assay:problem:payment-held' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  status!: number;

  @ApiProperty({ example: 'payment-held' })
  code!: string;

  @ApiProperty({ description: 'Whether the same request may succeed later.' })
  retryable!: boolean;

  @ApiPropertyOptional()
  detail?: string;

  @ApiPropertyOptional({ type: [FieldProblemResponse] })
  errors?: FieldProblemResponse[];
}
