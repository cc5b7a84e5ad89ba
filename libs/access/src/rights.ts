import { upcastOf } from '#event-shapes';
import type { KeyEvent } from './key-events.js';
import { evolveKeys, NO_KEYS, type Keys } from './keys.js';

/** Who may do what, in one stream: what one event takes away, no other order gives back. */
export const RIGHTS_STREAM = 'access-rights';

export type RightsEvent = KeyEvent;

export type Rights = { readonly keys: Keys };

export const NO_RIGHTS: Rights = { keys: NO_KEYS };

export const RIGHTS_STREAM_TYPE = {
  initial: NO_RIGHTS,
  evolve: (rights: Rights, event: RightsEvent): Rights => ({
    ...rights,
    keys: evolveKeys(rights.keys, event),
  }),
  upcast: upcastOf<RightsEvent>('access', { ApiKeyCreated: {}, ApiKeyRevoked: {} }),
};
