import '../parts/parts.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { newKey } from '../client/new-key.js';
import { useRead } from '../client/read.js';
import { NoAnswer, send } from '../client/transport.js';
import { ErrorText, Trouble } from '../frame/trouble.js';
import { Panel } from '../parts/panel.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

type Approval = OperationsTypes.ApprovalResponse;
type Intent = { readonly path: string; readonly key: string };

const PATH = '/v1/approvals';
const REFRESH_MS = 15_000;

/** Everything that waits for a second person. */
export function ApprovalsPage(): ReactNode {
  const say = useSay();
  const query = useRead<OperationsTypes.ApprovalsResponse>(PATH, {}, { refreshMs: REFRESH_MS });
  return (
    <div className="parts-page">
      <h1>{say('page.approvals')}</h1>
      <Trouble of={query} />
      {query.data?.items.length === 0 && <p className="panel soft">{say('approvals.none')}</p>}
      {query.data?.items.map((each) => (
        <One key={each.kind + each.id} of={each} />
      ))}
    </div>
  );
}

function One({ of }: { readonly of: Approval }): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState<Intent | null>(null);
  const { isPending, error, mutate } = useAnswer(() => setAsked(null));
  const isUnknown = error instanceof NoAnswer;
  return (
    <Panel title={say(`approvals.kind.${of.kind}`)}>
      <p dir="auto">{of.what}</p>
      {of.note !== '' && <p dir="auto">{of.note}</p>}
      <p className="soft">
        <bdi>{of.proposedBy}</bdi> <Moment at={of.proposedAt} /> <bdi className="id">{of.id}</bdi>
      </p>
      {error !== null && (
        <p role="alert" className="note note-bad">
          {isUnknown ? say('action.unknown') : <ErrorText of={error} />}
        </p>
      )}
      {asked === null ? (
        <div className="parts-row">
          <Button
            className="button"
            isDisabled={!of.mayApprove}
            onPress={() => setAsked({ path: of.approvePath, key: newKey() })}
          >
            {say('approvals.approve')}
          </Button>
          <Button
            className="button"
            onPress={() => setAsked({ path: of.refusePath, key: newKey() })}
          >
            {say('approvals.refuse')}
          </Button>
          {!of.mayApprove && <span className="soft">{say('approvals.other')}</span>}
        </div>
      ) : (
        <div className="note note-warn">
          <p>
            {say(asked.path === of.approvePath ? 'approvals.approveLong' : 'approvals.refuseLong')}
          </p>
          <div className="parts-row">
            <Button
              className="button button-main"
              isDisabled={isPending}
              onPress={() => mutate(asked)}
            >
              {say(isUnknown ? 'decision.again' : 'action.confirm')}
            </Button>
            {!isUnknown && (
              <Button className="button" isDisabled={isPending} onPress={() => setAsked(null)}>
                {say('action.not')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Panel>
  );
}

function useAnswer(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, key }: Intent) =>
      send({ method: 'POST', path, body: {}, idempotencyKey: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [PATH] }),
    // A refusal ends the intent; without an answer the same key is kept.
    onError: (error) => {
      if (!(error instanceof NoAnswer)) onDone();
    },
  });
}
