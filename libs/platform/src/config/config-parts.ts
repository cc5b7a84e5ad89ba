import { applyDecorators } from '@nestjs/common';
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
import { IsOriginList } from '../validation/origin-list.validator.js';
import { IsRates } from '../limits/rate.validator.js';
import { API_KEYS_PATTERN } from '../keys/api-keys.js';

/** A whole number between two, which are allowed. */
export function IsIntegerFrom(min: number, max: number): PropertyDecorator {
  return applyDecorators(IsInt(), Min(min), Max(max));
}

/** The port of a TCP address. @param min 0 lets the system choose one. */
export function IsPortNumber({ min = 1 } = {}): PropertyDecorator {
  return IsIntegerFrom(min, 65_535);
}

/** A URL whose host may be a plain name, as in `http://localhost:3000`. */
export function IsServiceUrl(): PropertyDecorator {
  return IsUrl({ require_tld: false, require_protocol: true });
}

/** Of a process that listens on one port. Its config class sets the default of PORT. */
export class HttpConfig {
  @IsString()
  HOST = '127.0.0.1';

  @IsPortNumber({ min: 0 })
  PORT!: number;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** Origins whose pages may call, separated by commas; `*`: all. Empty: none. */
  @IsOriginList()
  CORS_ORIGINS = '';

  /** Whether browsers may send such pages' cookies and client certificates along. */
  @IsIn(['yes', 'no'])
  CORS_CREDENTIALS: 'yes' | 'no' = 'no';

  /**
   * How much each client may ask for, instead of the usual limits, separated by commas:
   * `class=100/s` for all, `client:class=100/s` for one; `/min` and `/h` too, `off` for no limit.
   * The classes are commands, reads, exports, sign-in and webhooks.
   */
  @IsRates()
  RATE_LIMITS = '';

  /** For how long browsers shall ask this host over https alone, in seconds; 0: not said. */
  @IsIntegerFrom(0, 63_072_000)
  HSTS_SECONDS = 0;
}

/** Of a process that reads an event store over the network. */
export class StoreConfig {
  @Matches(/^esdb(\+discover)?:\/\//, { message: 'EVENTSTORE_URL must begin with esdb://' })
  EVENTSTORE_URL = 'esdb://127.0.0.1:2113?tls=false';
}

/** Of a process that opens sealed personal texts, or seals them. */
export class PrivacyConfig {
  /** Where the keys of personal texts are. Unset: sealed texts stay sealed, see each process. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  PRIVACY_DIR?: string;

  /**
   * Secret. Wraps those keys: 64 hexadecimal digits, several while one takes over from another,
   * the new one first, separated by commas. Empty: the file `master.key` beside them.
   */
  @Matches(/^([0-9a-fA-F]{64}(,[0-9a-fA-F]{64})*)?$/, {
    message: 'PRIVACY_MASTER_KEY must be 64 hexadecimal digits, or several separated by commas',
  })
  PRIVACY_MASTER_KEY = '';
}

/** Of a process that takes requests with API keys. */
export class ApiKeysConfig {
  /** `client:role:sha256-hex-of-key`, separated by commas. */
  @Matches(API_KEYS_PATTERN, { message: 'API_KEYS must be client:role:sha256,…' })
  API_KEYS!: string;
}

/** Of a process that calls Stripe and PayPal. */
export class ProviderConfig {
  /** Secret. Its prefix decides whether real money moves: sk_test_ or sk_live_. */
  @Matches(/^(sk|rk)_(test|live)_/)
  STRIPE_SECRET_KEY!: string;

  /** Unset: the real Stripe. */
  @IsOptional()
  @IsServiceUrl()
  STRIPE_API_URL?: string;

  @IsString()
  @MinLength(1)
  PAYPAL_CLIENT_ID!: string;

  /** Secret. */
  @IsString()
  @MinLength(1)
  PAYPAL_CLIENT_SECRET!: string;

  @IsIn(['sandbox', 'live'])
  PAYPAL_ENVIRONMENT: 'sandbox' | 'live' = 'sandbox';

  /** Unset: the real PayPal. */
  @IsOptional()
  @IsServiceUrl()
  PAYPAL_API_URL?: string;

  /** Longest wait for a provider's answer, in milliseconds. */
  @IsIntegerFrom(100, 60_000)
  PROVIDER_TIMEOUT_MS = 10_000;
}
