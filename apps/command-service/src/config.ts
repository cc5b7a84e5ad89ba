import { IntersectionType } from '@nestjs/mapped-types';
import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';
import { MESSAGE_KEY_LENGTH_MIN } from '#messaging';
import {
  ApiKeysConfig,
  HttpConfig,
  IsIntegerFrom,
  IsPortNumber,
  IsRate,
  IsServiceUrl,
  IsText,
  PrivacyConfig,
  ProviderConfig,
  ROLES,
} from '#platform';

const CRASH_POINT =
  /^((authorise|increment|reauthorise|cancel|capture|void|refund):(promised|answered|recorded)|erase:(requested|destroyed))$/;
/** Of https, or of this machine. */
const ORIGIN = '(https://[a-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\]))(:\\d{1,5})?';
const ORIGINS = new RegExp(`^(${ORIGIN}(,${ORIGIN})*)?$`);

const ISSUER = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])[^\s?#]*$/;
const RETURN =
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1):)[^\s?#]*\/session\/single-sign-on\/return$/;
const GROUP_ROLE = `[^=,]{1,128}=(${ROLES.filter((role) => role !== 'service').join('|')})`;
const OIDC_ROLES = new RegExp(`^(${GROUP_ROLE}(,${GROUP_ROLE})*)?$`);

/** Everything command-service reads from its environment. */
export class Config extends IntersectionType(
  HttpConfig,
  ApiKeysConfig,
  ProviderConfig,
  PrivacyConfig,
) {
  override PORT = 3000;

  /** Where the embedded event store and the resumer's snapshot live. */
  @IsString()
  DATA_DIR = './data';

  /** Unset: the embedded event store under DATA_DIR, and its door on EVENTSTORE_PORT. */
  @IsOptional()
  @Matches(/^esdb(\+discover)?:\/\//)
  EVENTSTORE_URL?: string;

  /** Port of the embedded event store's door for the other processes. */
  @IsPortNumber({ min: 0 })
  EVENTSTORE_PORT = 2113;

  /** Address of that door; any other than loopback needs the three files below. */
  @IsString()
  EVENTSTORE_HOST = '127.0.0.1';

  /** PEM file of the door's certificate, with the chain to its root. Unset: no TLS. */
  @IsOptional()
  @IsString()
  EVENTSTORE_TLS_CERT_FILE?: string;

  /** Secret. PEM file of the certificate's key. */
  @IsOptional()
  @IsString()
  EVENTSTORE_TLS_KEY_FILE?: string;

  /** Who may use the door with TLS: a JSON list of `{ login, groups, passwordHash }`. */
  @IsOptional()
  @IsString()
  EVENTSTORE_USERS_FILE?: string;

  /** Secret, without NATS_URL: the login with which the scorer in this process uses that door. */
  @IsOptional()
  @Matches(/^esdb:\/\//)
  EVENTSTORE_SCORER_URL?: string;

  /** Where projection-service is, for callers of this one. Unset: its addresses say so. */
  @IsOptional()
  @IsServiceUrl()
  PROJECTION_SERVICE_URL?: string;

  /** Where operations is, likewise. */
  @IsOptional()
  @IsServiceUrl()
  OPERATIONS_URL?: string;

  /** Unset: scoring runs in a worker thread of this process. */
  @IsOptional()
  @Matches(/^(nats|tls):\/\//)
  NATS_URL?: string;

  /** Secret, with NATS_URL: what this service and the fraud workers seal their messages with. */
  @IsOptional()
  @MinLength(MESSAGE_KEY_LENGTH_MIN)
  NATS_MESSAGE_KEY?: string;

  /** Secret; while it is being rotated several, separated by commas. */
  @Matches(/^whsec_[^,]+(,whsec_[^,]+)*$/)
  STRIPE_WEBHOOK_SECRET!: string;

  /** Id of the webhook subscription at PayPal. */
  @IsString()
  @MinLength(1)
  PAYPAL_WEBHOOK_ID!: string;

  /**
   * How PayPal's webhooks are checked: `certificate` here, by the two settings below; `postback`
   * asks PayPal about each delivery, which then waits for its answer.
   */
  @IsIn(['certificate', 'postback'])
  PAYPAL_WEBHOOK_VERIFICATION: 'certificate' | 'postback' = 'certificate';

  /** PEM file of the root that PayPal's webhook certificates chain to. Unset: none is trusted. */
  @IsOptional()
  @IsString()
  PAYPAL_WEBHOOK_CA_FILE?: string;

  /** Hosts that a webhook's certificate may be fetched from, separated by commas. */
  @IsString()
  PAYPAL_WEBHOOK_CERT_HOSTS = 'api.paypal.com,api.sandbox.paypal.com';

  /** The provider of identities at which people may sign in. Unset: at none. */
  @IsOptional()
  @Matches(ISSUER, { message: 'must be an address of https, or of this machine' })
  OIDC_ISSUER?: string;

  /** What that provider calls Assay. */
  @IsOptional()
  @IsText(1, 256)
  OIDC_CLIENT_ID?: string;

  /** Secret. What Assay shows that provider. */
  @IsOptional()
  @IsText(1, 1_024)
  OIDC_CLIENT_SECRET?: string;

  /** Where that provider sends people back to: `https://…/session/single-sign-on/return`. */
  @IsOptional()
  @Matches(RETURN, { message: 'must be https://…/session/single-sign-on/return' })
  OIDC_RETURN_URL?: string;

  /** Which claim has the name that decisions are recorded under. */
  @Matches(/^[\w:/.-]{1,128}$/)
  OIDC_PERSON_CLAIM = 'preferred_username';

  /** Which claim has the groups that OIDC_ROLES speaks of. */
  @Matches(/^[\w:/.-]{1,128}$/)
  OIDC_GROUPS_CLAIM = 'groups';

  /** Which group gives which role, for as long as a session lasts: `finance=auditor,…`. */
  @Matches(OIDC_ROLES, { message: 'must be group=role, separated by commas' })
  OIDC_ROLES = '';

  /** Where payers come back to whose payment names no `returnUrl`. Unset: each has to name one. */
  @IsOptional()
  @IsServiceUrl()
  PAYER_RETURN_URL?: string;

  /** Origins that a `returnUrl` may have beside that of PAYER_RETURN_URL, separated by commas. */
  @Matches(ORIGINS, { message: 'must be origins as in https://shop.example, separated by commas' })
  RETURN_URL_ORIGINS = '';

  /** How long a payer may take to approve; then the payment is cancelled. In minutes. */
  @IsIntegerFrom(1, 10_080)
  PAYER_ACTION_MINUTES = 180;

  /** How long a promise may stay without an outcome before a person is asked. In minutes. */
  @IsIntegerFrom(1, 10_080)
  ESCALATE_AFTER_MINUTES = 60;

  /** How often the provider's list of events is compared with the deliveries. In milliseconds. */
  @IsIntegerFrom(100, 86_400_000)
  GAP_SEARCH_EVERY_MS = 300_000;

  /**
   * How far the first comparison looks back, in days; later ones begin where the last one ended.
   * The providers keep their lists for 30 days.
   */
  @IsIntegerFrom(0, 30)
  GAP_LOOK_BACK_DAYS = 30;

  /** How long a fact may wait for what it follows from; then a person is asked. In minutes. */
  @IsIntegerFrom(1, 43_200)
  PARK_MINUTES = 1_440;

  /** off: payments are recorded as unscored and go on. */
  @IsIn(['on', 'off'])
  FRAUD_SCORING: 'on' | 'off' = 'on';

  /** Longest wait for a score, in milliseconds; then the degraded policy decides. */
  @IsIntegerFrom(5, 10_000)
  FRAUD_TIMEOUT_MS = 150;

  /** How long ago a payment may have been made that is not imported. In hours. */
  @IsIntegerFrom(0, 8_760)
  OCCURRED_AT_PAST_HOURS = 24;

  /** How long an analyst has a case, unless the request says. In minutes. */
  @IsIntegerFrom(1, 480)
  CASE_LEASE_MINUTES = 30;

  /** How long a held payment may wait for its decision; then it is escalated. In minutes. */
  @IsIntegerFrom(1, 43_200)
  CASE_DUE_MINUTES = 1_440;

  /**
   * How many payments one customer may begin, each by a command of its own: `1/s`, or `off`. The
   * same Idempotency-Key again is a repeat and never refused; batches are not checkouts.
   */
  @IsRate('CHECKOUTS_PER_CUSTOMER')
  CHECKOUTS_PER_CUSTOMER = '1/s';

  /**
   * Up to how much one person writes off or matches by hand, in whole units of any currency; above
   * it a second one has to agree.
   */
  @IsIntegerFrom(0, 1_000_000_000)
  EXCEPTION_LIMIT = 100;

  /** How far ahead of this machine's clock a sender's may be. In minutes. */
  @IsIntegerFrom(0, 60)
  OCCURRED_AT_FUTURE_MINUTES = 5;

  /**
   * Clients that may import payments of any past time, separated by commas; unset: none. Such
   * payments count for fraud when they were made, not when they were recorded.
   */
  @Matches(/^([a-z0-9-]{1,64}(,[a-z0-9-]{1,64})*)?$/, { message: 'must be names of clients' })
  IMPORT_CLIENTS = '';

  @IsString()
  MODELS_DIR = './models';

  /** What the console was built into. Without it, its address says so. */
  @IsString()
  CONSOLE_DIR = './dist/console';

  /** How long a promise stays open before the resumer takes it up, in milliseconds. */
  @IsIntegerFrom(50, 600_000)
  RESUME_AFTER_MS = 5_000;

  /** For crash tests: the step at which this process ends itself, as in `capture:promised`. */
  @IsOptional()
  @Matches(CRASH_POINT)
  CRASH_AT?: string;
}
