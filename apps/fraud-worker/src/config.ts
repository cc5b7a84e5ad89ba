import { IsIn, IsInt, IsString, Matches, Max, Min, MinLength } from 'class-validator';
import { MESSAGE_KEY_LENGTH_MIN } from '#messaging';

/** Everything fraud-worker reads from its environment. */
export class Config {
  @IsString()
  HOST = '127.0.0.1';

  /** Of the health endpoints; requests come over NATS. */
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3002;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** Where the snapshot of the features is kept, in a folder of this worker's own. */
  @IsString()
  DATA_DIR = './data';

  @Matches(/^esdb(\+discover)?:\/\//)
  EVENTSTORE_URL = 'esdb://127.0.0.1:2113?tls=false';

  @Matches(/^(nats|tls):\/\//)
  NATS_URL = 'nats://127.0.0.1:4222';

  /** Secret: what command-service and the fraud workers seal their messages with. */
  @IsString()
  @MinLength(MESSAGE_KEY_LENGTH_MIN)
  NATS_MESSAGE_KEY!: string;

  @IsString()
  MODELS_DIR = './models';
}

/** What the training job reads from it. */
export class TrainingConfig {
  @Matches(/^esdb(\+discover)?:\/\//)
  EVENTSTORE_URL = 'esdb://127.0.0.1:2113?tls=false';

  @IsString()
  MODELS_DIR = './models';
}

/** What the list of dead letters reads from it. */
export class DeadLettersConfig {
  @Matches(/^(nats|tls):\/\//)
  NATS_URL = 'nats://127.0.0.1:4222';

  @IsString()
  @MinLength(MESSAGE_KEY_LENGTH_MIN)
  NATS_MESSAGE_KEY!: string;
}
