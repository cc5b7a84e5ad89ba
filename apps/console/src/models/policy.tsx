import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { decidesCases } from '../client/session.js';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useCaller } from '../session/session-store.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { PolicyDraft } from './policy-draft.js';
import { MODEL_WORDS } from './words.js';

type Standing = OperationsTypes.FraudPolicyResponse;
type Rule = OperationsTypes.RuleDocument;

const PATH = '/v1/fraud-policy';
const HASH_SHOWN = 12;

/** The rules that decide beside the score, who brought them in, and a draft of others. */
export function Policy(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const { role } = useCaller();
  const queries = useQueryClient();
  const [isDrafting, setDrafting] = useState(false);
  const query = useRead<Standing>(PATH);
  const { data } = query;
  return (
    <Panel title={say('policy')} of={query}>
      {data && (
        <>
          <InForce of={data.inForce} />
          {data.waiting.map(({ policyHash, note, proposedBy, proposedAt }) => (
            <p key={policyHash} className="note">
              {say('waiting')}: <span dir="auto">{note}</span> <bdi>{proposedBy}</bdi>{' '}
              <Moment at={proposedAt} />
            </p>
          ))}
          {(decidesCases(role) || role === 'admin') && !isDrafting && (
            <p>
              <Button className="button" onPress={() => setDrafting(true)}>
                {say('edit')}
              </Button>
            </p>
          )}
          {isDrafting && (
            <PolicyDraft
              of={data.inForce.policy}
              onProposed={() => void queries.invalidateQueries({ queryKey: [PATH] })}
            />
          )}
          <History />
        </>
      )}
    </Panel>
  );
}

function InForce({ of }: { readonly of: Standing['inForce'] }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const { rules = [] } = of.policy as { readonly rules?: readonly Rule[] };
  return (
    <>
      <p>
        <bdi className="id">{of.policyHash.slice(0, HASH_SHOWN)}</bdi>{' '}
        {of.activatedAt === null ? (
          <span className="soft">{say('policy.first')}</span>
        ) : (
          <>
            <bdi>{of.activatedBy}</bdi> <Moment at={of.activatedAt} />
          </>
        )}
      </p>
      {rules.length === 0 ? (
        <p className="soft">{say('rules.none')}</p>
      ) : (
        <SmallTable
          label={say('policy')}
          heads={[{ name: say('rule') }, { name: say('when') }, { name: say('verdict') }]}
          rows={rules.map(({ id, when, verdict }) => ({
            key: id,
            cells: [
              <bdi key="id">{id}</bdi>,
              <code key="when" dir="ltr" className="models-text">
                {when.map((each) => JSON.stringify(each)).join(' ')}
              </code>,
              verdict,
            ],
          }))}
        />
      )}
    </>
  );
}

function History(): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const query = useRead<OperationsTypes.PolicyHistoryResponse>(`${PATH}/history`);
  if (!query.data || query.data.items.length === 0) return null;
  return (
    <>
      <h3>{say('history')}</h3>
      <SmallTable
        label={say('history')}
        heads={[
          { name: say('step') },
          { name: say('version') },
          { name: say('person') },
          { name: '' },
          { name: say('reason') },
        ]}
        rows={query.data.items.map(({ type, policyHash, person, at, note }) => ({
          key: type + policyHash + at,
          cells: [
            <bdi key="type">{type}</bdi>,
            <bdi key="hash" className="id">
              {policyHash.slice(0, HASH_SHOWN)}
            </bdi>,
            <bdi key="person">{person}</bdi>,
            <Moment key="at" at={at} />,
            <span key="note" dir="auto" className="models-text">
              {note ?? ''}
            </span>,
          ],
        }))}
      />
    </>
  );
}
