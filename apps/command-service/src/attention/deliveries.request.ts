import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsText } from '#platform';
import { PROVIDERS, type ProviderName } from '#provider-port';

export class DeliveryParams {
  @ApiProperty({ enum: PROVIDERS })
  @IsIn(PROVIDERS)
  provider!: ProviderName;

  @ApiProperty({ example: 'evt_1', description: "The provider's id of the event." })
  @Matches(/^(?!\.\.?$)[\w.:-]{1,255}$/, { message: 'must be the id of an event at its provider' })
  eventId!: string;
}

export class DismissalRequest {
  @ApiProperty({ minLength: 3, maxLength: 500, description: 'Why nothing is to be done.' })
  @IsText(3, 500)
  note!: string;
}
