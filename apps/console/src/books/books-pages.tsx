import type { ReactNode } from 'react';
import { SubPages } from '../parts/sub-pages.js';
import { SEE_EXCEPTIONS, useDuties } from '../session/duties.js';
import { useSayOf } from '../words/part.js';
import { BOOKS_WORDS } from './words.js';

const SEE_IMPORTS = ['auditor', 'reconciler', 'operator'] as const;

/** What belongs to agreeing with providers and banks, as the caller's role may see it. */
export function BooksPages(): ReactNode {
  const say = useSayOf(BOOKS_WORDS);
  const { may } = useDuties();
  const pages = [
    { to: '/reconciliation', name: say('overview'), isSeen: true },
    {
      to: '/reconciliation/exceptions',
      name: say('exceptions'),
      isSeen: may(SEE_EXCEPTIONS),
    },
    { to: '/reconciliation/imports', name: say('imports'), isSeen: may(SEE_IMPORTS) },
    { to: '/reconciliation/periods', name: say('periods'), isSeen: true },
    { to: '/reconciliation/adjustments', name: say('adjustments'), isSeen: true },
  ];
  return <SubPages label={say('pages')} of={pages.filter(({ isSeen }) => isSeen)} />;
}
