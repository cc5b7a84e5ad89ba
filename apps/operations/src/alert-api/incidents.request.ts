import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { TOPICS, type Topic } from '#incidents';
import { IsText } from '#platform';

export class AssignIncidentRequest {
  /** A person, by the name of their key. */
  @ApiProperty({ example: 'olga' })
  @IsText(1, 64)
  assignee!: string;
}

export class IncidentNoteRequest {
  @ApiProperty({ example: 'the provider was called' })
  @IsText(1, 2000)
  note!: string;
}

export class ResolveIncidentRequest {
  /** What ended it. */
  @ApiProperty({ example: 'the provider is back' })
  @IsText(1, 2000)
  resolution!: string;
}

export class SupportRequestRequest {
  /** What is wrong, in English, Arabic or Indonesian. No data of payers. */
  @ApiProperty({ example: 'Payments by Stripe fail since this morning' })
  @IsText(1, 4000)
  text!: string;

  /** What it is about, where the client knows it; the words count all the same. */
  @ApiPropertyOptional({ enum: TOPICS })
  @IsOptional()
  @IsIn(TOPICS)
  kind?: Topic;

  /** How many people are affected, as far as it is known. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 1_000_000_000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  affected?: number;
}
