import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ErrorText } from '../frame/trouble.js';
import { Key } from '../keys/keys.js';
import { useSay } from '../words/language.js';
import { undoOf, type Casework } from './use-casework.js';

/** What came of the last change, and what takes it back. */
export function CaseworkResult({ of }: { readonly of: Casework }): ReactNode {
  const say = useSay();
  const { done, unanswered, error, isSending } = of;
  const undo = undoOf(done);
  return (
    <>
      <div role="status" className={done === null ? 'hidden' : 'casework-done'}>
        {done !== null && say(`casework.done.${done.kind}`)}{' '}
        {undo !== null && !isSending && (
          <Button className="button" onPress={() => of.make(undo)}>
            {say('casework.undo')} <Key of="U" />
          </Button>
        )}
      </div>
      {unanswered !== null && (
        <div role="alert" className="note note-warn">
          {say('action.unknown')}{' '}
          <Button className="button" isDisabled={isSending} onPress={of.again}>
            {say('decision.again')}
          </Button>
        </div>
      )}
      {error !== null && unanswered === null && (
        <p role="alert" className="note note-bad">
          {say('decision.refused')} <ErrorText of={error} />
        </p>
      )}
    </>
  );
}
