import { Refusal, type RefusalDetails } from '#refusal';

/** Why a change of keys, people or roles is refused; codes are API. */
export const ACCESS_ERRORS = {
  'key-not-known': 'There is no key of this id.',
  'key-needs-person': 'A key of this role acts for a person; say whose it is.',
  'key-expiry-past': 'A key cannot expire before it is made.',
  'key-limit-reached':
    'Two keys of this client and role are live, enough to change one for the other; revoke one.',
  'person-not-known': 'There is no one of this name.',
  'grant-past': 'A role cannot lapse before it is given.',
  'invitation-invalid': 'This invitation is not known, or its time is over; ask for another.',
  'invitation-spent': 'This invitation has set a password already; ask for another.',
  'admin-there': 'There is an administrator already, who invites others.',
  'own-grant': 'No one gives a role or a key to themselves; ask another administrator.',
} as const;

export type AccessErrorCode = keyof typeof ACCESS_ERRORS;

/** A command broke a rule of access. */
export class AccessError extends Refusal<AccessErrorCode> {
  override readonly name = 'AccessError';

  constructor(code: AccessErrorCode, details: RefusalDetails = {}) {
    super(ACCESS_ERRORS, code, details);
  }
}
