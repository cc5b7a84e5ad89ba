import { IntersectionType } from '@nestjs/mapped-types';
import { IsIn, IsString, Matches, MinLength } from 'class-validator';
import {
  ApiKeysConfig,
  HttpConfig,
  IsIntegerFrom,
  IsServiceUrl,
  PrivacyConfig,
  ProviderConfig,
  StoreConfig,
} from '#platform';
import { TARGETS_PATTERN } from './alert-settings/targets.js';
import { CHANNELS_PATTERN } from './alert-settings/channel-names.js';

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

  /** Rules of alerts, in files of Prometheus. */
  @IsString()
  @MinLength(1)
  ALERT_RULES_DIR = 'deploy/prometheus/rules';

  /** Whose metrics are read, `job=http://host:port,…`. Empty: rules are not evaluated here. */
  @Matches(TARGETS_PATTERN, { message: 'ALERT_TARGETS must be job=http://host:port,…' })
  ALERT_TARGETS = '';

  /** Secret. An operator's key, with which metrics are read. */
  @IsString()
  ALERT_METRICS_KEY = '';

  /** From one evaluation of the rules to the next, in milliseconds. */
  @IsIntegerFrom(100, 60_000)
  ALERT_INTERVAL_MS = 15_000;

  /** Channels that page a person, tried in this order until one takes it. */
  @Matches(CHANNELS_PATTERN, { message: 'ALERT_PAGE_CHANNELS must be channels with commas' })
  ALERT_PAGE_CHANNELS = 'pagerduty,sms,telegram,email';

  /** Channels that show every incident. */
  @Matches(CHANNELS_PATTERN, { message: 'ALERT_POST_CHANNELS must be channels with commas' })
  ALERT_POST_CHANNELS = 'slack,teams,webhook';

  /** Secret. Integration key of Events API v2. Empty: PagerDuty is disabled. */
  @IsString()
  PAGERDUTY_ROUTING_KEY = '';

  /** The service region's address. */
  @IsServiceUrl()
  PAGERDUTY_URL = 'https://events.pagerduty.com';

  /** Secret. Address of an incoming webhook. Empty: Slack is disabled. */
  @IsString()
  SLACK_WEBHOOK_URL = '';

  /** Secret. Address of a flow that posts adaptive cards. Empty: Microsoft Teams is disabled. */
  @IsString()
  TEAMS_WEBHOOK_URL = '';

  /** Secret. Empty: Telegram is disabled. */
  @IsString()
  TELEGRAM_BOT_TOKEN = '';

  /** The chat that the bot writes to. */
  @IsString()
  TELEGRAM_CHAT_ID = '';

  /** A Bot API server of one's own, or Telegram's. */
  @IsServiceUrl()
  TELEGRAM_URL = 'https://api.telegram.org';

  /** Account of Twilio. Empty: SMS is disabled. */
  @IsString()
  TWILIO_ACCOUNT_SID = '';

  /** Secret. */
  @IsString()
  TWILIO_AUTH_TOKEN = '';

  /** The number that SMS come from. */
  @IsString()
  TWILIO_FROM = '';

  /** The number that is called by SMS. */
  @IsString()
  TWILIO_TO = '';

  /** The service region's address. */
  @IsServiceUrl()
  TWILIO_URL = 'https://api.twilio.com';

  /** Where to post incidents as signed webhooks. Empty: disabled. */
  @IsString()
  ALERT_WEBHOOK_URL = '';

  /** Secret. What these are signed with, `whsec_…`. */
  @Matches(/^$|^whsec_[A-Za-z0-9+/=]{32,}$/, { message: 'ALERT_WEBHOOK_SECRET must be whsec_…' })
  ALERT_WEBHOOK_SECRET = '';

  /** Where people reach this system, for links in messages. Empty: messages have none. */
  @Matches(/^$|^https?:\/\/\S+$/, { message: 'ALERT_PUBLIC_URL must be a URL' })
  ALERT_PUBLIC_URL = '';

  /** Secret. As in `smtps://user:password@mail.example:465`. Empty: e-mail is disabled. */
  @IsString()
  ALERT_SMTP_URL = '';

  /** Whom alerts come from by e-mail. */
  @IsString()
  ALERT_EMAIL_FROM = 'assay@localhost';

  /** Who gets alerts by e-mail, separated by commas. */
  @IsString()
  ALERT_EMAIL_TO = '';
}
