export { Messaging, type Answerer, type Answering, type MessagingLog } from './messaging.js';
export type { ConsumerSpec, RunningConsumer } from './consumer.js';
export { MessagingUnavailable, NoResponder, RequestFailed, RequestTimedOut } from './errors.js';
export { deadSubject, FRAUD_WORKERS, STREAMS, SUBJECTS, type StreamSpec } from './subjects.js';
