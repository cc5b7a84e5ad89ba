import { IntersectionType, PickType } from '@nestjs/mapped-types';
import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';
import { MESSAGE_KEY_LENGTH_MIN } from '#messaging';
import { HttpConfig, IsPortNumber, IsRate, PrivacyConfig } from '#platform';

/**
 * Everything standalone reads from its environment; its children get the rest as it is, and HOST is
 * the address that each of them listens on.
 */
export class Config extends IntersectionType(
  PickType(HttpConfig, ['HOST', 'LOG_LEVEL']),
  PrivacyConfig,
) {
  /** The one folder that everything is kept in. */
  @IsString()
  DATA_DIR = './data';

  /** Port of command-service. */
  @IsPortNumber()
  COMMAND_PORT = 3000;

  /** Port of projection-service: queries and the page. */
  @IsPortNumber()
  QUERY_PORT = 3001;

  /** Port of fraud-worker's health. */
  @IsPortNumber()
  FRAUD_PORT = 3002;

  /** Port of operations. */
  @IsPortNumber()
  OPERATIONS_PORT = 3003;

  /** Port of standalone's own health: which of the parts run. */
  @IsPortNumber()
  STANDALONE_PORT = 3004;

  /** Port of provider-sandbox. */
  @IsPortNumber()
  SANDBOX_PORT = 3010;

  /** Port of the embedded event store's door. */
  @IsPortNumber()
  EVENTSTORE_PORT = 2113;

  /** Port of the nats-server that standalone starts. */
  @IsPortNumber()
  NATS_PORT = 4222;

  /** Port of the embedded PostgreSQL. */
  @IsPortNumber()
  POSTGRES_PORT = 5433;

  /** Set: an existing EventStoreDB or KurrentDB instead of the embedded event store. */
  @IsOptional()
  @Matches(/^esdb(\+discover)?:\/\//)
  EVENTSTORE_URL?: string;

  /** Set: an existing NATS with JetStream instead of a nats-server of our own. */
  @IsOptional()
  @Matches(/^(nats|tls):\/\//)
  NATS_URL?: string;

  /**
   * Secret, for fraud workers elsewhere that have the same. Unset: one of the data folder's own.
   */
  @IsOptional()
  @MinLength(MESSAGE_KEY_LENGTH_MIN)
  NATS_MESSAGE_KEY?: string;

  /** As in command-service. Off: stories and files of past payments play days in seconds. */
  @IsRate('CHECKOUTS_PER_CUSTOMER')
  CHECKOUTS_PER_CUSTOMER = 'off';

  /** As in operations. Allowed: a person who tries this system receives on the same machine. */
  @IsIn(['refused', 'allowed'])
  WEBHOOK_PRIVATE_NETWORKS: 'refused' | 'allowed' = 'allowed';

  /** Set: an existing PostgreSQL instead of the embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;
}

/** What backup and restore read from their environment when no option names it. */
export class BackupConfig extends PickType(Config, ['DATA_DIR']) {
  /** Folder of the trained models. */
  @IsString()
  MODELS_DIR = './models';
}
