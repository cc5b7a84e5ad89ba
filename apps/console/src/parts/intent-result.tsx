import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Intention } from '../client/use-intent.js';
import { ErrorText } from '../frame/trouble.js';
import { useSay } from '../words/language.js';

/** Why something was not done, or that it is not known, with the one button that helps. */
export function IntentResult({ of }: { readonly of: Intention }): ReactNode {
  const say = useSay();
  if (of.isUnanswered) {
    return (
      <div role="alert" className="note note-warn">
        {say('action.unknown')}{' '}
        <Button className="button" isDisabled={of.isSending} onPress={of.again}>
          {say('decision.again')}
        </Button>
      </div>
    );
  }
  if (of.refusal === null) return null;
  return (
    <p role="alert" className="note note-bad">
      {say('decision.refused')} <ErrorText of={of.refusal} />
    </p>
  );
}
