import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsText } from '#platform';
import { RESOLUTION_REASONS, type ResolutionReason } from '#reconciliation';

const ID = /^[a-z]{1,20}-[a-z]{1,20}-[\w.:-]{1,200}$/;

/** Bytes of a file that an event holds, in Base64. */
const BASE64_MAX = 88_000;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Far more changes than people make to one exception. */
const REVISION_MAX = 1_000_000;

export class OnExceptionRequest {
  /** The revision that the caller saw: the command is refused when another came since. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: REVISION_MAX })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(REVISION_MAX)
  expectedRevision?: number;
}

export class ExceptionNoteRequest extends OnExceptionRequest {
  /** No personal data. */
  @ApiProperty({ minLength: 1, maxLength: 1000 })
  @IsText(1, 1000)
  note!: string;
}

export class ExceptionAssignmentRequest extends OnExceptionRequest {
  /** The name that the person's keys have. */
  @ApiProperty({ example: 'amal', pattern: '^[a-z0-9-]{1,64}$' })
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'must be the name of a person’s keys, as in amal' })
  assignee!: string;
}

export class ExceptionFileRequest extends OnExceptionRequest {
  @ApiProperty({ example: 'answer.txt', minLength: 1, maxLength: 200 })
  @IsText(1, 200)
  name!: string;

  @ApiProperty({ example: 'text/plain', pattern: '^[a-z]+/[a-z0-9.+-]+$', maxLength: 100 })
  @Matches(/^[a-z]+\/[a-z0-9.+-]+$/, { message: 'must be a media type, as in text/plain' })
  @MaxLength(100)
  mediaType!: string;

  /** The file in Base64; at most 66,000 bytes. No personal data. */
  @ApiProperty({ example: 'SGVsbG8=', minLength: 4, maxLength: BASE64_MAX })
  @Matches(BASE64, { message: 'must be Base64 with its padding (RFC 4648, section 4)' })
  @MinLength(4)
  @MaxLength(BASE64_MAX)
  contentBase64!: string;
}

export class ResolutionRequest extends ExceptionNoteRequest {
  @ApiProperty({ enum: RESOLUTION_REASONS })
  @IsIn(RESOLUTION_REASONS)
  reason!: ResolutionReason;

  /** Of a manual match: the exceptions that are its other side. */
  @ApiPropertyOptional({ type: [String], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ID, { each: true, message: 'must be ids of exceptions, as stripe-capture-ch_3Pq' })
  matchedWith?: string[];
}
