import { Refusal, type RefusalDetails } from '#refusal';

/** Why a change of keys, people or roles is refused; codes are API. */
export const ACCESS_ERRORS = {
  'key-not-known': 'There is no key of this id.',
  'key-needs-person': 'A key of this role acts for a person; say whose it is.',
  'key-expiry-past': 'A key cannot expire before it is made.',
  'key-limit-reached':
    'Two keys of this client and role are live, enough to change one for the other; revoke one.',
  'own-grant': 'Nobody gives a role or a key to themselves; ask another administrator.',
} as const;

export type AccessErrorCode = keyof typeof ACCESS_ERRORS;

/** A command broke a rule of access. */
export class AccessError extends Refusal<AccessErrorCode> {
  override readonly name = 'AccessError';

  constructor(code: AccessErrorCode, details: RefusalDetails = {}) {
    super(ACCESS_ERRORS, code, details);
  }
}
