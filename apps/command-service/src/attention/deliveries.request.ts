import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsText } from '#platform';
import { PROVIDERS, type ProviderName } from '#provider-port';

export class DeliveryParams {
  @IsIn(PROVIDERS)
  provider!: ProviderName;

  /** The provider's id of the event. */
  @ApiProperty({ example: 'evt_1' })
  @Matches(/^(?!\.\.?$)[\w.:-]{1,255}$/, { message: 'must be the id of an event at its provider' })
  eventId!: string;
}

export class DismissalRequest {
  /** Why nothing is to be done. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  note!: string;
}
