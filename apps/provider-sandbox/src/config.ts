import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

const LOCAL_URL = { require_tld: false, require_protocol: true };

/** As in `charge.captured,refund.failed`. */
const EVENT_TYPES = /^[\w.-]+(,[\w.-]+)*$/;

/** Everything the provider sandbox reads from its environment. */
export class Config {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3010;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** The sandbox keeps its books and its certificates in `provider-sandbox` below it. */
  @IsString()
  DATA_DIR = './data';

  /** `memory`: faster, for benchmarks; the books end with the process, and old records before. */
  @IsIn(['disk', 'memory'])
  SANDBOX_STORE: 'disk' | 'memory' = 'disk';

  /** Signs Stripe's webhooks, as the signing secret of an endpoint does. */
  @Matches(/^whsec_/)
  STRIPE_WEBHOOK_SECRET = 'whsec_sandbox';

  /** Id of the webhook subscription; part of what PayPal signs. */
  @IsString()
  @MinLength(1)
  PAYPAL_WEBHOOK_ID = 'SANDBOX-WEBHOOK';

  /** Unset: Stripe's events are kept and can be listed, but nobody is told. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  SANDBOX_WEBHOOK_URL_STRIPE?: string;

  /** Unset: PayPal's events are kept and can be listed, but nobody is told. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  SANDBOX_WEBHOOK_URL_PAYPAL?: string;

  /** The types of events that Stripe's endpoint has subscribed to, by commas; unset: all. */
  @IsOptional()
  @Matches(EVENT_TYPES)
  SANDBOX_WEBHOOK_EVENTS_STRIPE?: string;

  /** The same for PayPal. */
  @IsOptional()
  @Matches(EVENT_TYPES)
  SANDBOX_WEBHOOK_EVENTS_PAYPAL?: string;

  /** How payers and callers reach this process, when that is not http://HOST:PORT. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  SANDBOX_PUBLIC_URL?: string;
}
