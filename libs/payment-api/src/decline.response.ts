import { ApiProperty } from '@nestjs/swagger';
import { DECLINE_ADVICE, DECLINE_REASON_NAMES } from '#payments';
import { PROVIDERS } from '#provider-port';

/** What the shop may show to its payer, in each language. */
export class PayerMessageResponse {
  @ApiProperty({ example: 'There is not enough money on this card or account.' })
  en!: string;

  @ApiProperty({ example: 'الرصيد في هذه البطاقة أو هذا الحساب غير كافٍ.' })
  ar!: string;
}

/** What the provider said beside its code, in its own codes. */
export class ProviderCodesResponse {
  /** Of its answer. */
  @ApiProperty({ example: 'card_declined' })
  error?: string;

  /** What the provider advises. */
  @ApiProperty({ example: 'try_again_later' })
  advice?: string;

  /** The answer of the card's network or the processor. */
  @ApiProperty({ example: '51' })
  network?: string;

  /** What the card's network advises. */
  networkAdvice?: string;

  /** Of the check of the address. */
  avs?: string;

  /** Of the check of the card's security code. */
  cvv?: string;
}

/** Why it was declined; docs/decline-reasons.md has every reason. */
export class DeclineResponse {
  @ApiProperty({ enum: DECLINE_REASON_NAMES })
  reason!: string;

  /** What may help. */
  @ApiProperty({ enum: Object.keys(DECLINE_ADVICE) })
  advice!: string;

  message!: PayerMessageResponse;

  /** Null: no provider was asked. */
  @ApiProperty({ enum: PROVIDERS, type: String })
  provider!: string | null;

  /** The provider's own code, as it gave it; null when it was not asked. */
  providerCode!: string | null;

  codes!: ProviderCodesResponse | null;

  /** Null: not kept beside the payment; its history tells. */
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string | null;
}
