import '../parts/parts.css';
import type { ReactNode } from 'react';
import { Trouble } from '../frame/trouble.js';
import { useSay } from '../words/language.js';
import { useSayOf } from '../words/part.js';
import { OneApproval } from './one-approval.js';
import { useWaiting } from './waiting.js';
import { APPROVAL_WORDS } from './words.js';

/** Everything that waits for a second person. */
export function ApprovalsPage(): ReactNode {
  const say = useSay();
  const sayHere = useSayOf(APPROVAL_WORDS);
  const { items, lists } = useWaiting();
  // A list that did not come may hold what waits.
  const isKnown = lists.every(({ isLoading, isError }) => !isLoading && !isError);
  return (
    <div className="parts-page">
      <h1>{say('page.approvals')}</h1>
      {lists.map((each, index) => (
        <Trouble key={index} of={each} />
      ))}
      {isKnown && items.length === 0 && <p className="panel soft">{sayHere('none')}</p>}
      {items.map((each) => (
        <OneApproval key={each.kind + each.id} of={each} />
      ))}
    </div>
  );
}
