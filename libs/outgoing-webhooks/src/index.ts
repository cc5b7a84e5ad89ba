export {
  evolveEndpoint,
  mayReceive,
  type DisableReason,
  type EndpointEvent,
  type WebhookEndpoint,
} from './endpoint.js';
export { MESSAGE_TYPES, messageOf, messageTypeOf, type MessageType } from './message.js';
export { retryDelayMs, RETRY_DELAYS_MS } from './retry-schedule.js';
export { endpointSecret, sign, verifyWebhook, WebhookNotVerified } from './signature.js';
export { isPrivateAddress, troubleOfUrl } from './target.js';
