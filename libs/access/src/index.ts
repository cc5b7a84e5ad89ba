export { personOf, type Caller } from './caller.js';
export { createKey, importKeys, revokeKey, type VariableKey } from './decide-keys.js';
export { ACCESS_ERRORS, AccessError, type AccessErrorCode } from './errors.js';
export type { ApiKeyCreated, ApiKeyRevoked, KeyEvent, KeyFacts } from './key-events.js';
export { callerWith, NO_KEYS, statusOf, type Keys, type KeyStatus, type KnownKey } from './keys.js';
export {
  NO_RIGHTS,
  RIGHTS_STREAM,
  RIGHTS_STREAM_TYPE,
  type Rights,
  type RightsEvent,
} from './rights.js';
export { PAYMENT_READERS, ROLES, withBroader, type Role } from './roles.js';
