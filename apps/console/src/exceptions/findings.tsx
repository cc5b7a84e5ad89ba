import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import type { OneException } from './exception.js';
import { EXCEPTION_WORDS } from './words.js';

type Finding = OneException['findings'][number];
type Certificate = NonNullable<Finding['certificate']>;

/** What the matching found by which rule, what it refused, and what may belong here. */
export function Findings({ of }: { readonly of: OneException }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <Panel title={say('findings')}>
      {of.findings.length === 0 && <p className="soft">{say('findings.none')}</p>}
      {of.findings.map((each, index) => (
        <div key={index} className="note">
          <p>
            {say(`kind.${each.status}`)} · <Amount of={each.atStake} />
          </p>
          {each.certificate === null ? (
            <p className="soft">{say('certificate.none')}</p>
          ) : (
            <CertificateLines of={each.certificate} />
          )}
        </div>
      ))}
      <h3>{say('suggestions')}</h3>
      {of.suggestions.length === 0 && <p className="soft">{say('suggestions.none')}</p>}
      <ul className="parts-plain">
        {of.suggestions.map(({ exceptionId, score }) => (
          <li key={exceptionId}>
            <Link to="/reconciliation/exceptions/$exceptionId" params={{ exceptionId }}>
              <bdi className="id">{exceptionId}</bdi>
            </Link>{' '}
            <span className="soft">{say('suggestions.score', { score })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Why the two sides met: anyone may follow the sum. */
export function CertificateLines({ of }: { readonly of: Certificate }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <div className="soft">
      <p>
        {say('certificate', { ruleSet: of.ruleSet })} {say(`rule.${of.rule}`)} ·{' '}
        {say(`shape.${of.shape}`)}
      </p>
      <p>
        {say('residual')} <Amounts of={of.residual} /> · {say('residual.fee')}{' '}
        <Amounts of={of.feeResidual} />
      </p>
      {of.rejected.map(({ id, why }) => (
        <p key={id}>
          {say('rejected')} <bdi className="id">{id}</bdi>: {say(`why.${why}`)}
        </p>
      ))}
      {of.rejectedCount > of.rejected.length && (
        <p>{say('rejected.more', { more: of.rejectedCount - of.rejected.length })}</p>
      )}
    </div>
  );
}

function Amounts({ of }: { readonly of: Certificate['residual'] }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  if (of.length === 0) return say('residual.zero');
  return of.map((each) => (
    <span key={each.currency}>
      <Amount of={each} />{' '}
    </span>
  ));
}
