export { decideEdit, hasSameTypes, type EndpointEdit } from './edit.js';
export {
  evolveEndpoint,
  isAddressedTo,
  upcastEndpoint,
  type DisableReason,
  type EndpointEvent,
  type SecretVersion,
  type WebhookEndpoint,
} from './endpoint.js';
export { ENDPOINT_ERRORS, EndpointError, type EndpointErrorCode } from './endpoint-errors.js';
export {
  MESSAGE_TYPES,
  messageOf,
  messageTypeOf,
  type AnnouncedEventType,
  type MessageType,
  type WebhookMessage,
} from './message.js';
export { MESSAGE_MEANINGS } from './message-meanings.js';
export { MESSAGE_SCHEMA } from './message-schema.js';
export { retryAfterMsOf, retryDelayMs, RETRY_DELAYS_MS } from './retry-schedule.js';
export { endpointSecret, sign, signingKeyId } from './signature.js';
export { isPrivateAddress, troubleOfUrl } from './target.js';
