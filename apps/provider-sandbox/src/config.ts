import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';
import { HttpConfig, IsServiceUrl } from '#platform';

/** As in `charge.captured,refund.failed`. */
const EVENT_TYPES = /^[\w.-]+(,[\w.-]+)*$/;

/** Everything the provider sandbox reads from its environment. */
export class Config extends HttpConfig {
  override PORT = 3010;

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

  /** Unset: Stripe's events are kept and can be listed, and none is sent. */
  @IsOptional()
  @IsServiceUrl()
  SANDBOX_WEBHOOK_URL_STRIPE?: string;

  /** Unset: PayPal's events are kept and can be listed, and none is sent. */
  @IsOptional()
  @IsServiceUrl()
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
  @IsServiceUrl()
  SANDBOX_PUBLIC_URL?: string;
}
