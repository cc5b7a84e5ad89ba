import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsId, IsText, IsTime } from '#platform';
import { PROVIDERS, type ProviderName } from '#provider-port';
import { METHOD_KINDS } from '#routing';
import { type PaymentMethod } from '#payments';
import { MoneyRequest } from '../http/money.request.js';
import { IsMetadata } from './metadata.validator.js';
import { IsReturnUrl, RETURN_URL_CHARS_MAX } from './return-url.validator.js';

const COUNTRY = /^[A-Z]{2}$/;
const COUNTRY_MESSAGE = { message: 'must be an ISO 3166-1 alpha-2 code, as in "OM"' };

export class PaymentMethodRequest {
  @IsIn(METHOD_KINDS)
  kind!: PaymentMethod['kind'];

  /** The provider's token of the card, as in `pm_…`. Cards only. */
  @ApiPropertyOptional({ example: 'pm_card_visa' })
  @ValidateIf((method: PaymentMethodRequest) => method.kind === 'card')
  @IsText(3, 255)
  token?: string;
}

/** Another way to pay, by its own method: a token is worth nothing at another provider. */
export class AlternativeRequest {
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: ProviderName;

  @IsObject()
  @ValidateNested()
  @Type(() => PaymentMethodRequest)
  method!: PaymentMethodRequest;
}

export class CardRequest {
  /** The provider's fingerprint of the card, equal for equal cards. */
  @IsOptional()
  @IsId(1, 128)
  fingerprint?: string;

  @ApiPropertyOptional({ example: 'OM' })
  @IsOptional()
  @Matches(COUNTRY, COUNTRY_MESSAGE)
  country?: string;
}

/** Everything an upstream service says about a payment. Ids are its own, never personal data. */
export class InitiateRequest {
  @ApiProperty({ example: 'order-1001' })
  @IsId(1, 128)
  orderId!: string;

  @ApiProperty({ example: 'merchant-1' })
  @IsId(1, 128)
  merchantId!: string;

  @ApiProperty({ example: 'customer-7' })
  @IsId(1, 128)
  customerId!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;

  /** Default: the one that takes the method: Stripe cards, PayPal accounts. */
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: ProviderName;

  @IsObject()
  @ValidateNested()
  @Type(() => PaymentMethodRequest)
  method!: PaymentMethodRequest;

  /**
   * Other ways that the payer agreed to, best first. The routing policy may prefer one of them, and
   * the payment goes there while its provider certainly took nothing. Without any it never does.
   */
  @ApiPropertyOptional({ type: [AlternativeRequest], maxItems: 3 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AlternativeRequest)
  alternatives?: AlternativeRequest[];

  /** How far the payment goes by itself once its risk allows it. */
  @ApiPropertyOptional({ enum: ['initiate', 'authorise', 'capture'], default: 'authorise' })
  @IsOptional()
  @IsIn(['initiate', 'authorise', 'capture'])
  intent?: 'initiate' | 'authorise' | 'capture';

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CardRequest)
  card?: CardRequest;

  @IsOptional()
  @IsId(1, 128)
  deviceId?: string;

  @ApiPropertyOptional({ example: 'OM' })
  @IsOptional()
  @Matches(COUNTRY, COUNTRY_MESSAGE)
  ipCountry?: string;

  @ApiPropertyOptional({ example: 'OM' })
  @IsOptional()
  @Matches(COUNTRY, COUNTRY_MESSAGE)
  shippingCountry?: string;

  /** At most 50 entries; keys up to 40 characters, values up to 500. No personal data. */
  @ApiPropertyOptional({
    type: 'object',
    maxProperties: 50,
    additionalProperties: {
      type: 'string',
      maxLength: 500,
      pattern: '^[^\\u0000\\ud800-\\udfff]*$',
    },
  })
  @IsOptional()
  @IsMetadata()
  metadata?: Record<string, string>;

  /**
   * Where the payer comes back to after 3-D Secure or an approval, with `payment` added to its
   * query. Of an origin that the operator allows, over https. Default: the operator's. The provider
   * may add a secret of its own to the query; keep it out of logs.
   */
  @ApiPropertyOptional({
    format: 'uri',
    maxLength: RETURN_URL_CHARS_MAX,
    pattern: '^https?://[^\\s\\\\@]+$',
    example: 'https://shop.example/orders/1001/return',
  })
  @IsOptional()
  @IsReturnUrl()
  returnUrl?: string;

  /**
   * When the payer acted, if it was before now: at most 24 hours ago, unless the operator set other
   * bounds. Only an imported payment may be older.
   */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  occurredAt?: string;

  /**
   * True for a payment of the past that is sent again, as from a file: it counts for fraud at its
   * `occurredAt`, which it has to name. Only for clients that the operator lets import.
   */
  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  imported?: boolean;
}
