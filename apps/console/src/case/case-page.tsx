import './case.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { CaseworkStanding } from '../casework/casework-standing.js';
import { caseOf, type Case } from '../client/cases.js';
import { Trouble } from '../frame/trouble.js';
import { Amount } from '../money/amount.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { Facts } from './facts.js';
import { DecisionBar } from './decision-bar.js';
import { Reasons } from './reasons.js';
import { Timeline } from './timeline.js';

const REST_MS = 120;

// Below what one decides by at a glance, so that the first case is shown without it.
const Links = lazy(async () => ({ default: (await import('../casework/links.js')).Links }));

/** The key under which a case is kept. */
export const CASE = 'case';

/** One case: what is known, and what can be decided. */
export function CasePage(): ReactNode {
  const say = useSay();
  const paymentId = useRested(useParams({ from: '/queue/$paymentId' }).paymentId);
  const search = useSearch({ from: '/queue' });
  const query = useQuery({ queryKey: [CASE, paymentId], queryFn: () => caseOf(paymentId) });
  return (
    <section className="case" aria-label={say('case')}>
      <Link className="case-back" to="/queue" search={search}>
        {say('case.back')}
      </Link>
      <Trouble of={query} />
      {query.data && <CaseDetail key={paymentId} of={query.data} />}
    </section>
  );
}

function CaseDetail({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <div className="case-scroll" tabIndex={0} role="group" aria-labelledby="case-title">
        <h2 id="case-title" ref={heading} tabIndex={-1} className="case-title">
          <Amount of={of.amount} />
          <span className="soft">{say(`status.case.${of.status}`)}</span>
        </h2>
        <Facts of={of} />
        {of.decision && (
          <p className="note">
            {say(`decision.${of.decision.outcome}`, { analyst: of.decision.analyst })}{' '}
            <Moment at={of.decision.decidedAt} /> <span dir="auto">{of.decision.note}</span>
          </p>
        )}
        <CaseworkStanding of={of} />
        <Reasons of={of} />
        <Suspense fallback={<p className="soft">{say('loading')}</p>}>
          <Links paymentId={of.paymentId} />
        </Suspense>
        <Timeline paymentId={of.paymentId} />
      </div>
      <DecisionBar of={of} onDecided={() => heading.current?.focus()} />
    </>
  );
}

/** The last value that stayed for a moment: moving through a list loads what one stops at. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
