import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { IsText } from '#platform';

export class ResolveRequest {
  /** Whether the provider did it, as its desk shows. */
  @IsBoolean()
  happened!: boolean;

  /** The provider's id of what it did. Needed when it happened, but for voids and increments. */
  @IsOptional()
  @Matches(/^[\w-]{1,128}$/, {
    message: 'must be an id as the provider writes it: letters, digits, _ and -',
  })
  reference?: string;

  /** How you found out, for the next person. */
  @IsOptional()
  @IsText(1, 500)
  note?: string;
}
