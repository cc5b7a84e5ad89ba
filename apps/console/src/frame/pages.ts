import type { Role } from '../client/session.js';
import type { WordId } from '../words/en.js';

type Page = {
  readonly to: '/queue';
  readonly name: WordId;
  /** After `g`. */
  readonly letter: string;
  readonly roles: readonly Role[];
};

/** In the order of the bar; each role sees what it may use and lands on the first. */
export const PAGES: readonly Page[] = [
  {
    to: '/queue',
    name: 'page.queue',
    letter: 'Q',
    roles: ['analyst', 'auditor', 'operator', 'service'],
  },
];
