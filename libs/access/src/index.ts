export { callerOfKey, callerOfPerson, callerOfSession, NO_ACCESS, type Access } from './access.js';
export {
  ACCESS_LOG_STREAM,
  upcastAccesses,
  type AccessEntry,
  type AccessesNoted,
} from './access-log.js';
export { isOfMerchants, personOf, type Caller } from './caller.js';
export { createKey, importKeys, revokeKey, type VariableKey } from './decide-keys.js';
export {
  disablePerson,
  grantRole,
  invite,
  inviteFirst,
  personIn,
  revokeRole,
} from './decide-people.js';
export { ACCESS_ERRORS, AccessError, type AccessErrorCode } from './errors.js';
export type { ApiKeyCreated, ApiKeyRevoked, KeyEvent, KeyFacts } from './key-events.js';
export { callerWith, NO_KEYS, statusOf, type Keys, type KeyStatus, type KnownKey } from './keys.js';
export type { Grant, PersonEvent, PersonInvited } from './people-events.js';
export { NO_PEOPLE, rolesInForce, type People, type Person } from './people.js';
export {
  NO_RIGHTS,
  RIGHTS_STREAM,
  RIGHTS_STREAM_TYPE,
  type Rights,
  type RightsEvent,
} from './rights.js';
export { PAYMENT_READERS, ROLES, withBroader, type Role } from './roles.js';
export type { SessionEvent } from './session-events.js';
export {
  hasEnded,
  OpenSessions,
  SESSION_STREAM,
  upcastSession,
  type OpenSession,
} from './sessions.js';
export type { CredentialsSet, SignedIn, SignInEvent } from './sign-in-events.js';
export {
  linkAccount,
  setCredentials,
  SIGN_IN_STREAM_TYPE,
  signIn,
  signInStream,
  waitMsOf,
  type SignInState,
} from './sign-in.js';
