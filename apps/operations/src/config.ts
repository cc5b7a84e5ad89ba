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
import { API_KEYS_PATTERN } from '#platform';

const LOCAL_URL = { require_tld: false, require_protocol: true };

/** Everything operations reads from its environment. */
export class Config {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3003;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** Holds what is still to be told to clients, and the key of its signatures. */
  @IsString()
  @MinLength(1)
  DATA_DIR = './data';

  /** Whether webhooks may go to addresses that are not of the public Internet. */
  @IsIn(['refused', 'allowed'])
  WEBHOOK_PRIVATE_NETWORKS: 'refused' | 'allowed' = 'refused';

  @Matches(/^esdb(\+discover)?:\/\//)
  EVENTSTORE_URL = 'esdb://127.0.0.1:2113?tls=false';

  /** `client:role:sha256-hex-of-key`, separated by commas. */
  @Matches(API_KEYS_PATTERN, { message: 'API_KEYS must be client:role:sha256,…' })
  API_KEYS!: string;

  /** Secret. */
  @Matches(/^(sk|rk)_(test|live)_/)
  STRIPE_SECRET_KEY!: string;

  /** Unset: the real Stripe. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
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
  @IsUrl(LOCAL_URL)
  PAYPAL_API_URL?: string;

  /** Longest wait for a provider's answer, in milliseconds. */
  @IsInt()
  @Min(100)
  @Max(60_000)
  PROVIDER_TIMEOUT_MS = 10_000;

  /** From one import of a provider's books to the next, in milliseconds. */
  @IsInt()
  @Min(1_000)
  @Max(86_400_000)
  OPERATIONS_SETTLEMENT_INTERVAL_MS = 900_000;

  /** What the monthly training runs, without a shell: words separated by spaces. */
  @IsString()
  @MinLength(1)
  TRAINER_COMMAND = 'node dist/apps/fraud-worker/src/train.js';

  /** What compares a challenger with the champion, likewise. */
  @IsString()
  @MinLength(1)
  JUDGE_COMMAND = 'node dist/apps/fraud-worker/src/judge.js';

  /** What replays history for a what-if, likewise. */
  @IsString()
  @MinLength(1)
  WHAT_IF_COMMAND = 'node dist/apps/fraud-worker/src/what-if.js';
}
