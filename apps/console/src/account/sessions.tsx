import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { useIntent } from '../client/use-intent.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment, useMomentText } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { ACCOUNT_WORDS } from './words.js';

type Session = CommandServiceTypes.SessionResponse;

const PATH = '/v1/access/sessions';
const REFRESH_MS = 15_000;

/** Open sessions with a button that ends each: one's own, or everybody's for administrators. */
export function Sessions({ of }: { readonly of: 'own' | 'all' }): ReactNode {
  const say = useSayOf(ACCOUNT_WORDS);
  const queries = useQueryClient();
  const query = useRead<CommandServiceTypes.SessionsResponse>(PATH, {}, { refreshMs: REFRESH_MS });
  const ending = useIntent(() => void queries.invalidateQueries({ queryKey: [PATH] }));
  const sessions = (query.data?.items ?? []).filter(({ isOwn }) => of === 'all' || isOwn);
  const title = say(of === 'all' ? 'sessions.all' : 'sessions');
  return (
    <Panel title={title} of={query}>
      <IntentResult of={ending} />
      {query.data && sessions.length === 0 && <p className="soft">{say('sessions.none')}</p>}
      {sessions.length > 0 && (
        <SmallTable
          label={title}
          heads={['owner', 'by', 'opened', 'used', 'ends', 'end'].map((id) => ({
            name: say(id as 'owner'),
          }))}
          rows={sessions.map((session) => ({
            key: session.sessionId,
            cells: [
              <bdi key="owner">{session.owner}</bdi>,
              say(session.person === null ? 'by.key' : 'by.person'),
              <Moment key="opened" at={session.openedAt} />,
              <Moment key="used" at={session.usedAt} />,
              <Moment key="ends" at={session.endsAt} />,
              <End
                key="end"
                of={session}
                isDisabled={ending.isSending}
                onEnd={() => ending.ask({ path: `${PATH}/${session.sessionId}/end` })}
              />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

type EndProps = {
  readonly of: Session;
  readonly isDisabled: boolean;
  readonly onEnd: () => void;
};

function End({ of: { isThis, owner, openedAt }, isDisabled, onEnd }: EndProps): ReactNode {
  const say = useSayOf(ACCOUNT_WORDS);
  const momentText = useMomentText();
  if (isThis) return <span className="soft">{say('this')}</span>;
  return (
    <Button
      className="button"
      isDisabled={isDisabled}
      onPress={onEnd}
      aria-label={say('end.named', { owner, at: momentText(openedAt) })}
    >
      {say('end')}
    </Button>
  );
}
