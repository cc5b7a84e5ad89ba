import type { Role } from '../client/session.js';
import type { WordId } from '../words/en.js';

type Page = {
  readonly to:
    '/queue' | '/payments' | '/money' | '/reconciliation' | '/audit' | '/approvals' | '/operations';
  readonly name: WordId;
  /** After `g`. */
  readonly letter: string;
  readonly roles: readonly Role[];
};

const STAFF: readonly Role[] = ['analyst', 'auditor', 'operator'];

/** In the order of the bar; each role sees what it may use. */
export const PAGES: readonly Page[] = [
  { to: '/queue', name: 'page.queue', letter: 'Q', roles: STAFF },
  { to: '/payments', name: 'page.payments', letter: 'P', roles: [...STAFF, 'service'] },
  { to: '/money', name: 'page.money', letter: 'M', roles: STAFF },
  { to: '/reconciliation', name: 'page.reconciliation', letter: 'R', roles: STAFF },
  { to: '/audit', name: 'page.audit', letter: 'A', roles: ['auditor'] },
  { to: '/approvals', name: 'page.approvals', letter: 'V', roles: STAFF },
  { to: '/operations', name: 'page.operations', letter: 'O', roles: STAFF },
];

/** Where each role begins. */
export const LANDING: Readonly<Record<Role, Page['to']>> = {
  analyst: '/queue',
  auditor: '/audit',
  operator: '/operations',
  service: '/payments',
};
