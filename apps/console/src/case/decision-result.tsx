import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ErrorText } from '../frame/trouble.js';
import { useSay } from '../words/language.js';
import type { Deciding } from './use-decision.js';

/** What came of a decision; a failed one is said at once, the others when there is a pause. */
export function DecisionResult({ of }: { readonly of: Deciding }): ReactNode {
  const say = useSay();
  const { standing } = of;
  return (
    <>
      <p role="status" className={standing.is === 'recorded' ? 'note note-good' : 'hidden'}>
        {standing.is === 'recorded' && say(`decided.${standing.decision}`)}
        {standing.is === 'sending' && say('decision.sending')}
      </p>
      {standing.is === 'refused' && (
        <p role="alert" className="note note-bad">
          {say('decision.refused')} <ErrorText of={standing.error} />
        </p>
      )}
      {standing.is === 'unknown' && (
        <div role="alert" className="note note-warn">
          {say('decision.unknown')}{' '}
          <Button className="button" onPress={of.again}>
            {say('decision.again')}
          </Button>
        </div>
      )}
    </>
  );
}
