import { upcastOf } from '#event-shapes';
import type { KeyEvent } from './key-events.js';
import { evolveKeys, NO_KEYS, type Keys } from './keys.js';
import type { PersonEvent } from './people-events.js';
import { evolvePeople, NO_PEOPLE, type People } from './people.js';

/** Who may do what, in one stream: what one event takes away, no other order gives back. */
export const RIGHTS_STREAM = 'access-rights';

export type RightsEvent = KeyEvent | PersonEvent;

export type Rights = { readonly keys: Keys; readonly people: People };

export const NO_RIGHTS: Rights = { keys: NO_KEYS, people: NO_PEOPLE };

export const RIGHTS_STREAM_TYPE = {
  initial: NO_RIGHTS,
  evolve: evolveRights,
  upcast: upcastOf<RightsEvent>('access', {
    ApiKeyCreated: { personal: { person: 'staff', createdBy: 'staff' } },
    ApiKeyRevoked: { personal: { revokedBy: 'staff' } },
    PersonInvited: { personal: { person: 'staff', invitedBy: 'staff' } },
    RoleGranted: { personal: { person: 'staff', grantedBy: 'staff' } },
    RoleRevoked: { personal: { person: 'staff', revokedBy: 'staff' } },
    PersonDisabled: { personal: { person: 'staff', disabledBy: 'staff' } },
  }),
};

function evolveRights(rights: Rights, event: RightsEvent): Rights {
  switch (event.type) {
    case 'ApiKeyCreated':
    case 'ApiKeyRevoked':
      return { ...rights, keys: evolveKeys(rights.keys, event) };
    default:
      return { ...rights, people: evolvePeople(rights.people, event) };
  }
}
