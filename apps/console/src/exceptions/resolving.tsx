import type { ReactNode } from 'react';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { type Resolution } from './exception.js';
import { CertificateLines } from './findings.js';
import { Reopen } from './reopen.js';
import { Resolve } from './resolve.js';
import { SecondPerson } from './second-person.js';
import type { ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** How it ends: proposed by one person, agreed to by another above the limit, taken back. */
export function Resolving(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { may } = useDuties();
  const { proposal, resolution } = props.of;
  const isResolved = props.of.state === 'resolved';
  return (
    <Panel title={say('resolution')}>
      {proposal !== null && <Proposed {...props} proposal={proposal} />}
      {resolution !== null && <Said of={resolution} />}
      {isResolved && may(BOOKKEEPERS) && <Reopen {...props} />}
      {proposal === null && !isResolved && <Unresolved {...props} />}
    </Panel>
  );
}

function Proposed(props: ActsProps & { readonly proposal: Resolution }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <>
      <p>{say('proposal')}</p>
      <Said of={props.proposal} />
      <SecondPerson {...props} />
    </>
  );
}

function Unresolved(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { may } = useDuties();
  if (may(BOOKKEEPERS)) return <Resolve {...props} />;
  return <p className="soft">{say('resolution.none')}</p>;
}

function Said({ of }: { readonly of: Resolution }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <div className="note">
      <p>
        <strong>{say(`reason.${of.reason}`)}</strong>{' '}
        {of.amount !== null && <Amount of={of.amount} />}
      </p>
      <p dir="auto">{of.note}</p>
      {of.matchedWith.map((each) => (
        <p key={each}>
          {say('matchedWith')} <bdi className="id">{each}</bdi>
        </p>
      ))}
      {of.certificate !== null && <CertificateLines of={of.certificate} />}
      <p className="soft">
        <bdi>{of.by}</bdi> · <Moment at={of.at} />
        {of.approvedBy !== null && (
          <>
            {' '}
            · {say('approvedBy')} <bdi>{of.approvedBy}</bdi>
          </>
        )}
      </p>
    </div>
  );
}
