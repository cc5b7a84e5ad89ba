import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { decidesCases } from '../client/session.js';
import { ErrorText } from '../frame/trouble.js';
import { Key, useKeys } from '../keys/keys.js';
import { useCaller } from '../session/session-store.js';
import { useLive } from '../live/live.js';
import { useSay } from '../words/language.js';
import type { NextCase } from './use-next-case.js';

type HeadProps = {
  readonly total: number | null;
  readonly isUpdating: boolean;
  readonly next: NextCase;
};

/** How many there are, and the next one. */
export function QueueHead({ total, isUpdating, next }: HeadProps): ReactNode {
  const say = useSay();
  const { role } = useCaller();
  const liveness = useLive();
  return (
    <div className="queue-head">
      <h1 id="queue-title" tabIndex={-1}>
        {say('page.queue')}
      </h1>
      <p role="status" className="soft">
        {total === null ? say('queue.countUnknown') : say('queue.count', { count: total })}
        {' · '}
        {say(`live.${liveness}`)}
        {isUpdating ? ` · ${say('updating')}` : ''}
        {next.isNoneFree ? ` · ${say('queue.noneFree')}` : ''}
      </p>
      {decidesCases(role) && (
        <Button className="button" isDisabled={next.isTaking} onPress={next.take}>
          {say('queue.next')} <Key of="N" />
        </Button>
      )}
      {next.error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={next.error} />
        </p>
      )}
    </div>
  );
}

type QueueKeys = {
  readonly open: string | undefined;
  readonly take: () => void;
  readonly back: () => void;
  readonly putBack: (paymentId: string) => void;
};

export function useQueueKeys({ open, take, back, putBack }: QueueKeys): void {
  const isAnalyst = decidesCases(useCaller().role);
  useKeys([
    { keys: ['N'], name: 'queue.next', run: take, enabled: isAnalyst },
    {
      keys: ['Shift+N'],
      name: 'queue.putBack',
      run: () => open !== undefined && putBack(open),
      enabled: isAnalyst && open !== undefined,
    },
    { keys: ['Escape'], name: 'back', run: back, enabled: open !== undefined },
  ]);
}
