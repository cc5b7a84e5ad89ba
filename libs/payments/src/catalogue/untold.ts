import type { Untold } from './entry.js';

/** Why clients get no message about a promise. */
export const PROMISE = {
  untold: 'a promise; its outcome is announced',
} as const satisfies Untold;
