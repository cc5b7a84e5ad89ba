import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';
import { MESSAGE_KEY_LENGTH_MIN } from '#messaging';

/** Everything standalone reads from its environment; its children get the rest as it is. */
export class Config {
  /** Address that every process listens on. */
  @IsString()
  HOST = '127.0.0.1';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** The one folder that everything is kept in. */
  @IsString()
  DATA_DIR = './data';

  /** Port of command-service. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  COMMAND_PORT = 3000;

  /** Port of projection-service: queries and the page. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  QUERY_PORT = 3001;

  /** Port of fraud-worker's health. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  FRAUD_PORT = 3002;

  /** Port of operations. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  OPERATIONS_PORT = 3003;

  /** Port of standalone's own health: which of the parts run. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  STANDALONE_PORT = 3004;

  /** Port of provider-sandbox. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  SANDBOX_PORT = 3010;

  /** Port of the embedded event store's door. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  EVENTSTORE_PORT = 2113;

  /** Port of the nats-server that standalone starts. */
  @IsInt()
  @Min(1)
  @Max(65_535)
  NATS_PORT = 4222;

  /** Port of the embedded PostgreSQL. */
  @IsInt()
  @Min(1)
  @Max(65_535)
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

  /** Set: an existing PostgreSQL instead of the embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;
}
