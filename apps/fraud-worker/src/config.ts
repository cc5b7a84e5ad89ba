import { IntersectionType, PartialType } from '@nestjs/mapped-types';
import { IsString, Matches, MinLength } from 'class-validator';
import { MESSAGE_KEY_LENGTH_MIN } from '#messaging';
import { ApiKeysConfig, HttpConfig, StoreConfig } from '#platform';

/** What the list of dead letters reads from its environment. */
export class DeadLettersConfig {
  @Matches(/^(nats|tls):\/\//)
  NATS_URL = 'nats://127.0.0.1:4222';

  /** Secret: what command-service and the fraud workers seal their messages with. */
  @IsString()
  @MinLength(MESSAGE_KEY_LENGTH_MIN)
  NATS_MESSAGE_KEY!: string;
}

/** What the training job reads from it. */
export class TrainingConfig extends StoreConfig {
  @IsString()
  MODELS_DIR = './models';
}

/** Everything fraud-worker reads from it. Without API_KEYS every request for metrics is refused. */
export class Config extends IntersectionType(
  HttpConfig,
  TrainingConfig,
  DeadLettersConfig,
  PartialType(ApiKeysConfig),
) {
  /** Of health and metrics; requests come over NATS. */
  override PORT = 3002;

  /** Where the snapshot of the features is kept, in a folder of this worker's own. */
  @IsString()
  DATA_DIR = './data';
}
