import { IntersectionType } from '@nestjs/mapped-types';
import { IsIn, IsString, MinLength } from 'class-validator';
import {
  ApiKeysConfig,
  HttpConfig,
  IsIntegerFrom,
  PrivacyConfig,
  ProviderConfig,
  StoreConfig,
} from '#platform';

/** Everything operations reads from its environment. */
export class Config extends IntersectionType(
  HttpConfig,
  StoreConfig,
  ApiKeysConfig,
  ProviderConfig,
  PrivacyConfig,
) {
  override PORT = 3003;

  /** Holds what is still to be told to clients, and the key of its signatures. */
  @IsString()
  @MinLength(1)
  DATA_DIR = './data';

  /** Whether webhooks may go to addresses that are not of the public Internet. */
  @IsIn(['refused', 'allowed'])
  WEBHOOK_PRIVATE_NETWORKS: 'refused' | 'allowed' = 'refused';

  /** How long deliveries of webhooks can be looked up, in days. */
  @IsIntegerFrom(1, 365)
  WEBHOOK_DELIVERIES_KEPT_DAYS = 14;

  /** How long with them what was sent and answered, which holds data of payments, in hours. */
  @IsIntegerFrom(0, 8_760)
  WEBHOOK_BODIES_KEPT_HOURS = 72;

  /** From one import of a provider's books to the next, in milliseconds. */
  @IsIntegerFrom(1_000, 86_400_000)
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

  /**
   * Secret. What heads of the audit tree are signed with, `PRIVATE+KEY+…`; several, separated by
   * commas, sign each head while one takes over from another. Empty: the key of the data folder.
   */
  @IsString()
  AUDIT_SIGNING_KEY = '';

  /** A second place for signed heads, best on another machine. Empty: none. */
  @IsString()
  AUDIT_WITNESS_DIR = '';

  /** From one signed head to the next while events come, in milliseconds. */
  @IsIntegerFrom(1_000, 86_400_000)
  AUDIT_HEAD_INTERVAL_MS = 3_600_000;

  /** From one reading of the whole event store, to compare it with the tree, to the next. */
  @IsIntegerFrom(60_000, 2_678_400_000)
  AUDIT_VERIFICATION_INTERVAL_MS = 86_400_000;
}
