import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsText } from '#platform';

export class ResolveRequest {
  /** Whether the provider did it, as its desk shows. */
  @ApiProperty()
  @IsBoolean()
  happened!: boolean;

  /** The provider's id of what it did. Needed when it happened, but for voids and increments. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsText(1, 128)
  reference?: string;

  /** How you found out, for the next person. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsText(1, 500)
  note?: string;
}
