import '../parts/parts.css';
import '../case/case.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { BooksPages } from '../books/books-pages.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { Evidence } from './evidence.js';
import { pathOf, type OneException } from './exception.js';
import { Findings } from './findings.js';
import { Notes } from './notes.js';
import { Resolving } from './resolving.js';
import { Sides } from './sides.js';
import { EXCEPTION_WORDS } from './words.js';
import { Work } from './work.js';

/** One exception: both books, why they met or did not, and what people make of it. */
export function ExceptionPage(): ReactNode {
  const { exceptionId } = useParams({ from: '/reconciliation/exceptions/$exceptionId' });
  // What was written at one exception is not written at the next one that the page shows.
  return <One key={exceptionId} exceptionId={exceptionId} />;
}

function One({ exceptionId }: { readonly exceptionId: string }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { may } = useDuties();
  const [minPosition, setDone] = useState<string>();
  const query = useRead<OneException>(pathOf(exceptionId), { minPosition }, { keep: true });
  const one = query.data;
  const acts = { of: one as OneException, onDone: setDone };
  return (
    <div className="parts-page">
      <BooksPages />
      <Link to="/reconciliation/exceptions">{say('back')}</Link>
      <h1>
        {one ? say(`kind.${one.kind}`) : say('one')}{' '}
        {one && <span className="soft parts-count">{say(`state.${one.state}`)}</span>}
      </h1>
      <Trouble of={query} />
      {one && (
        <>
          <Facts of={one} />
          <Sides of={one} />
          <Findings of={one} />
          {may(BOOKKEEPERS) && <Work {...acts} />}
          <Resolving {...acts} />
          <div className="parts-two">
            <Notes {...acts} />
            <Evidence {...acts} />
          </div>
        </>
      )}
    </div>
  );
}

function Facts({ of }: { readonly of: OneException }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <Panel title={say('facts')}>
      <dl className="case-facts">
        <dt>{say('one')}</dt>
        <dd className="id">
          <bdi>{of.exceptionId}</bdi>
        </dd>
        <dt>{say('stake')}</dt>
        <dd>{of.atStake === null ? '–' : <Amount of={of.atStake} />}</dd>
        <dt>{say('severity')}</dt>
        <dd>{say(`severity.${of.severity}`)}</dd>
        <dt>{say('since')}</dt>
        <dd>
          <Moment at={of.since} />
        </dd>
        <dt>{say('due')}</dt>
        <dd className={of.isOverdue ? 'bad' : ''}>
          <Moment at={of.dueAt} /> {of.isOverdue && say('overdue')}
        </dd>
        <dt>{say('assignee')}</dt>
        <dd>
          <bdi>{of.assignee ?? '–'}</bdi>
        </dd>
        <dt>{say('payment')}</dt>
        <dd>
          {of.paymentId === null ? (
            say('payment.none')
          ) : (
            <Link to="/payments/$paymentId" params={{ paymentId: of.paymentId }}>
              <bdi className="id">{of.paymentId}</bdi>
            </Link>
          )}
        </dd>
      </dl>
    </Panel>
  );
}
