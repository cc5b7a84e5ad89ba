export { Messaging, type Answerer, type Answering } from './messaging.js';
export type { MessagingLog } from './messaging-log.js';
export type { ConsumerSpec, RunningConsumer } from './consumer.js';
export type { DeadLetter } from './dead-letters.js';
export { MessagingUnavailable, NoResponder, RequestFailed, RequestTimedOut } from './errors.js';
export { deadSubject, FRAUD_WORKERS, STREAMS, SUBJECTS, type StreamSpec } from './subjects.js';
export {
  NATS_LOGINS,
  natsAuthorization,
  RECORD_CONSUMER,
  RESCORE_CONSUMER,
  type NatsLogin,
} from './permissions.js';
export { MESSAGE_KEY_LENGTH_MIN } from './seal.js';
