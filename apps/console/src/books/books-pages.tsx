import type { ReactNode } from 'react';
import { SubPages } from '../parts/sub-pages.js';
import { useCaller } from '../session/session-store.js';
import { useSayOf } from '../words/part.js';
import { BOOKS_WORDS } from './words.js';

const SEE_EXCEPTIONS: readonly string[] = ['auditor', 'reconciler', 'approver', 'operator'];
const SEE_IMPORTS: readonly string[] = ['auditor', 'reconciler', 'operator'];

/** What belongs to agreeing with providers and banks, as the caller's role may see it. */
export function BooksPages(): ReactNode {
  const say = useSayOf(BOOKS_WORDS);
  const { role } = useCaller();
  const pages = [
    { to: '/reconciliation', name: say('overview'), isSeen: true },
    {
      to: '/reconciliation/exceptions',
      name: say('exceptions'),
      isSeen: SEE_EXCEPTIONS.includes(role),
    },
    { to: '/reconciliation/imports', name: say('imports'), isSeen: SEE_IMPORTS.includes(role) },
    { to: '/reconciliation/periods', name: say('periods'), isSeen: true },
    { to: '/reconciliation/adjustments', name: say('adjustments'), isSeen: true },
  ];
  return <SubPages label={say('pages')} of={pages.filter(({ isSeen }) => isSeen)} />;
}
