import { rolesOf, type Caller, type Role } from '../client/session.js';
import type { WordId } from '../words/en.js';

type Page = {
  readonly to:
    | '/queue'
    | '/payments'
    | '/money'
    | '/reconciliation'
    | '/audit'
    | '/models'
    | '/approvals'
    | '/operations'
    | '/access';
  readonly name: WordId;
  /** After `g`. */
  readonly letter: string;
  readonly roles: readonly Role[];
};

const DESK: readonly Role[] = ['analyst', 'senior-analyst', 'auditor', 'operator'];
const BOOKS: readonly Role[] = [...DESK, 'reconciler', 'approver'];

/** In the order of the bar; each role sees what it may use. */
export const PAGES: readonly Page[] = [
  { to: '/queue', name: 'page.queue', letter: 'Q', roles: DESK },
  { to: '/payments', name: 'page.payments', letter: 'P', roles: [...BOOKS, 'service'] },
  { to: '/money', name: 'page.money', letter: 'M', roles: BOOKS },
  { to: '/reconciliation', name: 'page.reconciliation', letter: 'R', roles: BOOKS },
  { to: '/audit', name: 'page.audit', letter: 'A', roles: ['auditor'] },
  { to: '/models', name: 'page.models', letter: 'D', roles: [...DESK, 'approver', 'admin'] },
  { to: '/approvals', name: 'page.approvals', letter: 'V', roles: [...BOOKS, 'admin'] },
  { to: '/operations', name: 'page.operations', letter: 'O', roles: BOOKS },
  { to: '/access', name: 'page.access', letter: 'K', roles: ['admin', 'auditor', 'operator'] },
];

/** Those of any role that the caller has. */
export function pagesOf(caller: Caller): readonly Page[] {
  const own = rolesOf(caller);
  return PAGES.filter(({ roles }) => own.some((role) => roles.includes(role)));
}

/** Where each role begins. */
export const LANDING: Readonly<Record<Role, Page['to']>> = {
  analyst: '/queue',
  'senior-analyst': '/queue',
  reconciler: '/reconciliation',
  approver: '/approvals',
  admin: '/access',
  auditor: '/audit',
  operator: '/operations',
  service: '/payments',
};
