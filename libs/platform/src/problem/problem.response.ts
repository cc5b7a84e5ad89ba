import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

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

  /** Of a refusal by a rule: ids, amounts, people and times it names, which `detail` also has. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  details?: Readonly<Record<string, string>>;

  errors?: FieldProblemResponse[];
}
